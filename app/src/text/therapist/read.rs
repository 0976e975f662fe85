//! Words around a shared entry.

words! {
    /// It is not here: heading.
    not_here = "This page is not here";
    /// It is not here: why.
    not_here_why = "It was taken back, or it has not reached this device yet.";
    /// Way back.
    to_brief = "Back to the brief";
    /// Its words were taken back while open: what that means.
    taken_back_why = "You cannot open it any more. They can share it again at any time.";
    /// The receipt could not be written.
    not_marked = "That you opened this could not be noted.";
}

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
