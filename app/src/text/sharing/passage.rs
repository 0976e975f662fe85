//! Words of choosing a passage.

use crate::text::say;

words! {
    /// What to do, above the sentences.
    choose = "Tap where your passage begins, then where it ends.", "Toca donde empieza tu pasaje y luego donde termina.";
    /// How by keyboard; said to who hears the page.
    keys = "Arrow keys move between sentences, space marks one.", "Las flechas pasan de una frase a otra; la barra espaciadora marca una.";
    /// The heading of free writing.
    free = "Written freely", "Escrito libremente";
    /// There is nothing to choose from.
    none = "There are no written words on this page to choose from.", "En esta página no hay palabras escritas entre las que elegir.";
    /// Nothing is marked.
    nothing = "Nothing is marked yet.", "Todavía no hay nada marcado.";
    /// Button: nothing is marked any more.
    clear = "start over", "empezar de nuevo";
}

/// How much is marked.
#[must_use]
pub fn marked(sentences: usize) -> String {
    match sentences {
        0 => nothing().into(),
        1 => say("One sentence is marked.", "Hay una frase marcada.").into(),
        many => say(format!("{many} sentences are marked."), format!("Hay {many} frases marcadas.")),
    }
}
