//! What a reader gets when only a part is shared: a record of its own, so that the rest is not even sealed to them.

use chrono::{DateTime, FixedOffset, NaiveDate};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{CheckIn, Entry, Level, Rest};
use crate::{course::Moment, passage::Passage};

/// A passage of an entry. It does not say of which: the link is in the author's own [`super::Share`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Excerpt {
    /// Version of this body.
    pub v: u8,
    /// The moment in the course the entry was begun in.
    pub moment: Moment,
    /// The dosing session it looks back on.
    pub dosing: Option<Uuid>,
    /// When that session began.
    pub dosing_at: Option<DateTime<FixedOffset>>,
    /// When writing began.
    pub started: DateTime<FixedOffset>,
    /// When the passage was chosen, or last brought up to date.
    pub changed: DateTime<FixedOffset>,
    /// The words with their question.
    pub passage: Passage,
    /// What a newer version wrote.
    #[serde(flatten)]
    pub rest: Rest,
}

impl Excerpt {
    /// A passage of this entry.
    #[must_use]
    pub fn new(entry: &Entry, passage: Passage, now: DateTime<FixedOffset>) -> Self {
        Self {
            v: 1,
            moment: entry.moment,
            dosing: entry.dosing,
            dosing_at: entry.dosing_at,
            started: entry.started,
            changed: now,
            passage,
            rest: Rest::new(),
        }
    }
}

/// The scales of a check-in, without feelings and note.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Numbers {
    /// Version of this body.
    pub v: u8,
    /// When the check-in was made, on the client's clock.
    pub at: DateTime<FixedOffset>,
    /// The day it counts for, in the client's local days.
    pub day: NaiveDate,
    /// Low to light.
    pub mood: Option<Level>,
    /// Calm to flooded.
    pub anxiety: Option<Level>,
    /// Empty to full.
    pub energy: Option<Level>,
    /// Hardly any to deep.
    pub sleep: Option<Level>,
    /// Alone to held.
    pub connection: Option<Level>,
    /// What a newer version wrote.
    #[serde(flatten)]
    pub rest: Rest,
}

impl Numbers {
    /// The numbers of a check-in.
    #[must_use]
    pub fn of(check_in: &CheckIn) -> Self {
        Self {
            v: 1,
            at: check_in.at,
            day: check_in.day,
            mood: check_in.mood,
            anxiety: check_in.anxiety,
            energy: check_in.energy,
            sleep: check_in.sleep,
            connection: check_in.connection,
            rest: Rest::new(),
        }
    }

    /// A check-in that says nothing else, for whatever draws check-ins.
    #[must_use]
    pub fn as_check_in(&self) -> CheckIn {
        let mut check_in = CheckIn::new(self.at);
        check_in.day = self.day;
        check_in.mood = self.mood;
        check_in.anxiety = self.anxiety;
        check_in.energy = self.energy;
        check_in.sleep = self.sleep;
        check_in.connection = self.connection;
        check_in
    }
}
