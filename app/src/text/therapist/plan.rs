//! Words of the appointments.

words! {
    /// Heading.
    title = "Appointments";
    /// Group.
    coming = "Coming";
    /// Group.
    past = "Past";
    /// Nothing is planned.
    none = "Nothing is planned yet. Prompts and days are counted from these appointments.";
    /// Nothing is ahead.
    none_coming = "No appointment is ahead.";
    /// Button.
    add = "Add an appointment";
    /// Heading of the form.
    change_title = "Change the appointment";
    /// Field.
    kind = "What for";
    /// Field.
    when = "Day and time";
    /// Field.
    minutes_label = "Minutes";
    /// Field.
    note = "Note";
    /// What goes in.
    note_help = "Route and dose, a room, a wish. Your client sees it.";
    /// Button.
    save = "Save";
    /// Button.
    cancel = "Cancel";
    /// Button.
    change = "Change";
    /// Button.
    remove = "Remove";
    /// Button.
    undo = "Undo";
    /// Not a time.
    not_a_time = "Choose a day and a time.";
    /// The clocks skip it.
    skipped = "That night the clocks go forward, and this time does not come. Choose one an hour earlier or later.";
    /// Not a length.
    not_a_length = "An appointment lasts 5 to 600 minutes.";
    /// Nobody but the therapist can see it, for now.
    hidden = "These appointments cannot be shown to them yet; you can plan all the same.";
    /// Verified, and still not shared.
    show = "Show these appointments to them";
}

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
