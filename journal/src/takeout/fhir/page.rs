//! Something written, as a document of plain text.

use chrono::{DateTime, FixedOffset};
use serde_json::{Value, json};
use wire::bytes;

use super::{
    entry,
    parts::{Patient, instant},
};
use crate::{
    export::Label,
    record::{Body, Entry, Opened},
    takeout::Words,
};

/// `None` for what is not written in words.
pub fn document(opened: &Opened, patient: Patient, words: &dyn Words) -> Option<Value> {
    let (title, at, written) = match &opened.body {
        Body::Entry(entry) => (words.moment(entry.moment), entry.changed, of_entry(entry, words)),
        Body::Excerpt(excerpt) => (
            words.label(Label::Excerpt),
            excerpt.changed,
            lines([excerpt.passage.question.as_deref().unwrap_or_default(), &excerpt.passage.text]),
        ),
        Body::Intention(intention) => {
            (words.label(Label::Intention), intention.changed, intention.text.clone())
        }
        Body::Insight(insight) => (words.label(Label::Insight), insight.changed, insight.text.clone()),
        Body::Step(step) => (words.label(Label::Step), step.changed, step.text.clone()),
        _ => return None,
    };
    (!written.trim().is_empty()).then(|| entry(opened.id.0, reference(opened, title, at, &written, patient)))
}

fn reference(
    opened: &Opened,
    title: &str,
    at: DateTime<FixedOffset>,
    written: &str,
    patient: Patient,
) -> Value {
    json!({
        "resourceType": "DocumentReference",
        "id": opened.id.to_string(),
        "status": "current",
        "type": {"text": title},
        "subject": patient.reference(),
        "author": [patient.reference()],
        "date": instant(at),
        "content": [{"attachment": {
            "contentType": "text/plain; charset=utf-8",
            "data": bytes::to_base64(written.as_bytes()),
            "title": title,
            "creation": instant(at),
        }}],
    })
}

/// Questions with their answers, words that were touched, free writing, and the same of another version.
fn of_entry(entry: &Entry, words: &dyn Words) -> String {
    let answers = entry.answers.iter().filter(|answer| !answer.text.trim().is_empty());
    let mut parts: Vec<String> =
        answers.map(|answer| lines([answer.question.as_str(), &answer.text])).collect();
    let touched: Vec<_> = entry.feelings.iter().map(|id| words.feeling(id)).collect();
    parts.extend([touched.join(", "), entry.free.clone()]);
    for other in &entry.others {
        parts.push(words.label(Label::Other).into());
        parts.extend(other.answers.iter().map(|answer| lines([answer.question.as_str(), &answer.text])));
        parts.push(other.free.clone());
    }
    parts.retain(|part| !part.trim().is_empty());
    parts.join("\n\n")
}

fn lines<'a>(of: impl IntoIterator<Item = &'a str>) -> String {
    of.into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}
