//! A prompt of a therapist's own, kept to be given to clients. Granted to nobody: what is given is a copy in a plan.

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};

use super::{
    Body, Opened, Rest,
    merge::{both, rests},
};
use crate::course::Moment;

/// One prompt.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Template {
    /// Version of this body.
    pub v: u8,
    /// The question.
    pub question: String,
    /// One quiet line under it; may be empty.
    #[serde(default)]
    pub help: String,
    /// In which guided entry it is meant to be asked.
    pub moment: Moment,
    /// When it was begun.
    pub made: DateTime<FixedOffset>,
    /// What a newer version wrote.
    #[serde(flatten)]
    pub rest: Rest,
}

impl Template {
    /// The moments that a therapist can choose: those that Today asks about, the hours right after a dose apart.
    pub const MOMENTS: [Moment; 6] = [
        Moment::Preparation,
        Moment::EveBefore,
        Moment::SameDay,
        Moment::NextDays,
        Moment::OneWeek,
        Moment::Later,
    ];

    /// An empty one.
    #[must_use]
    pub fn new(now: DateTime<FixedOffset>) -> Self {
        let (question, help) = (String::new(), String::new());
        Self { v: 1, question, help, moment: Moment::NextDays, made: now, rest: Rest::new() }
    }

    /// Whether nothing was written.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.question.trim().is_empty() && self.help.trim().is_empty()
    }

    /// After both changed it: no word of either is dropped.
    pub(super) fn merge(base: Option<&Self>, mine: &Self, theirs: &Self) -> Self {
        let is_theirs = base.is_some_and(|base| base.moment == mine.moment);
        Self {
            question: both(base.map(|base| &base.question), &mine.question, &theirs.question),
            help: both(base.map(|base| &base.help), &mine.help, &theirs.help),
            moment: if is_theirs { theirs.moment } else { mine.moment },
            made: mine.made.min(theirs.made),
            rest: rests(&mine.rest, &theirs.rest),
            ..mine.clone()
        }
    }
}

impl Opened {
    /// The template in it, if it is one.
    #[must_use]
    pub const fn template(&self) -> Option<&Template> {
        if let Body::Template(template) = &self.body { Some(template) } else { None }
    }
}
