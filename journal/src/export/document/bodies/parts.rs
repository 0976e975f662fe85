//! What a record consists of.

use super::super::{Label, Words, html::Html};
use crate::{
    measures::find,
    record::{Alert, Answer, Attachment, Body, Measure, Plan, Step},
};

/// One version of an entry.
pub fn version(html: &mut Html, answers: &[Answer], touched: &[String], free: &str, words: &dyn Words) {
    let answers = answers.iter().filter(|answer| !answer.text.trim().is_empty());
    let mut asked = false;
    for answer in answers {
        asked = true;
        html.text("h4", &answer.question);
        said(html, &answer.text);
    }
    feelings(html, touched, words);
    if asked && !free.trim().is_empty() {
        html.text("h4", words.label(Label::Free));
    }
    said(html, free);
}

/// Words that were touched.
pub fn feelings(html: &mut Html, touched: &[String], words: &dyn Words) {
    if touched.is_empty() {
        return;
    }
    let named: Vec<&str> = touched.iter().map(|id| words.feeling(id)).collect();
    html.class("p", "facts", &format!("{}: {}", words.label(Label::Feelings), named.join(", ")));
}

/// In somebody's own words.
pub fn said(html: &mut Html, text: &str) {
    if !text.trim().is_empty() {
        html.class("p", "words", text);
    }
}

/// A step with what became of it.
pub fn step(html: &mut Html, step: &Step, words: &dyn Words) {
    said(html, &step.text);
    if let Some(day) = step.back_on {
        html.class("p", "facts", &words.day(day));
    }
    for look in &step.looks {
        let outcome = words.label(Label::Outcome(look.outcome));
        html.class("p", "facts", &format!("{outcome} · {}", words.day(look.at.date_naive())));
        said(html, &look.note);
    }
}

/// Every question to the letter with its answer, and the sum. Without the words of a newer version's instrument:
/// numbers.
pub fn measure(html: &mut Html, measure: &Measure, words: &dyn Words) {
    let instrument = find(&measure.instrument);
    html.text("h4", instrument.map_or(measure.instrument.as_str(), |known| known.full_title.as_str()));
    let wording = instrument.and_then(|known| Some((known, known.wording(&measure.language)?.0)));
    let Some((known, wording)) = wording else {
        for (item, value) in &measure.answers {
            html.text("p", &format!("{item}: {value}"));
        }
        return;
    };
    html.class("p", "facts", &wording.stem);
    html.open("dl");
    let plain = known.items.iter().map(|item| item.id).zip(&wording.items);
    for (item, question) in plain {
        let value = measure.answers.get(&item);
        let place = known.options.iter().position(|option| Some(&option.value) == value);
        answered(html, question, value, place.and_then(|place| wording.options.get(place)), words);
    }
    for (item, asked) in known.unscored.iter().map(|item| item.id).zip(&wording.unscored) {
        let value = measure.answers.get(&item);
        let said = value.and_then(|value| asked.options.get(usize::from(*value)));
        answered(html, &asked.text, value, said, words);
    }
    html.close("dl");
    if let Some(score) = measure.score() {
        let label = words.label(if score.prorated { Label::Prorated } else { Label::Total });
        html.class("p", "facts", &format!("{label}: {}", score.total));
    }
}

/// Which answers were told, as numbers: the words stand in the measure.
pub fn alert(html: &mut Html, alert: &Alert) {
    let title = find(&alert.instrument).map_or(alert.instrument.as_str(), |known| known.title.as_str());
    for (item, value) in &alert.answers {
        html.text("p", &format!("{title} · {item}: {value}"));
    }
}

fn answered(html: &mut Html, question: &str, value: Option<&u8>, said: Option<&String>, words: &dyn Words) {
    html.text("dt", question);
    let answer = match (value, said) {
        (Some(value), Some(said)) => format!("{said} ({value})"),
        (Some(value), None) => value.to_string(),
        (None, _) => words.label(Label::Skipped).to_owned(),
    };
    html.text("dd", &answer);
}

/// A drawing or a small picture, the words for it, and the way to the file beside the document.
pub fn attachment(html: &mut Html, attachment: &Attachment, file: Option<&str>, words: &dyn Words) {
    if let Some(sketch) = &attachment.sketch {
        html.drawing(sketch, &attachment.about);
    }
    if let Some(preview) = &attachment.preview {
        html.picture(preview, &attachment.about);
    }
    said(html, &attachment.about);
    match file {
        Some(file) => html.file(file, words.label(Label::File)),
        None if attachment.blob.is_some() => html.class("p", "facts", words.label(Label::Missing)),
        None => {}
    }
}

/// What the therapist planned.
pub fn plan(html: &mut Html, plan: &Plan, words: &dyn Words) {
    let mut appointments: Vec<_> = plan.appointments.iter().collect();
    appointments.sort_by_key(|appointment| appointment.at);
    for appointment in appointments {
        let day = words.day(appointment.at.date_naive());
        html.text(
            "h4",
            &format!("{} · {day} · {}", words.appointment(appointment.kind), words.time(appointment.at)),
        );
        if let Some(dose) = &appointment.dose {
            let route = dose.route.map(|route| words.label(Label::Route(route)));
            let parts = route.into_iter().chain([dose.amount.as_str()]).filter(|part| !part.is_empty());
            html.class("p", "facts", &parts.collect::<Vec<_>>().join(", "));
        }
        said(html, appointment.note.as_deref().unwrap_or_default());
    }
    for planned in &plan.measures {
        let title =
            find(&planned.instrument).map_or(planned.instrument.as_str(), |known| known.title.as_str());
        html.class("p", "facts", title);
    }
    for prompt in &plan.prompts {
        html.text("h4", &prompt.question);
        said(html, &prompt.help);
    }
}

/// Field by field: for what a newer app wrote, and for what is about people, keys and the app itself.
pub fn fields(html: &mut Html, body: &Body) {
    let Ok(value) = serde_json::to_value(body) else { return };
    html.class("pre", "raw", &serde_json::to_string_pretty(&value).unwrap_or_default());
}
