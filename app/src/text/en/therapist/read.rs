//! Words around a shared entry.

/// It is not here: heading.
pub const NOT_HERE: &str = "This page is not here";
/// It is not here: why.
pub const NOT_HERE_WHY: &str = "It was taken back, or it has not reached this device yet.";
/// Way back.
pub const TO_BRIEF: &str = "Back to the brief";
/// Its words were taken back while open: what that means.
pub const TAKEN_BACK_WHY: &str = "You cannot open it any more. They can share it again at any time.";
/// Before the feelings.
pub const TOUCHED: &str = "Words they touched";
/// Free writing.
pub const FREE: &str = "Written freely";
/// Nothing is in it.
pub const EMPTY: &str = "There are no words on this page.";
/// The receipt could not be written.
pub const NOT_MARKED: &str = "That you opened this could not be noted.";

/// What the author sees.
#[must_use]
pub fn opened(name: &str, when: &str) -> String {
    format!("{name} can see that you opened this: {when}.")
}

/// A newer revision arrived.
#[must_use]
pub fn changed(name: &str) -> String {
    format!("{name} changed this page just now. These are the new words.")
}

/// Taken back while open.
#[must_use]
pub fn taken_back(name: &str) -> String {
    format!("{name} took this back")
}

/// Another version, written before two devices met.
#[must_use]
pub fn other(when: &str) -> String {
    format!("Another version of this page, written {when}")
}

/// The page was begun and changed at different times.
#[must_use]
pub fn last_changed(when: &str) -> String {
    format!("last changed {when}")
}

/// What the page is, by the moment it was written in.
pub mod moment {
    /// Days before a session.
    pub const PREPARATION: &str = "Before a session";
    /// The evening before.
    pub const EVE_BEFORE: &str = "The eve of a session";
    /// The first hours.
    pub const SOFT_LANDING: &str = "Just after";
    /// To 24 hours.
    pub const SAME_DAY: &str = "The same day";
    /// To 72 hours.
    pub const NEXT_DAYS: &str = "The days after";
    /// To ten days.
    pub const ONE_WEEK: &str = "The first week";
    /// Weeks and months.
    pub const LATER: &str = "Later on";
    /// Reading back.
    pub const LOOKING_BACK: &str = "Looking back";
    /// Chosen.
    pub const HARD: &str = "A hard moment";
    /// Chosen.
    pub const GOOD: &str = "A good moment";
    /// Chosen.
    pub const DREAM: &str = "A dream";
    /// Chosen.
    pub const LETTER: &str = "A letter not to be sent";
    /// Chosen.
    pub const FREE: &str = "A page";
}
