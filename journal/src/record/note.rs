//! A therapist's own note about an hour with a client. It is granted to nobody, ever.

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use wire::ids::AccountId;

use super::{
    Body, Opened, Rest,
    merge::{both, rests},
};

/// The note about one appointment, or about a client without one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// Version of this body.
    pub v: u8,
    /// About whom.
    pub client: AccountId,
    /// About which appointment of the plan.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub appointment: Option<Uuid>,
    /// When that began, so that the note keeps its day when the plan loses it; or when it was begun.
    pub about: DateTime<FixedOffset>,
    /// In the therapist's own words.
    pub text: String,
    /// When a word last changed.
    pub changed: DateTime<FixedOffset>,
    /// What a newer version wrote.
    #[serde(flatten)]
    pub rest: Rest,
}

impl Note {
    /// An empty one about an hour that begins at `about`.
    #[must_use]
    pub fn new(
        client: AccountId,
        appointment: Option<Uuid>,
        about: DateTime<FixedOffset>,
        now: DateTime<FixedOffset>,
    ) -> Self {
        Self { v: 1, client, appointment, about, text: String::new(), changed: now, rest: Rest::new() }
    }

    /// After two devices typed: no word of either is dropped.
    pub(super) fn merge(base: Option<&Self>, mine: &Self, theirs: &Self) -> Self {
        Self {
            text: both(base.map(|base| &base.text), &mine.text, &theirs.text),
            changed: mine.changed.max(theirs.changed),
            rest: rests(&mine.rest, &theirs.rest),
            ..mine.clone()
        }
    }
}

impl Opened {
    /// The note in it, if it is one.
    #[must_use]
    pub const fn note(&self) -> Option<&Note> {
        if let Body::Note(note) = &self.body { Some(note) } else { None }
    }
}
