//! What somebody wrote in a record, apart from what the app asked.

use serde_json::Value;

use super::{Body, CheckIn, Entry, PARTS};
use crate::{measures::find, prompts::feeling_of};

impl Body {
    /// The words to search in, each thing that was written for itself. Of a kind from a newer version every text;
    /// of records about keys and people none. Feelings are here in every language.
    #[must_use]
    pub fn words(&self) -> Vec<&str> {
        match self {
            Self::Entry(entry) => of_entry(entry),
            Self::CheckIn(check_in) => of_check_in(check_in),
            Self::Plan(plan) => plan.appointments.iter().filter_map(|one| one.note.as_deref()).collect(),
            Self::Intention(intention) => vec![&intention.text],
            Self::Insight(insight) => vec![&insight.text],
            Self::Step(step) => {
                let notes = step.looks.iter().map(|look| look.note.as_str());
                [step.text.as_str()].into_iter().chain(notes).collect()
            }
            Self::Attachment(attachment) => vec![&attachment.about],
            Self::Agenda(agenda) => agenda.items.iter().map(|item| item.text.as_str()).collect(),
            Self::Reply(reply) => vec![&reply.text],
            Self::Note(note) => vec![&note.text],
            Self::Introduction(introduction) => vec![&introduction.words],
            Self::Template(template) => vec![&template.question, &template.help],
            Self::SafetyPlan(plan) => PARTS.iter().map(|part| plan.text(*part)).collect(),
            Self::Acknowledgement(acknowledgement) => vec![&acknowledgement.note],
            // What it is called; its answers are numbers.
            Self::Measure(measure) => {
                find(&measure.instrument).map(|instrument| instrument.title.as_str()).into_iter().collect()
            }
            Self::Unknown(value) => {
                let mut all = Vec::new();
                texts(value, &mut all);
                all
            }
            // The words of a copy stand in what it was taken from.
            Self::Excerpt(_)
            | Self::Numbers(_)
            | Self::Share(_)
            | Self::Rules(_)
            | Self::Alert(_)
            | Self::PutOff(_)
            | Self::Jotting(_)
            | Self::Pencilled(_)
            | Self::Profile(_)
            | Self::Receipt(_)
            | Self::Invitation(_)
            | Self::Pin(_)
            | Self::Consent(_)
            | Self::Settings(_) => Vec::new(),
        }
    }
}

fn of_entry(entry: &Entry) -> Vec<&str> {
    let mine = entry.answers.iter().map(|answer| answer.text.as_str());
    let mut all: Vec<&str> = mine.chain([entry.free.as_str()]).collect();
    all.extend(feelings(&entry.feelings));
    for other in &entry.others {
        all.extend(other.answers.iter().map(|answer| answer.text.as_str()));
        all.push(&other.free);
        all.extend(feelings(&other.feelings));
    }
    all
}

fn of_check_in(check_in: &CheckIn) -> Vec<&str> {
    [check_in.note.as_str()].into_iter().chain(feelings(&check_in.feelings)).collect()
}

fn feelings(ids: &[String]) -> impl Iterator<Item = &str> {
    ids.iter().flat_map(|id| match feeling_of(id) {
        Some(feeling) => vec![feeling.name.english, feeling.name.spanish],
        None => vec![id.as_str()],
    })
}

fn texts<'a>(value: &'a Value, all: &mut Vec<&'a str>) {
    match value {
        Value::String(text) => all.push(text),
        Value::Array(values) => values.iter().for_each(|value| texts(value, all)),
        Value::Object(fields) => {
            for (_, value) in fields.iter().filter(|(name, _)| *name != "kind") {
                texts(value, all);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(json: &serde_json::Value) -> Vec<String> {
        let body = Body::parse(json.to_string().as_bytes()).unwrap();
        body.words().into_iter().filter(|words| !words.is_empty()).map(str::to_owned).collect()
    }

    #[test]
    fn what_was_written_is_searched_in_and_what_was_asked_is_not() {
        let shipped: serde_json::Value =
            serde_json::from_str(include_str!("../../testdata/records/entry-v1.json")).unwrap();
        let body = Body::parse(shipped.to_string().as_bytes()).unwrap();
        let Body::Entry(entry) = &body else { panic!("not an entry") };
        let all = body.words();
        assert!(entry.answers.iter().all(|answer| all.contains(&answer.text.as_str())));
        assert!(entry.answers.iter().all(|answer| !all.contains(&answer.question.as_str())));
        assert!(all.contains(&entry.free.as_str()));
    }

    #[test]
    fn a_feeling_is_found_by_its_name_in_either_language() {
        let check_in = serde_json::json!({
            "kind": "check_in", "v": 1, "at": "2026-10-14T19:00:00+02:00", "day": "2026-10-14", "mood": 2,
            "anxiety": null, "energy": null, "sleep": null, "connection": null,
            "feelings": ["tender", "prickly"], "note": "by the sea",
        });
        assert_eq!(words(&check_in), ["by the sea", "tender", "ternura", "prickly"]);
    }

    #[test]
    fn a_questionnaire_is_found_by_its_name() {
        let measure = |instrument: &str| {
            words(&serde_json::json!({
                "kind": "measure", "v": 1, "instrument": instrument, "language": "en",
                "started": "2026-10-14T19:00:00+02:00", "changed": "2026-10-14T19:00:00+02:00",
                "finished": null, "position": 0, "answers": [[1, 2]],
            }))
        };
        assert_eq!(measure("who-5"), ["WHO-5"]);
        assert!(measure("from-a-newer-version").is_empty());
    }

    #[test]
    fn of_a_newer_kind_every_text_is_searched_in() {
        let drawing = serde_json::json!({"kind": "drawing", "v": 9, "parts": [{"said": "a lamp"}, {"x": 1}]});
        assert_eq!(words(&drawing), ["a lamp"]);
    }
}
