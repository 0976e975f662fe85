//! Words around the check-in: for which day, what was kept, how it has been.

use super::say;

words! {
    /// Button on every question: the rest may stay open.
    enough = "That's all", "Eso es todo";
    /// What can be changed.
    which_day = "This is for", "Esto es para";
    /// Choice.
    today = "today", "hoy";
    /// Choice.
    yesterday = "yesterday", "ayer";
    /// Choice, after midnight.
    evening_before = "the evening that just ended", "la noche que acaba de terminar";
    /// Choice.
    another = "another day", "otro día";
    /// Field.
    day = "Which day", "Qué día";
    /// A word of one's own.
    own_word = "A word of your own", "Una palabra tuya";
    /// Button.
    add = "Add", "Añadir";
    /// Group of words.
    soft = "soft", "suave";
    /// Group of words.
    open = "open", "abierto";
    /// Group of words.
    low = "low", "bajo";
    /// Group of words.
    tense = "tense", "tenso";
    /// Group of words.
    body = "in the body", "en el cuerpo";
    /// Group of words.
    own = "yours", "tuyas";

    /// Heading of one that was made.
    kept = "Your check-in", "Tu registro";
    /// Nothing is in it.
    empty = "Nothing was marked.", "No se marcó nada.";
    /// Button.
    change = "Change", "Cambiar";
    /// Button.
    delete = "Delete", "Borrar";
    /// What was done.
    deleted = "Check-in deleted", "Registro borrado";
    /// It is not here.
    gone = "This check-in is not here any more.", "Este registro ya no está aquí.";
    /// Link.
    to_course = "How it has been", "Cómo ha ido";
    /// Link.
    back = "Today", "Hoy";
    /// Under the link.
    course_line = "four weeks at a glance", "cuatro semanas de un vistazo";

    /// Heading of the lines over the days.
    course = "How it has been", "Cómo ha ido";
    /// Nothing to draw.
    none = "No check-ins in these four weeks.", "Ningún registro en estas cuatro semanas.";
    /// Nothing at all yet.
    first = "When you check in, you can see here how the days go.", "Cuando hagas un registro, aquí verás cómo van los días.";
    /// Link.
    earlier = "four weeks earlier", "cuatro semanas antes";
    /// Link.
    later = "four weeks later", "cuatro semanas después";
    /// Heading of the list.
    list = "One by one", "Uno por uno";
}

/// "for Tuesday 13 October".
#[must_use]
pub fn for_day(day: &str) -> String {
    say(format!("for {day}"), format!("para el {day}"))
}

/// "corrected Thu 15 Oct, 9:00".
#[must_use]
pub fn corrected(when: &str) -> String {
    say(format!("corrected {when}"), format!("corregido {when}"))
}

/// The days of a chart.
#[must_use]
pub fn between(first: &str, last: &str) -> String {
    say(format!("{first} to {last}"), format!("del {first} al {last}"))
}
