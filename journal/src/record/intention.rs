//! What somebody wants to turn toward in a dosing session.

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};
use wire::ids::RecordId;

use super::{
    Body, Opened, Rest,
    merge::{both, rests},
};

/// One intention. A later one takes its place; what grew from it stays with it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Intention {
    /// Version of this body.
    pub v: u8,
    /// In the client's own words.
    pub text: String,
    /// When it was first kept.
    pub made: DateTime<FixedOffset>,
    /// When a word last changed.
    pub changed: DateTime<FixedOffset>,
    /// The entry that it was written in.
    pub entry: Option<RecordId>,
    /// The answer there that it was made from. Other words than these were put here by hand.
    pub answer: Option<String>,
    /// What a newer version wrote.
    #[serde(flatten)]
    pub rest: Rest,
}

impl Intention {
    /// A new one, set by hand.
    #[must_use]
    pub fn new(text: String, now: DateTime<FixedOffset>) -> Self {
        Self { v: 1, text, made: now, changed: now, entry: None, answer: None, rest: Rest::new() }
    }

    /// A new one, from the answer to a prompt.
    #[must_use]
    pub fn of_entry(answer: String, entry: RecordId, now: DateTime<FixedOffset>) -> Self {
        Self { entry: Some(entry), answer: Some(answer.clone()), ..Self::new(answer, now) }
    }

    /// After both changed it: no word of either is dropped.
    pub(super) fn merge(base: Option<&Self>, mine: &Self, theirs: &Self) -> Self {
        Self {
            text: both(base.map(|base| &base.text), &mine.text, &theirs.text),
            made: mine.made.min(theirs.made),
            changed: mine.changed.max(theirs.changed),
            rest: rests(&mine.rest, &theirs.rest),
            ..mine.clone()
        }
    }
}

impl Opened {
    /// The intention in it, if it is one.
    #[must_use]
    pub const fn intention(&self) -> Option<&Intention> {
        if let Body::Intention(intention) = &self.body { Some(intention) } else { None }
    }
}
