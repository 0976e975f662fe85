//! Words of the figures in the brief: how far back, what was measured, what asks for care.

use crate::text::say;

words! {
    /// Group of ways to look further back.
    range = "How far back", "Hasta cuándo";
    /// Range.
    last_hour = "Since we last met", "Desde que nos vimos";
    /// Everything, before a figure.
    so_far = "So far", "Hasta ahora";
    /// Range.
    last_dosing = "Since the last dosing session", "Desde la última sesión con ketamina";
    /// Range.
    two_weeks = "The last two weeks", "Las últimas dos semanas";
    /// Range.
    everything = "Everything", "Todo";
    /// Nothing in the range.
    nothing = "nothing shared", "nada compartido";
    /// Heading.
    measures = "Questionnaires", "Cuestionarios";
    /// Column.
    measure = "Questionnaire", "Cuestionario";
    /// Column.
    course = "Course", "Evolución";
    /// Column.
    last = "Last", "Último";
    /// Column.
    from_last = "From the one before", "Desde el anterior";
    /// Column.
    from_baseline = "From baseline", "Desde el inicio";
    /// Mark of a total in which answers are missing.
    prorated = "prorated", "prorrateado";
    /// Too much was skipped for a total.
    no_total = "no total: too much was skipped", "sin total: se saltaron demasiadas";
    /// An answer was changed later.
    corrected = "corrected", "corregido";
    /// Change word.
    remission = "remission", "remisión";
    /// Change word.
    response = "response", "respuesta";
    /// Change word.
    improvement = "reliable improvement", "mejoría fiable";
    /// Change word.
    deterioration = "reliable deterioration", "empeoramiento fiable";
    /// Change word.
    no_change = "no reliable change", "sin cambio fiable";
    /// What a pattern of answers is not.
    no_diagnosis = "Not a diagnosis.", "No es un diagnóstico.";
    /// What an answer above zero on item 9 is.
    flag =
        "A flag, not a risk assessment.",
        "Es un aviso, no una evaluación del riesgo.";
    /// Mark in the caseload.
    safety = "item 9", "ítem 9";
    /// Heading of passages.
    highlights = "Passages they chose", "Pasajes que eligió";
    /// Phase.
    before = "Before the first session", "Antes de la primera sesión";
    /// Phase, when its session is not in the plan.
    after_one = "After a session", "Después de una sesión";
    /// Heading.
    safety_heading = "Safety", "Seguridad";
    /// An answer to a question that was skipped.
    skipped = "skipped", "sin responder";
    /// Button.
    show_earlier = "Show everything", "Mostrar todo";
}

/// Phase: "After session 2".
#[must_use]
pub fn after(number: usize) -> String {
    say(format!("After session {number}"), format!("Después de la sesión {number}"))
}

/// "Since we last met (7 Oct)".
#[must_use]
pub fn since(range: &str, day: &str) -> String {
    format!("{range} ({day})")
}

/// Pages and passages.
#[must_use]
pub fn pages(many: usize) -> String {
    match many {
        1 => say("one page", "una página").into(),
        _ => say(format!("{many} pages"), format!("{many} páginas")),
    }
}

/// Check-ins, and on how many days of how many there is one.
#[must_use]
pub fn check_ins(many: usize, days: Option<(usize, usize)>) -> String {
    let count = match many {
        1 => say("one check-in", "un registro").to_owned(),
        _ => say(format!("{many} check-ins"), format!("{many} registros")),
    };
    match days {
        Some((on, of)) if of > 1 && many > 0 => {
            say(format!("{count} on {on} of {of} days"), format!("{count} en {on} de {of} días"))
        }
        _ => count,
    }
}

/// "PHQ-9, item 9: 1 on Mon 12 Oct".
#[must_use]
pub fn asked(instrument: &str, item: u8, value: u8, day: &str) -> String {
    say(
        format!("{instrument}, item {item}: {value} on {day}"),
        format!("{instrument}, ítem {item}: {value}, {day}"),
    )
}

/// All groups of the criteria: "Provisional DSM-5 pattern met (B, C, D, E)".
#[must_use]
pub fn pattern_met(of: &str, groups: &str) -> String {
    say(
        format!("Provisional {of} pattern met ({groups})"),
        format!("Patrón provisional {of} presente ({groups})"),
    )
}

/// Some of them: "Provisional DSM-5 pattern not met (only B, C)".
#[must_use]
pub fn pattern_partly(of: &str, groups: &str) -> String {
    say(
        format!("Provisional {of} pattern not met (only {groups})"),
        format!("Patrón provisional {of} no presente (solo {groups})"),
    )
}

/// None of them.
#[must_use]
pub fn pattern_none(of: &str) -> String {
    say(
        format!("Provisional {of} pattern not met (no group)"),
        format!("Patrón provisional {of} no presente (ningún grupo)"),
    )
}

/// A total and the cut-point.
#[must_use]
pub fn cut_point(reaches: bool, cut: u16) -> String {
    if reaches {
        say(
            format!("total at or above the cut-point ({cut})"),
            format!("total en el punto de corte ({cut}) o por encima"),
        )
    } else {
        say(
            format!("total below the cut-point ({cut})"),
            format!("total por debajo del punto de corte ({cut})"),
        )
    }
}

/// A course in words for people who cannot see it, with the dosing sessions in it: "PHQ-9: 21, 14, 9; 2 sessions".
#[must_use]
pub fn spoken(instrument: &str, totals: &[String], sessions: usize) -> String {
    let course = format!("{instrument}: {}", totals.join(", "));
    match sessions {
        0 => course,
        1 => say(format!("{course}; 1 session"), format!("{course}; 1 sesión")),
        _ => say(format!("{course}; {sessions} sessions"), format!("{course}; {sessions} sesiones")),
    }
}

/// "−57 % from 21 (1 Sep)".
#[must_use]
pub fn percent(percent: Option<i32>, baseline: u16, day: &str) -> String {
    let change = percent.map(|percent| format!("{} %, ", signed(percent))).unwrap_or_default();
    say(format!("{change}from {baseline} on {day}"), format!("{change}desde {baseline}, {day}"))
}

/// Behind it, where the latest total is not the one that is compared: " to 9 on 8 Oct".
#[must_use]
pub fn to(total: u16, day: &str) -> String {
    say(format!(" to {total} on {day}"), format!(" hasta {total}, {day}"))
}

/// A difference with its sign: "−5", "+2", "±0".
#[must_use]
pub fn signed(difference: i32) -> String {
    match difference {
        ..0 => format!("−{}", difference.unsigned_abs()),
        0 => "±0".into(),
        1.. => format!("+{difference}"),
    }
}

/// The days of the chart.
#[must_use]
pub fn days(many: usize) -> String {
    if many == 28 {
        return super::brief::course().into();
    }
    say(format!("The last {many} days"), format!("Los últimos {many} días"))
}

/// What is not listed because it was read before the range.
#[must_use]
pub fn earlier(many: usize) -> String {
    match many {
        1 => say("One earlier page, read.", "Una página anterior, leída.").into(),
        _ => say(format!("{many} earlier pages, read."), format!("{many} páginas anteriores, leídas.")),
    }
}

/// Of a list that is cut.
#[must_use]
pub fn more(many: usize) -> String {
    say(format!("and {many} more"), format!("y {many} más"))
}
