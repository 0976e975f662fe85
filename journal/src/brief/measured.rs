//! Questionnaires that a client let be seen: totals, bands and the word for their change, and the answers that ask
//! for care.

use chrono::{DateTime, FixedOffset};
use wire::ids::RecordId;

use crate::{
    measures::{Band, Change, Instrument, Pattern, Point, Score, all, change},
    record::{Measure, Opened},
};

/// One filling-in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    /// Which record.
    pub id: RecordId,
    /// When it was finished.
    pub at: DateTime<FixedOffset>,
    /// What it comes to; `None` where too much was skipped.
    pub score: Option<Score>,
    /// What the answers say besides the total, where the instrument has criteria.
    pub pattern: Option<Pattern>,
    /// Whether an answer was changed after it was finished.
    pub corrected: bool,
}

/// All of one instrument, with what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measured {
    /// Which instrument.
    pub instrument: &'static Instrument,
    /// Oldest first; never empty.
    pub given: Vec<Given>,
    /// The word for the change between the baseline and the latest complete total, and the baseline it looks back to.
    pub change: Option<(Change, Given)>,
}

impl Measured {
    /// The latest one that has a total.
    #[must_use]
    pub fn last(&self) -> Option<(&Given, Score)> {
        self.totals().next_back()
    }

    /// The one with a total before that.
    #[must_use]
    pub fn before(&self) -> Option<(&Given, Score)> {
        self.totals().rev().nth(1)
    }

    /// Those that have a total, oldest first.
    #[must_use]
    pub fn totals(&self) -> impl DoubleEndedIterator<Item = (&Given, Score)> {
        self.given.iter().filter_map(|given| Some((given, given.score?)))
    }

    /// The word for the latest total.
    #[must_use]
    pub fn band(&self) -> Option<&'static Band> {
        self.instrument.band(self.last()?.1.total)
    }

    /// The latest one of which no answer is missing: what the word for the change is about.
    #[must_use]
    pub fn complete(&self) -> Option<(&Given, Score)> {
        self.totals().rev().find(|(_, score)| !score.prorated)
    }

    /// What the word for the change was made of: the baseline and the latest complete total.
    #[must_use]
    pub fn compared(&self) -> Vec<RecordId> {
        let Some((_, baseline)) = &self.change else { return Vec::new() };
        let latest = self.complete().map(|(given, _)| given.id).filter(|latest| *latest != baseline.id);
        [Some(baseline.id), latest].into_iter().flatten().collect()
    }

    /// How much lower or higher the latest complete total is than the baseline, in whole percent of it.
    #[must_use]
    pub fn percent(&self) -> Option<i32> {
        let (_, baseline) = self.change.as_ref()?;
        let (base, last) = (i32::from(baseline.score?.total), i32::from(self.complete()?.1.total));
        if base == 0 {
            return None;
        }
        let tenths = (last - base) * 1000 / base;
        Some((tenths + 5 * tenths.signum()) / 10)
    }
}

/// An answer above zero on an item that asks for care. A flag, not an assessment of risk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked {
    /// Which record.
    pub id: RecordId,
    /// Which instrument.
    pub instrument: &'static Instrument,
    /// Which item.
    pub item: u8,
    /// The answer's value.
    pub value: u8,
    /// When it was finished, or corrected since.
    pub at: DateTime<FixedOffset>,
}

impl Asked {
    /// Whether an alert with these answers says it: a higher one that came by a correction it does not say.
    pub(super) fn is_in(&self, answers: &[(u8, u8)]) -> bool {
        answers.contains(&(self.item, self.value))
    }
}

/// Each instrument of which something was given.
pub(super) fn measured(theirs: &[&Opened], first_dosing: Option<DateTime<FixedOffset>>) -> Vec<Measured> {
    let of = |instrument: &'static Instrument| {
        let mut given: Vec<Given> = finished(theirs)
            .filter(|(_, measure, _)| measure.instrument == instrument.id)
            .map(given)
            .collect();
        given.sort_by_key(|given| (given.at, given.id));
        let points: Vec<Point> =
            given.iter().filter_map(|given| Some(Point { at: given.at, score: given.score? })).collect();
        let change = change(instrument, &points, first_dosing).and_then(|(word, baseline)| {
            let is_it = |given: &&Given| given.at == baseline.at && given.score == Some(baseline.score);
            Some((word, given.iter().find(is_it)?.clone()))
        });
        (!given.is_empty()).then_some(Measured { instrument, given, change })
    };
    all().iter().filter_map(of).collect()
}

/// The answers that ask for care, newest first.
pub(super) fn asked(theirs: &[&Opened], in_range: impl Fn(DateTime<FixedOffset>) -> bool) -> Vec<Asked> {
    let mut asked: Vec<Asked> = Vec::new();
    let as_of = finished(theirs).filter_map(|(record, measure, _)| Some((record, measure, measure.as_of()?)));
    for (record, measure, at) in as_of.filter(|(_, _, at)| in_range(*at)) {
        let Some(instrument) = all().iter().find(|instrument| instrument.id == measure.instrument) else {
            continue;
        };
        for item in instrument.items.iter().filter(|item| item.safety) {
            let value = measure.answers.get(&item.id).copied().unwrap_or_default();
            if value > 0 {
                asked.push(Asked { id: record.id, instrument, item: item.id, value, at });
            }
        }
    }
    asked.sort_by_key(|one| (std::cmp::Reverse(one.at), one.id, one.item));
    asked
}

fn finished<'a>(
    theirs: &'a [&'a Opened],
) -> impl Iterator<Item = (&'a Opened, &'a Measure, DateTime<FixedOffset>)> {
    theirs.iter().filter_map(|record| {
        let measure = record.measure()?;
        Some((*record, measure, measure.finished?))
    })
}

fn given((record, measure, at): (&Opened, &Measure, DateTime<FixedOffset>)) -> Given {
    Given {
        id: record.id,
        at,
        score: measure.score(),
        pattern: measure.pattern(),
        corrected: measure.corrected.is_some(),
    }
}
