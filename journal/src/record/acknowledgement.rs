//! "I saw your alert, and this is what I did."

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};
use wire::ids::RecordId;

use super::Rest;

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

/// Written by the therapist's device, granted to the client whose alert it is.
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
    /// What a newer version wrote.
    #[serde(flatten)]
    pub rest: Rest,
}
