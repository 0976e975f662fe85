//! When somebody wants a nudge, on all of their devices. Off until they say so.

use chrono::{NaiveTime, Weekday};
use serde::{Deserialize, Serialize};

use super::Rest;

/// A time of day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReminderTime {
    /// As the clock on the wall says, wherever the client is.
    pub at: NaiveTime,
    /// On which days; none is each day.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub days: Vec<Weekday>,
}

/// Hours without a nudge. The same time twice is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quiet {
    /// The first quiet minute.
    pub from: NaiveTime,
    /// The first minute after; before `from` it is that of the next morning.
    pub until: NaiveTime,
}

impl Quiet {
    /// Whether a time of day is among them.
    #[must_use]
    pub fn covers(&self, at: NaiveTime) -> bool {
        if self.from <= self.until {
            (self.from..self.until).contains(&at)
        } else {
            at >= self.from || at < self.until
        }
    }
}

impl Default for Quiet {
    /// From ten in the evening to eight in the morning.
    fn default() -> Self {
        let hour = |hour| NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or_default();
        Self { from: hour(22), until: hour(8) }
    }
}

/// What a client wants to be reminded of, and when.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reminders {
    /// Whether there are any.
    #[serde(default)]
    pub on: bool,
    /// In any order. One a day is used, however many there are.
    #[serde(default)]
    pub times: Vec<ReminderTime>,
    /// What is not disturbed.
    #[serde(default)]
    pub quiet: Quiet,
    /// Whether there is one before an appointment that a questionnaire is due for.
    #[serde(default)]
    pub before_appointment: bool,
    /// What a newer version wrote.
    #[serde(flatten)]
    pub rest: Rest,
}

impl Reminders {
    /// When somebody starts who has chosen nothing yet.
    #[must_use]
    pub fn first() -> ReminderTime {
        ReminderTime { at: NaiveTime::from_hms_opt(20, 0, 0).unwrap_or_default(), days: Vec::new() }
    }

    /// Whether nothing was ever chosen.
    #[must_use]
    pub fn is_default(&self) -> bool {
        *self == Self::default()
    }
}
