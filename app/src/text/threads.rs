//! Words of intentions, insights and steps.

use super::say;

words! {
    /// Heading of all of them, and the link there.
    title = "Intentions and insights", "Intenciones y descubrimientos";
    /// Under the link.
    title_line = "what you turn toward, and what grew from it", "hacia dónde miras y qué creció de ahí";
    /// Nothing yet.
    empty = "Nothing here yet. An intention is a line about what you would like to turn toward in a session.", "Aquí no hay nada todavía. Una intención es una línea sobre aquello hacia lo que te gustaría mirar en una sesión.";
    /// Button.
    set = "Set an intention", "Poner una intención";
    /// Label over an intention.
    intention = "Intention", "Intención";
    /// Label over what belongs to no intention.
    loose = "On their own", "Por su cuenta";
    /// Label over an insight.
    insight = "Insight", "Descubrimiento";
    /// Label over a step.
    step = "Small step", "Paso pequeño";
    /// Nothing grew yet.
    nothing_yet = "Nothing has grown from it yet. That takes the time it takes.", "Todavía no ha crecido nada de ahí. Lleva el tiempo que lleve.";

    /// The question of an intention.
    ask_intention = "What would you like to turn toward?", "¿Hacia qué te gustaría mirar?";
    /// Under it.
    ask_intention_line = "A wish, a question, a direction. You will see it again after the session.", "Un deseo, una pregunta, un rumbo. La verás otra vez después de la sesión.";
    /// The question of an insight.
    ask_insight = "What became clear?", "¿Qué se aclaró?";
    /// Under it.
    ask_insight_line = "In one or two sentences, as you would tell a friend.", "En una o dos frases, como se lo contarías a alguien de confianza.";
    /// The question of a step.
    ask_step = "What is one small thing to try?", "¿Qué cosa pequeña podrías probar?";
    /// Under it.
    ask_step_line = "Small enough for an ordinary day. It may not work out, and that is fine.", "Que quepa en un día cualquiera. Puede no salir, y está bien.";
    /// When to look back.
    look_back = "Look back at it", "Volver a mirarlo";
    /// Choice.
    week = "in a week", "en una semana";
    /// Choice.
    month = "in a month", "en un mes";
    /// Choice.
    some_day = "on a day I choose", "un día que yo elija";
    /// Choice.
    no_day = "no date", "sin fecha";
    /// Field.
    day = "Which day", "Qué día";
    /// Button.
    keep = "Keep", "Guardar";
    /// Choice: which intention.
    belongs = "Belongs to", "Pertenece a";
    /// Choice.
    belongs_none = "no intention", "ninguna intención";

    /// Button.
    change = "Put it in other words", "Decirlo con otras palabras";
    /// Button.
    delete = "Delete", "Borrar";
    /// What was done.
    deleted = "Deleted", "Borrado";
    /// It is not here.
    gone = "This is not here any more.", "Esto ya no está aquí.";
    /// Button.
    make_step = "Make a small step of it", "Convertirlo en un paso pequeño";
    /// Button.
    add_insight = "Add an insight", "Añadir un descubrimiento";
    /// Link to the entry that it is from.
    from_page = "from this page", "de esta página";

    /// The question of looking back.
    ask_place = "Did this find a place?", "¿Encontró su lugar?";
    /// Answer.
    done = "Yes, it did", "Sí";
    /// Answer.
    not_yet = "Not yet", "Todavía no";
    /// Answer.
    let_go = "Let it go", "Soltarlo";
    /// Under the answers.
    any_answer = "Each answer is a good one.", "Cualquier respuesta está bien.";
    /// What became of it.
    was_done = "found a place", "encontró su lugar";
    /// What became of it.
    was_not_yet = "not yet", "todavía no";
    /// What became of it.
    was_let_go = "let go", "soltado";
    /// Button.
    again = "Take it up again", "Retomarlo";
    /// Button on Today.
    look = "Look back", "Mirar atrás";

    /// Beside a prompt, after the session.
    turned_toward = "You wanted to turn toward", "Querías mirar hacia";

    /// Button on an entry.
    keep_passage = "Keep a passage…", "Guardar un pasaje…";
    /// Heading.
    passage_title = "Keep a passage", "Guardar un pasaje";
    /// Button.
    as_insight = "Keep as an insight", "Guardar como descubrimiento";
    /// Button.
    star = "Bring it to my session", "Llevarlo a mi sesión";
    /// It is on the list.
    starred = "It is on your list.", "Está en tu lista.";
    /// Link.
    to_list = "Look at the list", "Ver la lista";
    /// Link.
    to_page = "Back to the page", "Volver a la página";
}

/// What is brought to a list that is shared.
#[must_use]
pub fn read_at_once(name: &str) -> String {
    say(
        format!("Your list is shared with {name}, who can read this at once."),
        format!("Tu lista está compartida con {name}, que podrá leer esto enseguida."),
    )
}

/// "your first session, Tue 13 Oct".
#[must_use]
pub fn session(number: usize, day: &str) -> String {
    say(format!("Session {number}, {day}"), format!("Sesión {number}, {day}"))
}

/// "looked back at on Wed 21 Oct".
#[must_use]
pub fn looks_back(day: &str) -> String {
    say(format!("look back on {day}"), format!("volver a mirarlo el {day}"))
}

/// "found a place, Wed 21 Oct".
#[must_use]
pub fn looked(outcome: &str, day: &str) -> String {
    format!("{outcome}, {day}")
}

/// "kept Wed 21 Oct".
#[must_use]
pub fn kept(day: &str) -> String {
    say(format!("kept {day}"), format!("guardado el {day}"))
}
