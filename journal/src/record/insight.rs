//! Something that became clear: a passage of an entry, kept for itself.

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};
use wire::ids::RecordId;

use super::{
    Body, Opened, Rest,
    merge::{both, rests},
};

/// One insight.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Insight {
    /// Version of this body.
    pub v: u8,
    /// The words: those of the passage, until its author puts them otherwise.
    pub text: String,
    /// What the passage answers, as it was asked.
    pub question: Option<String>,
    /// The entry that the passage is from.
    pub entry: Option<RecordId>,
    /// The intention that it belongs to.
    pub intention: Option<RecordId>,
    /// When the words were first written: the entry's time.
    pub written: DateTime<FixedOffset>,
    /// When it was kept.
    pub made: DateTime<FixedOffset>,
    /// When a word last changed.
    pub changed: DateTime<FixedOffset>,
    /// What a newer version wrote.
    #[serde(flatten)]
    pub rest: Rest,
}

impl Insight {
    /// A new one, in words of now.
    #[must_use]
    pub fn new(text: String, now: DateTime<FixedOffset>) -> Self {
        Self {
            v: 1,
            text,
            question: None,
            entry: None,
            intention: None,
            written: now,
            made: now,
            changed: now,
            rest: Rest::new(),
        }
    }

    /// After both changed it: no word of either is dropped.
    pub(super) fn merge(base: Option<&Self>, mine: &Self, theirs: &Self) -> Self {
        Self {
            text: both(base.map(|base| &base.text), &mine.text, &theirs.text),
            intention: mine.intention.or(theirs.intention),
            made: mine.made.min(theirs.made),
            changed: mine.changed.max(theirs.changed),
            rest: rests(&mine.rest, &theirs.rest),
            ..mine.clone()
        }
    }
}

impl Opened {
    /// The insight in it, if it is one.
    #[must_use]
    pub const fn insight(&self) -> Option<&Insight> {
        if let Body::Insight(insight) = &self.body { Some(insight) } else { None }
    }
}
