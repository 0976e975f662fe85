//! Words around questionnaires. What the questionnaires themselves say stands in `journal`, to the letter.

use super::say;

words! {
    /// Heading of all of them, and the link there.
    title = "Questionnaires", "Cuestionarios";
    /// What one is, in a list.
    one = "Questionnaire", "Cuestionario";
    /// None is in the plan.
    none = "Your plan has no questionnaires.", "Tu plan no tiene cuestionarios.";
    /// Heading of what was answered.
    before = "Answered", "Respondidos";
    /// Heading of what was begun and starts anew.
    aside = "Begun and set aside", "Empezados y apartados";
    /// Over the answers of one of them.
    aside_line = "You began this and did not finish it. The time that it asks about is over, so it counts nothing and is kept as it is.",
        "Empezaste esto y no lo terminaste. El tiempo por el que pregunta ya pasó, así que no cuenta y se guarda como está.";
    /// A link to one that was begun.
    begun = "begun, go on where you stopped", "empezado, sigue donde lo dejaste";
    /// Today asks.
    ask = "A few questions about the last weeks", "Unas preguntas sobre las últimas semanas";
    /// Button.
    begin = "Begin", "Empezar";
    /// Its words are here in English alone.
    in_english = "So far this app has this questionnaire in English only. It shows a translation only where one was published and tested.",
        "Por ahora esta app solo tiene este cuestionario en inglés. Solo muestra una traducción si se publicó y se comprobó.";
    /// It was begun in another language than the app speaks now.
    as_begun = "This questionnaire goes on in the language in which it was begun.",
        "Este cuestionario sigue en el idioma en que se empezó.";
    /// Button.
    skip = "skip", "saltar";
    /// Button.
    back = "back", "atrás";
    /// Button.
    go_on = "Next", "Siguiente";
    /// Button at an answer that is there.
    clear = "take my answer back", "quitar mi respuesta";
    /// While an answer is corrected.
    until_done = "counts once you press Done", "vale cuando pulses Listo";
    /// Heading of the last page.
    review = "Your answers", "Tus respuestas";
    /// Under it.
    review_line = "Touch one to change it.", "Toca una para cambiarla.";
    /// An answer that is not there.
    open = "left open", "sin responder";
    /// What skipping means.
    estimated = "You left something open. That is fine: the score is then estimated from your other answers and marked as estimated.",
        "Dejaste algo sin responder. Está bien: la puntuación se calcula con tus otras respuestas y se marca como aproximada.";
    /// What skipping means.
    no_total = "With what you left open there is no score. Your answers are kept all the same.",
        "Con lo que dejaste sin responder no hay puntuación. Tus respuestas se guardan igual.";
    /// Button.
    done = "Done", "Listo";
    /// It is not here.
    gone = "This questionnaire is not here any more.", "Este cuestionario ya no está aquí.";
    /// Beside a score.
    is_estimated = "estimated, something was left open", "aproximada, algo quedó sin responder";
    /// Instead of a score.
    no_score = "No score: too much was left open.", "Sin puntuación: quedó demasiado sin responder.";
    /// Under a score.
    meaning = "A score is a rough measure of the last weeks. It is not a diagnosis and not a mark.",
        "Una puntuación mide a grandes rasgos las últimas semanas. No es un diagnóstico ni una nota.";
    /// Link.
    correct = "Correct an answer", "Corregir una respuesta";
    /// What changed since the beginning.
    remission = "Now in the lowest range, after a start well above it.", "Ahora en el rango más bajo, después de empezar muy por encima.";
    /// What changed since the beginning.
    response = "Half of what it was at the beginning, or less.", "La mitad que al principio, o menos.";
    /// What changed since the beginning.
    better = "Better than at the beginning, by more than chance.", "Mejor que al principio, más de lo que explica el azar.";
    /// What changed since the beginning.
    worse = "Harder than at the beginning, by more than chance. That is worth talking about.",
        "Más difícil que al principio, más de lo que explica el azar. Vale la pena hablarlo.";
    /// What changed since the beginning.
    same = "About the same as at the beginning.", "Más o menos como al principio.";
    /// Heading of the line over time.
    course = "Over time", "A lo largo del tiempo";
    /// The same as a table.
    table = "The same as a table", "Lo mismo en una tabla";
    /// Column.
    day = "Day", "Día";
    /// Column.
    score = "Score", "Puntuación";
    /// Column.
    range = "Range", "Rango";

    /// Heading before the score, after an answer that asks for care.
    care = "Before anything else", "Antes que nada";
    /// Under it.
    care_lead = "You answered that thoughts of being dead or of hurting yourself have been there. They come to many people in hard times, and you do not have to carry them alone.",
        "Respondiste que ha habido pensamientos de estar muerto o de hacerte daño. A muchas personas les pasa en momentos difíciles, y no tienes que cargar con ellos en soledad.";
    /// Heading.
    care_plan = "Your safety plan", "Tu plan de seguridad";
    /// There is no plan yet.
    care_no_plan = "Write a safety plan", "Escribir un plan de seguridad";
    /// Button to the score.
    care_on = "Go on to the score", "Seguir a la puntuación";
}

/// What changed, where a newer score is only estimated: "Score of 8 Oct: About the same as at the beginning."
#[must_use]
pub fn about(day: &str, change: &str) -> String {
    say(format!("Score of {day}: {change}"), format!("Puntuación del {day}: {change}"))
}

/// Under what Today asks.
#[must_use]
pub fn ask_line(title: &str) -> String {
    say(
        format!("{title}. Every question can be skipped."),
        format!("{title}. Puedes saltar cualquier pregunta."),
    )
}

/// Over the first question of one that was begun too long ago to go on with.
#[must_use]
pub fn anew(day: &str) -> String {
    say(
        format!(
            "You began this on {day}. It asks about the time just before, so it starts anew. What you answered then is kept under Questionnaires."
        ),
        format!(
            "Empezaste esto el {day}. Pregunta por el tiempo justo anterior, así que empieza de nuevo. Lo que respondiste entonces sigue en Cuestionarios."
        ),
    )
}

/// "PHQ-9 · 3 of 10".
#[must_use]
pub fn place(title: &str, at: usize, of: usize) -> String {
    say(format!("{title} · {at} of {of}"), format!("{title} · {at} de {of}"))
}

/// "14 of 27".
#[must_use]
pub fn total(total: u16, highest: u16) -> String {
    say(format!("{total} of {highest}"), format!("{total} de {highest}"))
}

/// "corrected Thu 15 Oct, 9:00".
#[must_use]
pub fn corrected(when: &str) -> String {
    say(format!("corrected {when}"), format!("corregido {when}"))
}

/// The line over time for people who hear it: how many scores, the first and the last one, each with its day.
#[must_use]
pub fn spoken(title: &str, times: usize, first: (u16, &str), last: (u16, &str)) -> String {
    let ((first, begun), (last, ended)) = (first, last);
    say(
        format!("{title}: {times} scores, from {first} on {begun} to {last} on {ended}."),
        format!("{title}: {times} puntuaciones, de {first} el {begun} a {last} el {ended}."),
    )
}
