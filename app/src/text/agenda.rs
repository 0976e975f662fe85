//! Words of the list for the next hour together.

use super::say;

words! {
    /// Heading.
    title = "What I want to bring", "Lo que quiero llevar";
    /// Nothing is on it.
    empty = "Nothing yet. A question, a line, a sentence from a page: one is enough.", "Nada todavía. Una pregunta, una línea, una frase de una página: con una basta.";
    /// Field.
    add = "A question or a line", "Una pregunta o una línea";
    /// Field, while something on the list gets other words.
    change_line = "In other words", "Con otras palabras";
    /// Button.
    put = "Put it on the list", "Ponerlo en la lista";
    /// Button.
    up = "Move up", "Subir";
    /// Button.
    down = "Move down", "Bajar";
    /// Button.
    change = "Change", "Cambiar";
    /// Button.
    off = "Take off", "Quitar";
    /// What was done.
    taken_off = "Taken off the list", "Quitado de la lista";
    /// Link to the entry of a passage.
    from_page = "from a page of yours", "de una página tuya";
    /// How to drag, for who hovers over the handle.
    drag = "Drag to another place", "Arrastrar a otro lugar";
    /// Heading of lists of hours that are over.
    before = "Lists from before", "Listas de antes";
    /// Button.
    again = "Bring it again", "Llevarlo otra vez";
    /// A list that was for no hour in the plan.
    no_hour = "A list", "Una lista";
    /// Heading of what the reader has.
    shown_title = "What I want to bring", "Lo que quiero llevar";
}

/// "For your integration on Fri 16 Oct, 14:00".
#[must_use]
pub fn for_hour(session: &str, when: &str) -> String {
    say(
        format!("For {session} on {when}. It clears by itself after the hour; you can still read it here."),
        format!(
            "Para {session}, el {when}. Se vacía sola después de la sesión; podrás seguir leyéndola aquí."
        ),
    )
}

/// "2 of 3": where something was moved to, for people who hear it.
#[must_use]
pub fn moved(place: usize, of: usize) -> String {
    say(format!("Moved to place {place} of {of}."), format!("Ahora en el lugar {place} de {of}."))
}

/// The name of the actions on one line.
#[must_use]
pub fn actions(line: &str) -> String {
    say(format!("What to do with “{line}”"), format!("Qué hacer con «{line}»"))
}
