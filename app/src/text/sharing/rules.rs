//! Words of what is shared without asking again.

use crate::text::say;

words! {
    /// Heading.
    title = "What is shared by itself", "Lo que se comparte solo";
    /// Under it.
    lead = "Nothing, until you choose it here. A rule holds from the moment you set it; what you made before stays as it is.", "Nada, hasta que lo elijas aquí. Una regla vale desde el momento en que la pones; lo que hiciste antes se queda como está.";
    /// Under it.
    back = "What a rule shared says so, and you can take it back.", "Lo que compartió una regla lo dice, y puedes retirarlo.";
    /// What no rule is about.
    others = "You are always asked about your intentions, insights, steps and your list.", "Por tus intenciones, descubrimientos, pasos y tu lista se te pregunta siempre.";
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
    /// Choice.
    measure_all = "Share each one when I finish it, with every answer", "Compartir cada uno cuando lo termino, con todas las respuestas";
    /// What that does not reach.
    measure_care = "One does not go by itself: where you answer that thoughts of being dead or of hurting yourself have been there. Then you say each time what goes.",
        "Uno no se comparte solo: si respondes que ha habido pensamientos de estar muerto o de hacerte daño. Entonces dices cada vez qué se comparte.";
    /// Beside such a one.
    measure_stays = "This one did not go by itself, because of what you answered. You can share it here.",
        "Este no se compartió solo, por lo que respondiste. Puedes compartirlo aquí.";
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
