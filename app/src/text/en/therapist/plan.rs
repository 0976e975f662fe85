//! Words of the appointments.

/// Heading.
pub const TITLE: &str = "Appointments";
/// Group.
pub const COMING: &str = "Coming";
/// Group.
pub const PAST: &str = "Past";
/// Nothing is planned.
pub const NONE: &str = "Nothing is planned yet. Prompts and days are counted from these appointments.";
/// Nothing is ahead.
pub const NONE_COMING: &str = "No appointment is ahead.";
/// Button.
pub const ADD: &str = "Add an appointment";
/// Heading of the form.
pub const CHANGE_TITLE: &str = "Change the appointment";
/// Field.
pub const KIND: &str = "What for";
/// Field.
pub const WHEN: &str = "Day and time";
/// Field.
pub const MINUTES: &str = "Minutes";
/// Field.
pub const NOTE: &str = "Note";
/// What goes in.
pub const NOTE_HELP: &str = "Route and dose, a room, a wish. Your client sees it.";
/// Button.
pub const SAVE: &str = "Save";
/// Button.
pub const CANCEL: &str = "Cancel";
/// Button.
pub const CHANGE: &str = "Change";
/// Button.
pub const REMOVE: &str = "Remove";
/// Button.
pub const UNDO: &str = "Undo";
/// Not a time.
pub const NOT_A_TIME: &str = "Choose a day and a time.";
/// The clocks skip it.
pub const SKIPPED: &str =
    "That night the clocks go forward, and this time does not come. Choose one an hour earlier or later.";
/// Not a length.
pub const NOT_A_LENGTH: &str = "An appointment lasts 5 to 600 minutes.";
/// Nobody but the therapist can see it, for now.
pub const HIDDEN: &str = "These appointments cannot be shown to them yet; you can plan all the same.";
/// Verified, and still not shared.
pub const SHOW: &str = "Show these appointments to them";

/// Who sees them.
#[must_use]
pub fn seen(name: &str) -> String {
    format!("{name} sees these appointments, with their notes.")
}

/// How long.
#[must_use]
pub fn minutes(minutes: u16) -> String {
    format!("{minutes} minutes")
}

/// It was removed.
#[must_use]
pub fn removed(what: &str) -> String {
    format!("Removed: {what}.")
}

/// It was added or changed.
#[must_use]
pub fn saved(what: &str) -> String {
    format!("Saved: {what}.")
}
