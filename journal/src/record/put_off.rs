//! "Not now": what Today does not ask again that day.

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

use super::Rest;

/// How long a "not now" is remembered, days: a prompt that was put off on several days is let be for good.
const KEPT: u64 = 120;

/// One "not now".
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct NotNow {
    /// The client's day, as [`crate::today::day`] has it.
    pub day: NaiveDate,
    /// The name of what was put off, from [`crate::today::Thing::name`]. A newer version may know more names.
    pub what: String,
}

/// All of them in one small record, so that a prompt rests on every device. Two devices that each began one
/// are read together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PutOff {
    /// Version of this body.
    pub v: u8,
    /// In order of days.
    pub not_now: Vec<NotNow>,
    /// What a newer version wrote.
    #[serde(flatten)]
    pub rest: Rest,
}

impl PutOff {
    /// Nothing yet.
    #[must_use]
    pub fn new() -> Self {
        Self { v: 1, not_now: Vec::new(), rest: Rest::new() }
    }

    /// Puts `what` to rest for `day`; forgets what is too long ago to matter.
    pub fn add(&mut self, day: NaiveDate, what: String) {
        let kept = day.checked_sub_days(Days::new(KEPT)).unwrap_or(NaiveDate::MIN);
        self.not_now.retain(|one| one.day >= kept);
        self.not_now.push(NotNow { day, what });
        self.tidy();
    }

    /// What either of two devices put off.
    pub(super) fn join(&mut self, other: &Self) {
        self.not_now.extend(other.not_now.iter().cloned());
        self.tidy();
    }

    fn tidy(&mut self) {
        self.not_now.sort();
        self.not_now.dedup();
    }
}

impl Default for PutOff {
    fn default() -> Self {
        Self::new()
    }
}
