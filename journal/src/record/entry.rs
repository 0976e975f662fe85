//! A guided or free entry. A draft is an entry that is not finished.

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use wire::ids::RecordId;

use super::Rest;
use crate::course::Moment;

/// What was written to one prompt.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// The prompt's id.
    pub prompt: String,
    /// As it was asked: prompts change, what was answered does not.
    pub question: String,
    /// The words; may be empty when skipped after typing.
    pub text: String,
}

/// What another device wrote in the same places of the same entry before the two met.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OtherVersion {
    /// When that version was last changed.
    pub changed: DateTime<FixedOffset>,
    /// Its answers.
    pub answers: Vec<Answer>,
    /// Its words to touch.
    pub feelings: Vec<String>,
    /// Its free writing.
    pub free: String,
}

/// One entry.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    /// Version of this body.
    pub v: u8,
    /// The moment in the course it was begun in.
    pub moment: Moment,
    /// The dosing session it looks back on.
    pub dosing: Option<Uuid>,
    /// When that session began.
    pub dosing_at: Option<DateTime<FixedOffset>>,
    /// When writing began.
    pub started: DateTime<FixedOffset>,
    /// When a word last changed.
    pub changed: DateTime<FixedOffset>,
    /// When the author was done; `None` is a draft.
    pub finished: Option<DateTime<FixedOffset>>,
    /// The number of the page one stopped at.
    pub position: usize,
    /// The id of that page: a prompt, a lens, free writing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub page: Option<String>,
    /// The intention that its answer became. One that is gone was deleted by its author.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub intention: Option<RecordId>,
    /// Answers in the order they were first written.
    pub answers: Vec<Answer>,
    /// Words that were touched.
    pub feelings: Vec<String>,
    /// Free writing.
    pub free: String,
    /// Versions that conflicted: kept and shown, never dropped.
    #[serde(default)]
    pub others: Vec<OtherVersion>,
    /// What a newer version wrote.
    #[serde(flatten)]
    pub rest: Rest,
}

impl Entry {
    /// An empty draft.
    #[must_use]
    pub fn new(
        moment: Moment,
        dosing: Option<(Uuid, DateTime<FixedOffset>)>,
        now: DateTime<FixedOffset>,
    ) -> Self {
        Self {
            v: 1,
            moment,
            dosing: dosing.map(|(id, _)| id),
            dosing_at: dosing.map(|(_, at)| at),
            started: now,
            changed: now,
            finished: None,
            position: 0,
            page: None,
            intention: None,
            answers: Vec::new(),
            feelings: Vec::new(),
            free: String::new(),
            others: Vec::new(),
            rest: Rest::new(),
        }
    }

    /// What was written to a prompt so far.
    #[must_use]
    pub fn answer(&self, prompt: &str) -> &str {
        self.answers.iter().find(|answer| answer.prompt == prompt).map_or("", |answer| answer.text.as_str())
    }

    /// Writes to a prompt, keeping the order in which answers were begun.
    pub fn set_answer(&mut self, prompt: &str, question: &str, text: String) {
        match self.answers.iter_mut().find(|answer| answer.prompt == prompt) {
            Some(answer) => answer.text = text,
            None => self.answers.push(Answer { prompt: prompt.into(), question: question.into(), text }),
        }
    }

    /// Whether nothing was written or touched.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.free.trim().is_empty()
            && self.feelings.is_empty()
            && self.others.is_empty()
            && self.answers.iter().all(|answer| answer.text.trim().is_empty())
    }

    /// The first words that were written, for a list: at most `chars` characters. Empty where only feelings were
    /// touched.
    #[must_use]
    pub fn first_words(&self, chars: usize) -> String {
        let texts = self.answers.iter().map(|answer| answer.text.as_str()).chain([self.free.as_str()]);
        let text = texts.map(str::trim).find(|text| !text.is_empty()).unwrap_or_default();
        first_words(text, chars)
    }
}

/// The first whole words of a text on one line: at most `chars` characters. A word that is longer is cut.
#[must_use]
pub fn first_words(text: &str, chars: usize) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= chars {
        return line;
    }
    let cut: String = line.chars().take(chars).collect();
    let is_whole = line.chars().nth(chars).is_none_or(char::is_whitespace);
    let whole = if is_whole { None } else { cut.rsplit_once(' ').map(|(whole, _)| whole) };
    format!("{}…", whole.unwrap_or(&cut).trim_end())
}
