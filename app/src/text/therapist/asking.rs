//! Words of what a plan asks: questionnaires, own prompts, what was agreed for an answer that asks for care.

use crate::text::say;

words! {
    /// Heading.
    measures = "Questionnaires", "Cuestionarios";
    /// Under it.
    measures_lead =
        "Asked on their phone when they are due, and never more than two things a day.",
        "Se piden en su teléfono cuando tocan, y nunca más de dos cosas al día.";
    /// Button.
    usual = "Begin with a usual plan", "Empezar con un plan habitual";
    /// It was taken.
    usual_taken =
        "A usual plan: PHQ-9 and GAD-7 every two weeks and before integration, PCL-5 monthly.",
        "Un plan habitual: PHQ-9 y GAD-7 cada dos semanas y antes de la integración, PCL-5 cada mes.";
    /// Before the licence of an instrument that is off.
    licence = "Off unless you turn it on. Licence:", "Apagado si no lo activas. Licencia:";
    /// When.
    baseline = "At the beginning", "Al principio";
    /// When.
    before = "In the two days before each integration appointment", "En los dos días antes de cada cita de integración";
    /// Field.
    every = "Every so many days", "Cada tantos días";
    /// Not a number.
    not_days = "That is not a whole number of days.", "Eso no es un número entero de días.";

    /// Heading.
    prompts = "Your own prompts", "Tus propias preguntas";
    /// Under it.
    prompts_lead =
        "A question in your words, at the top of the page of its moment. It is asked once, and can be skipped like every other.",
        "Una pregunta con tus palabras, al comienzo de la página de su momento. Se hace una vez y se puede saltar como las demás.";
    /// Heading.
    kept = "Kept for anybody", "Guardadas para cualquiera";
    /// Button.
    write = "Write a prompt", "Escribir una pregunta";
    /// Heading of the form.
    write_title = "A prompt", "Una pregunta";
    /// Field.
    question = "The question", "La pregunta";
    /// Field.
    help = "A quiet line under it (optional)", "Una línea discreta debajo (opcional)";
    /// Field.
    moment = "When it is asked", "Cuándo se pregunta";
    /// Button.
    ask_this = "Ask this", "Preguntar esto";
    /// Button.
    keep = "Only keep it", "Solo guardarla";
    /// Button.
    change = "Change", "Cambiar";
    /// Button.
    delete = "Delete", "Borrar";
    /// It was deleted.
    deleted = "Prompt deleted", "Pregunta borrada";
    /// Button.
    take_back = "Do not ask any more", "No preguntar más";

    /// Heading.
    telling = "If an answer asks for care", "Si una respuesta pide atención";
    /// Under it.
    telling_lead =
        "Item 9 of the PHQ-9 asks about thoughts of death or of hurting oneself. Any answer above zero first shows crisis lines and their own safety plan. And then, as the two of you agreed:",
        "La pregunta 9 del PHQ-9 trata de pensamientos de muerte o de hacerse daño. Cualquier respuesta mayor que cero muestra primero líneas de ayuda y su propio plan de seguridad. Y después, como hayan acordado:";
    /// Choice.
    telling_ask = "They are asked each time whether to tell you", "Se le pregunta cada vez si quiere decírtelo";
    /// Choice.
    telling_always = "You are told each time", "Se te dice cada vez";
    /// Under them.
    telling_flag =
        "They read there what is agreed here. It is a flag and not an assessment of risk, and nobody watches it live.",
        "Allí lee lo que se acuerda aquí. Es un aviso, no una valoración del riesgo, y nadie lo mira en directo.";
}

/// What a number of days comes to.
#[must_use]
pub fn how_often(days: Option<u16>) -> String {
    match days {
        Some(days) => say(format!("Every {days} days."), format!("Cada {days} días.")),
        None => say("Not by the calendar.", "Sin calendario.").into(),
    }
}

/// Why a number of days is too few.
#[must_use]
pub fn too_often(title: &str, looks_back: u16, least: u16) -> String {
    say(
        format!(
            "{title} asks about the last {looks_back} days. Asked more often than every {least} days, it mostly measures the same days again."
        ),
        format!(
            "{title} pregunta por los últimos {looks_back} días. Más a menudo que cada {least} días, casi siempre mediría los mismos días."
        ),
    )
}

/// Why a number of days is too many.
#[must_use]
pub fn too_rare(longest: u16) -> String {
    say(format!("At most {longest} days."), format!("Como mucho {longest} días."))
}

/// What is kept to instead.
#[must_use]
pub fn stays(days: Option<u16>) -> String {
    match days {
        Some(days) => {
            say(format!("It stays at every {days} days."), format!("Sigue siendo cada {days} días."))
        }
        None => say("It stays off the calendar.", "Sigue sin calendario.").into(),
    }
}

/// Heading of what somebody is asked.
#[must_use]
pub fn asked_of(name: &str) -> String {
    say(format!("For {name}"), format!("Para {name}"))
}

/// Button.
#[must_use]
pub fn ask(name: &str) -> String {
    say(format!("Ask {name}"), format!("Preguntar a {name}"))
}

/// When it was given.
#[must_use]
pub fn given(day: &str) -> String {
    say(format!("since {day}"), format!("desde el {day}"))
}

/// It is asked from now on.
#[must_use]
pub fn asks_now(name: &str, moment: &str) -> String {
    say(
        format!("{name} is asked this on the page “{moment}”."),
        format!("A {name} se le pregunta en la página «{moment}»."),
    )
}

/// It is not asked any more.
#[must_use]
pub fn taken_back(question: &str) -> String {
    say(format!("Not asked any more: {question}"), format!("Ya no se pregunta: {question}"))
}
