//! What somebody wrote in a record, apart from what the app asked.

use serde_json::Value;

use super::{Body, CheckIn, Entry};

impl Body {
    /// The words to search in, each thing that was written for itself. Of a kind from a newer version every text;
    /// of records about keys and people none.
    #[must_use]
    pub fn words(&self) -> Vec<&str> {
        match self {
            Self::Entry(entry) => of_entry(entry),
            Self::CheckIn(check_in) => of_check_in(check_in),
            Self::Plan(plan) => {
                plan.appointments.iter().filter_map(|appointment| appointment.note.as_deref()).collect()
            }
            Self::Unknown(value) => {
                let mut all = Vec::new();
                texts(value, &mut all);
                all
            }
            Self::Profile(_) | Self::Receipt(_) | Self::Invitation(_) | Self::Pin(_) => Vec::new(),
        }
    }
}

fn of_entry(entry: &Entry) -> Vec<&str> {
    let mine = entry.answers.iter().map(|answer| answer.text.as_str());
    let mut all: Vec<&str> = mine.chain([entry.free.as_str()]).collect();
    all.extend(entry.feelings.iter().map(String::as_str));
    for other in &entry.others {
        all.extend(other.answers.iter().map(|answer| answer.text.as_str()));
        all.push(&other.free);
        all.extend(other.feelings.iter().map(String::as_str));
    }
    all
}

fn of_check_in(check_in: &CheckIn) -> Vec<&str> {
    let feelings = check_in.feelings.iter().map(String::as_str);
    [check_in.note.as_str()].into_iter().chain(feelings).collect()
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
