//! Words around the words of an entry, the same for its author and its readers.

words! {
    /// Before the feelings.
    touched = "Words that fit";
    /// Free writing.
    free = "Written freely";
    /// Nothing is in it.
    empty = "There are no words on this page.";
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
