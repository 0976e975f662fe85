//! A small step in daily life, and what became of it. Nothing is overdue, and letting go is an answer.

use chrono::{DateTime, FixedOffset, NaiveDate};
use serde::{Deserialize, Serialize};
use wire::ids::RecordId;

use super::{
    Body, Opened, Rest,
    merge::{both, rests},
};

/// What became of a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// It found a place.
    Done,
    /// Not so far; looked at again later.
    NotYet,
    /// It does not fit, or no longer.
    LetGo,
}

/// One time of looking back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Look {
    /// When.
    pub at: DateTime<FixedOffset>,
    /// What became of it.
    pub outcome: Outcome,
    /// In the client's own words; may be empty.
    #[serde(default)]
    pub note: String,
}

/// One step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// Version of this body.
    pub v: u8,
    /// Something small to try.
    pub text: String,
    /// The insight that it came from.
    pub insight: Option<RecordId>,
    /// The intention that it belongs to.
    pub intention: Option<RecordId>,
    /// When it was made.
    pub made: DateTime<FixedOffset>,
    /// When it last changed.
    pub changed: DateTime<FixedOffset>,
    /// The day to look back at it, in the client's local days.
    pub back_on: Option<NaiveDate>,
    /// In order of time.
    #[serde(default)]
    pub looks: Vec<Look>,
    /// What a newer version wrote.
    #[serde(flatten)]
    pub rest: Rest,
}

impl Step {
    /// A new one.
    #[must_use]
    pub fn new(text: String, now: DateTime<FixedOffset>) -> Self {
        Self {
            v: 1,
            text,
            insight: None,
            intention: None,
            made: now,
            changed: now,
            back_on: None,
            looks: Vec::new(),
            rest: Rest::new(),
        }
    }

    /// What became of it so far.
    #[must_use]
    pub fn outcome(&self) -> Option<Outcome> {
        self.looks.last().map(|look| look.outcome)
    }

    /// Whether it is still on the way.
    #[must_use]
    pub fn is_open(&self) -> bool {
        matches!(self.outcome(), None | Some(Outcome::NotYet))
    }

    /// Whether its day to look back has come.
    #[must_use]
    pub fn is_due(&self, today: NaiveDate) -> bool {
        self.is_open() && self.back_on.is_some_and(|day| day <= today)
    }

    /// Looks back. One that is not yet done is looked at again on `again`; another one has found its end.
    pub fn look(&mut self, at: DateTime<FixedOffset>, outcome: Outcome, again: Option<NaiveDate>) {
        self.looks.push(Look { at, outcome, note: String::new() });
        self.back_on = again.filter(|_| outcome == Outcome::NotYet);
        self.changed = at;
    }

    /// After both changed it: no word and no look of either is dropped, the latest look counts.
    pub(super) fn merge(base: Option<&Self>, mine: &Self, theirs: &Self) -> Self {
        let mut looks = mine.looks.clone();
        for look in &theirs.looks {
            let was_there = base.is_some_and(|base| base.looks.contains(look));
            if !looks.contains(look) && !was_there {
                looks.push(look.clone());
            }
        }
        looks.sort_by_key(|look| look.at);
        let later = if theirs.changed > mine.changed { theirs } else { mine };
        Self {
            text: both(base.map(|base| &base.text), &mine.text, &theirs.text),
            made: mine.made.min(theirs.made),
            changed: later.changed,
            back_on: later.back_on,
            looks,
            rest: rests(&mine.rest, &theirs.rest),
            ..mine.clone()
        }
    }
}

impl Opened {
    /// The step in it, if it is one.
    #[must_use]
    pub const fn step(&self) -> Option<&Step> {
        if let Body::Step(step) = &self.body { Some(step) } else { None }
    }
}
