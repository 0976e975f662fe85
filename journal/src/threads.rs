//! What grew from an intention: insights, and the steps that they became, with the dosing sessions between.
//!
//! Computed from the records that whoever looks can open. The author sees all of it; a reader sees what was
//! shared, and a shared insight of a private intention stands for itself.

mod answered;

use std::cmp::Reverse;

use chrono::{DateTime, FixedOffset, NaiveDate};
use wire::ids::{AccountId, RecordId};

pub use self::answered::{cut_off, emptied, intention_of_entry};
use crate::{
    course::Course,
    record::{Insight, Intention, Opened, Step},
};

/// The prompts whose answer is an intention, the latest of a course last.
pub const INTENTION_PROMPTS: [&str; 2] = ["prep-intention", "eve-intention"];

/// One intention and what grew from it.
#[derive(Clone, Debug, PartialEq)]
pub struct Thread {
    /// `None` is what belongs to no intention that can be seen.
    pub intention: Option<(RecordId, Intention)>,
    /// In order of time.
    pub knots: Vec<Knot>,
}

/// Something on a thread.
#[derive(Clone, Debug, PartialEq)]
pub enum Knot {
    /// A dosing session.
    Session {
        /// First, second, …
        number: usize,
        /// When it began.
        at: DateTime<FixedOffset>,
    },
    /// An insight with the steps it became, in order of time.
    Insight {
        /// Which record.
        id: RecordId,
        /// What became clear.
        insight: Insight,
        /// What was made of it.
        steps: Vec<(RecordId, Step)>,
    },
    /// A step whose insight cannot be seen, or that came from none.
    Step {
        /// Which record.
        id: RecordId,
        /// What to try.
        step: Step,
    },
}

impl Knot {
    /// Where on the thread it is.
    #[must_use]
    pub const fn at(&self) -> DateTime<FixedOffset> {
        match self {
            Self::Session { at, .. } => *at,
            Self::Insight { insight, .. } => insight.made,
            Self::Step { step, .. } => step.made,
        }
    }
}

impl Thread {
    /// Everything on it that is a record.
    #[must_use]
    pub fn records(&self) -> Vec<RecordId> {
        let mut all: Vec<_> = self.intention.iter().map(|(id, _)| *id).collect();
        for knot in &self.knots {
            match knot {
                Knot::Session { .. } => {}
                Knot::Insight { id, steps, .. } => {
                    all.push(*id);
                    all.extend(steps.iter().map(|(id, _)| *id));
                }
                Knot::Step { id, .. } => all.push(*id),
            }
        }
        all
    }
}

/// The newest of these threads in at most so many lines, as a sheet of paper has room for. A line is an intention, or
/// the words in its place, a session, an insight or a step; of each thread the newest ones are kept.
#[must_use]
pub fn newest(threads: &[Thread], lines: usize) -> Vec<Thread> {
    let mut left = lines;
    let mut kept = Vec::new();
    for thread in threads {
        if left == 0 {
            break;
        }
        left -= 1;
        let mut knots = Vec::new();
        for knot in thread.knots.iter().rev() {
            if left == 0 {
                break;
            }
            left -= 1;
            let mut knot = knot.clone();
            if let Knot::Insight { steps, .. } = &mut knot {
                steps.drain(..steps.len().saturating_sub(left));
                left -= steps.len();
            }
            knots.push(knot);
        }
        knots.reverse();
        kept.push(Thread { intention: thread.intention.clone(), knots });
    }
    kept
}

/// All threads of `owner` in these records, the newest intention first, what belongs to none last.
#[must_use]
pub fn threads(records: &[Opened], owner: AccountId, course: &Course) -> Vec<Thread> {
    let own = || records.iter().filter(move |record| record.owner == owner);
    let mut intentions: Vec<_> = own()
        .filter_map(|record| record.intention().map(|intention| (record.id, intention.clone())))
        .collect();
    intentions.sort_by_key(|(id, intention)| (Reverse(intention.made), *id));
    let insights: Vec<_> =
        own().filter_map(|record| record.insight().map(|insight| (record.id, insight))).collect();
    let steps: Vec<_> = own().filter_map(|record| record.step().map(|step| (record.id, step))).collect();
    let known = |id: Option<RecordId>| id.filter(|id| intentions.iter().any(|(known, _)| known == id));
    let knots_of = |intention: Option<RecordId>| {
        let mut knots: Vec<_> = insights
            .iter()
            .filter(|(_, insight)| known(insight.intention) == intention)
            .map(|(id, insight)| Knot::Insight {
                id: *id,
                insight: (*insight).clone(),
                steps: in_time(steps.iter().filter(|(_, step)| step.insight == Some(*id))),
            })
            .collect();
        let loose = steps.iter().filter(|(_, step)| {
            let of_insight = insights.iter().any(|(id, _)| step.insight == Some(*id));
            !of_insight && known(step.intention) == intention
        });
        knots.extend(loose.map(|(id, step)| Knot::Step { id: *id, step: (*step).clone() }));
        knots
    };
    let mut threads = Vec::new();
    let mut until = None;
    for (id, intention) in &intentions {
        let mut knots = knots_of(Some(*id));
        let sessions = course.dosings().enumerate().map(|(index, dosing)| (index + 1, dosing.at));
        knots.extend(
            sessions
                .filter(|(_, at)| *at >= intention.made && until.is_none_or(|until| *at < until))
                .map(|(number, at)| Knot::Session { number, at }),
        );
        knots.sort_by_key(Knot::at);
        until = Some(intention.made);
        threads.push(Thread { intention: Some((*id, intention.clone())), knots });
    }
    let mut rest = knots_of(None);
    rest.sort_by_key(Knot::at);
    if !rest.is_empty() {
        threads.push(Thread { intention: None, knots: rest });
    }
    threads
}

fn in_time<'a>(steps: impl Iterator<Item = &'a (RecordId, &'a Step)>) -> Vec<(RecordId, Step)> {
    let mut steps: Vec<_> = steps.map(|(id, step)| (*id, (*step).clone())).collect();
    steps.sort_by_key(|(id, step)| (step.made, *id));
    steps
}

/// The intention in force at a time: the newest that was made before it.
#[must_use]
pub fn intention_at(
    records: &[Opened],
    owner: AccountId,
    at: DateTime<FixedOffset>,
) -> Option<(RecordId, &Intention)> {
    records
        .iter()
        .filter(|record| record.owner == owner)
        .filter_map(|record| record.intention().map(|intention| (record.id, intention)))
        .filter(|(_, intention)| intention.made <= at && !intention.text.trim().is_empty())
        .max_by_key(|(_, intention)| intention.made)
}

/// The step to look back at: of those whose day has come, the one that waits longest.
#[must_use]
pub fn step_due(records: &[Opened], owner: AccountId, today: NaiveDate) -> Option<(RecordId, &Step)> {
    records
        .iter()
        .filter(|record| record.owner == owner)
        .filter_map(|record| record.step().map(|step| (record.id, step)))
        .filter(|(_, step)| step.is_due(today))
        .min_by_key(|(id, step)| (step.back_on, *id))
}

#[cfg(test)]
mod tests;
