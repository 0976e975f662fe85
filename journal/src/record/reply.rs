//! A therapist's answer to something that was shared with her: a few words, beside what they are about.

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};
use wire::ids::RecordId;

use super::{
    Body, Opened, Rest,
    merge::{both, rests},
};

/// One answer. Granted to the author of what it answers once it is sent; before that it is a draft and nobody else's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reply {
    /// Version of this body.
    pub v: u8,
    /// The record that it answers.
    pub to: RecordId,
    /// In the therapist's own words.
    pub text: String,
    /// When it was begun, or sent once it is.
    pub made: DateTime<FixedOffset>,
    /// When it got other words after it was sent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub edited: Option<DateTime<FixedOffset>>,
    /// In a draft: the sent answer whose words these will be.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instead: Option<RecordId>,
    /// What a newer version wrote.
    #[serde(flatten)]
    pub rest: Rest,
}

impl Reply {
    /// An empty one.
    #[must_use]
    pub fn new(to: RecordId, now: DateTime<FixedOffset>) -> Self {
        Self { v: 1, to, text: String::new(), made: now, edited: None, instead: None, rest: Rest::new() }
    }

    /// The sent answer with other words. The same words are no edit.
    #[must_use]
    pub fn edit(&self, text: &str, now: DateTime<FixedOffset>) -> Self {
        let text = text.trim();
        if text == self.text {
            return self.clone();
        }
        Self { text: text.to_owned(), edited: Some(now), ..self.clone() }
    }

    /// After two devices typed: no word of either is dropped.
    pub(super) fn merge(base: Option<&Self>, mine: &Self, theirs: &Self) -> Self {
        Self {
            text: both(base.map(|base| &base.text), &mine.text, &theirs.text),
            made: mine.made.min(theirs.made),
            edited: mine.edited.max(theirs.edited),
            rest: rests(&mine.rest, &theirs.rest),
            ..mine.clone()
        }
    }
}

impl Opened {
    /// The answer in it, if it is one.
    #[must_use]
    pub const fn reply(&self) -> Option<&Reply> {
        if let Body::Reply(reply) = &self.body { Some(reply) } else { None }
    }
}
