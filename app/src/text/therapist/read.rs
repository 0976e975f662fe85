//! Words around a shared entry.

use crate::text::say;

words! {
    /// It is not here: heading.
    not_here = "This page is not here", "Esta página no está aquí";
    /// It is not here: why.
    not_here_why =
        "It was taken back, or it has not reached this device yet.",
        "Se retiró, o todavía no ha llegado a este dispositivo.";
    /// Way back.
    to_brief = "Back to the brief", "Volver al resumen";
    /// Its words were taken back while open: what that means.
    taken_back_why =
        "You cannot open it any more. They can share it again at any time.",
        "Ya no puedes abrirla. Puede compartirla otra vez cuando quiera.";
    /// To the next page that was not opened yet.
    next = "Next unread page", "Siguiente página sin leer";
    /// There is none.
    all_read = "Nothing else is unread.", "No queda nada sin leer.";
    /// The receipt could not be written.
    not_marked = "That you opened this could not be noted.", "No se pudo anotar que abriste esto.";
}

/// What the author sees.
#[must_use]
pub fn opened(name: &str, when: &str) -> String {
    say(
        format!("{name} can see that you opened this: {when}."),
        format!("{name} puede ver que abriste esto: {when}."),
    )
}

/// A newer revision arrived.
#[must_use]
pub fn changed(name: &str) -> String {
    say(
        format!("{name} changed this page just now. These are the new words."),
        format!("{name} acaba de cambiar esta página. Estas son las palabras nuevas."),
    )
}

/// Taken back while open.
#[must_use]
pub fn taken_back(name: &str) -> String {
    say(format!("{name} took this back"), format!("{name} retiró esto"))
}
