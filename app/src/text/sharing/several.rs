//! Words of sharing several things before an appointment.

use crate::text::say;

words! {
    /// Heading.
    title = "Choose what to share", "Elige qué compartir";
    /// Under it.
    lead = "Everything here is private now. Only what you tick goes.", "Ahora todo esto es privado. Solo se comparte lo que marques.";
    /// The days to choose from.
    from_when = "From when?", "¿Desde cuándo?";
    /// Choice.
    since_session = "Since our last session", "Desde nuestra última sesión";
    /// Choice.
    week = "The last 7 days", "Los últimos 7 días";
    /// Choice.
    month = "The last 4 weeks", "Las últimas 4 semanas";
    /// Choice.
    days = "Days I choose", "Los días que elija";
    /// Field.
    first_day = "First day", "Primer día";
    /// Field.
    last_day = "Last day", "Último día";
    /// How check-ins go.
    check_ins = "Check-ins go", "Los registros van";
    /// Choice.
    numbers = "as numbers, no words", "como números, sin palabras";
    /// Choice.
    with_words = "with their words", "con sus palabras";
    /// Button.
    all = "tick all", "marcar todo";
    /// Button.
    none = "tick none", "no marcar nada";
    /// Nothing is there.
    nothing = "No finished page, check-in or questionnaire of these days is private.", "Ninguna página terminada, ningún registro ni cuestionario de estos días es privado.";
    /// Link to it.
    go = "Share several things…", "Compartir varias cosas…";
    /// A disclosure: what the reader sees.
    see = "see what goes", "ver qué se comparte";
    /// Back to where it began.
    back = "For session", "Para la sesión";
}

/// Button.
#[must_use]
pub fn share(name: &str, count: usize) -> String {
    match count {
        0 => say("Nothing is ticked", "Nada marcado").into(),
        1 => say(format!("Share one with {name}"), format!("Compartir uno con {name}")),
        many => say(format!("Share {many} with {name}"), format!("Compartir {many} con {name}")),
    }
}

/// After it.
#[must_use]
pub fn shared(name: &str, count: usize) -> String {
    match count {
        1 => say(format!("One is shared with {name}."), format!("Uno está compartido con {name}.")),
        many => {
            say(format!("{many} are shared with {name}."), format!("{many} están compartidos con {name}."))
        }
    }
}
