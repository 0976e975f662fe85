//! Words of the lines over the days.

words! {
    /// What the lines are.
    help = "One dot a day that had a check-in; days without are left open.", "Un punto por cada día con registro; los días sin registro quedan en blanco.";
    /// The lines as a table.
    table = "The same as a table", "Lo mismo en una tabla";
    /// What the table says.
    caption = "A day with several check-ins shows the middle of them.", "Un día con varios registros muestra el valor medio.";
    /// Column.
    day = "Day", "Día";
    /// Column.
    session_column = "Session", "Sesión";
    /// A day without, for people who hear the table.
    gap = "no check-in", "sin registro";
}

/// A dosing session, as a mark in a table.
#[must_use]
pub fn session(number: usize) -> String {
    super::say(format!("session {number}"), format!("sesión {number}"))
}

/// One of several check-ins of a day.
#[must_use]
pub fn number(place: usize) -> String {
    super::say(format!("check-in {place}"), format!("registro {place}"))
}

/// A chart, for people who cannot see it.
#[must_use]
pub fn spoken(
    scale: &str,
    days: usize,
    of: usize,
    between: Option<(&str, &str)>,
    last: Option<(&str, &str)>,
) -> String {
    let count = match days {
        1 => super::say("one day", "un día").to_owned(),
        many => super::say(format!("{many} days"), format!("{many} días")),
    };
    match (between, last) {
        (Some((lowest, highest)), Some((word, day))) => super::say(
            format!(
                "{scale}: {count} of {of} with a check-in, between {lowest} and {highest}; last {word}, {day}."
            ),
            format!(
                "{scale}: {count} de {of} con registro, entre {lowest} y {highest}; el último, {word}, {day}."
            ),
        ),
        _ => super::say(
            format!("{scale}: no check-in in {of} days."),
            format!("{scale}: ningún registro en {of} días."),
        ),
    }
}
