//! "I saw your alert, and this is what I did."

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};
use wire::ids::{AccountId, RecordId};

use super::{Body, Opened, Rest};

/// What was done about an alert.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Done {
    /// They talked, on the phone or in person.
    Talked,
    /// The therapist tried to reach the client and could not yet.
    Tried,
    /// They will meet sooner than planned.
    Sooner,
    /// They will talk about it at the next appointment.
    NextTime,
    /// Somebody else was called in: a crisis service, a colleague, a person from the safety plan.
    CalledIn,
}

impl Done {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 5] = [Self::Talked, Self::Sooner, Self::NextTime, Self::Tried, Self::CalledIn];
}

/// Whose acknowledgement a client's device passes on. A therapist and her colleague are not connected with each other,
/// and what one of them does about an alert the other has to know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Passed {
    /// Who acknowledged.
    pub by: AccountId,
    /// What they are called.
    pub name: String,
}

/// Written by the therapist's device, granted to the client whose alert it is once it is sent; before that it is a
/// draft and nobody else's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Acknowledgement {
    /// Version of this body.
    pub v: u8,
    /// Which alert.
    pub alert: RecordId,
    /// What was done.
    pub done: Vec<Done>,
    /// A line of the therapist's own; the client reads it. May be empty.
    pub note: String,
    /// When, on the therapist's clock.
    pub at: DateTime<FixedOffset>,
    /// Of the client's own copy for whoever reads beside its author, or after them: who that is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub passed: Option<Passed>,
    /// What a newer version wrote.
    #[serde(flatten)]
    pub rest: Rest,
}

impl Acknowledgement {
    /// An empty one.
    #[must_use]
    pub fn new(alert: RecordId, now: DateTime<FixedOffset>) -> Self {
        Self { v: 1, alert, done: Vec::new(), note: String::new(), at: now, passed: None, rest: Rest::new() }
    }

    /// Whether it says what was done, by a choice or in words.
    #[must_use]
    pub fn says_something(&self) -> bool {
        !self.done.is_empty() || !self.note.trim().is_empty()
    }

    /// Chooses one, or not any more; in the order in which they are offered.
    pub fn touch(&mut self, what: Done) {
        let is_chosen = |one: &Done| self.done.contains(one) != (*one == what);
        self.done = Done::ALL.into_iter().filter(is_chosen).collect();
    }
}

impl Opened {
    /// The acknowledgement in it, if it is one.
    #[must_use]
    pub const fn acknowledgement(&self) -> Option<&Acknowledgement> {
        if let Body::Acknowledgement(one) = &self.body { Some(one) } else { None }
    }
}
