//! Words of what is shared without asking again.

use crate::text::say;

words! {
    /// Heading.
    title = "What is shared by itself", "Lo que se comparte solo";
    /// Under it.
    lead = "Nothing, until you choose it here. A rule holds from the moment you set it; what you made before stays as it is.", "Nada, hasta que lo elijas aquí. Una regla vale desde el momento en que la pones; lo que hiciste antes se queda como está.";
    /// Under it.
    back = "What a rule shared says so, and you can take it back.", "Lo que compartió una regla lo dice, y puedes retirarlo.";
    /// A kind.
    check_ins = "Check-ins", "Registros";
    /// A kind.
    pages = "Pages", "Páginas";
    /// Choice.
    ask = "Ask me each time", "Preguntarme cada vez";
    /// Choice.
    numbers = "Share the numbers, never my words", "Compartir los números, nunca mis palabras";
    /// Choice.
    check_in_all = "Share all of it, with words", "Compartirlo todo, con palabras";
    /// Choice.
    page_all = "Share each page when I finish it", "Compartir cada página cuando la termino";
    /// Link to this page.
    go = "What is shared by itself", "Lo que se comparte solo";
    /// Nobody to share with.
    nobody = "There is nobody to share with yet.", "Todavía no hay nadie con quien compartir.";
}

/// Since when a rule holds.
#[must_use]
pub fn since(name: &str, when: &str) -> String {
    say(format!("{name} gets these since {when}."), format!("{name} los recibe desde el {when}."))
}
