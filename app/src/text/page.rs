//! Words around the words of an entry, the same for its author and its readers.

use crate::text::say;

words! {
    /// Before the feelings.
    touched = "Words that fit", "Palabras que encajan";
    /// Free writing.
    free = "Written freely", "Escrito sin guion";
    /// Nothing is in it.
    empty = "There are no words on this page.", "No hay palabras en esta página.";
}

/// Another version, written before two devices met.
#[must_use]
pub fn other(when: &str) -> String {
    say(
        format!("Another version of this page, written {when}"),
        format!("Otra versión de esta página, escrita: {when}"),
    )
}

/// The page was begun and changed at different times.
#[must_use]
pub fn last_changed(when: &str) -> String {
    say(format!("last changed {when}"), format!("último cambio: {when}"))
}
