//! Words around a shared entry.

/// It is not here: heading.
pub const NOT_HERE: &str = "This page is not here";
/// It is not here: why.
pub const NOT_HERE_WHY: &str = "It was taken back, or it has not reached this device yet.";
/// Way back.
pub const TO_BRIEF: &str = "Back to the brief";
/// Its words were taken back while open: what that means.
pub const TAKEN_BACK_WHY: &str = "You cannot open it any more. They can share it again at any time.";
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
