//! What a course of totals is called.

use chrono::{DateTime, FixedOffset};

use super::{Better, Instrument, Score};

/// One total and when it was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    /// When the last question was answered.
    pub at: DateTime<FixedOffset>,
    /// What it came to.
    pub score: Score,
}

/// The word for a course, the first that applies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// Low, from a baseline at or above caseness, as published KAP cohorts count it.
    Remission,
    /// Half of the baseline or less: at least 50 % below it, as published KAP cohorts count it. Only for PHQ-9 and GAD-7.
    Response,
    /// Better by more than chance, from as many points on as [`ChangeRule::reliable`](super::ChangeRule::reliable) says.
    ReliableImprovement,
    /// Worse by more than chance.
    ReliableDeterioration,
    /// Neither.
    NoReliableChange,
}

/// The word, and the baseline it looks back to. Only complete totals count; with fewer than two there is no word.
///
/// The baseline is the last complete total before the first dosing session, or else the first one; it is compared
/// with the latest, which may be the baseline itself while nothing was answered since that session. `points` may be in
/// any order.
#[must_use]
pub fn change(
    instrument: &Instrument,
    points: &[Point],
    first_dosing: Option<DateTime<FixedOffset>>,
) -> Option<(Change, Point)> {
    let mut complete: Vec<Point> = points.iter().copied().filter(|point| !point.score.prorated).collect();
    complete.sort_by_key(|point| point.at);
    let before = |point: &&Point| first_dosing.is_some_and(|dosing| point.at < dosing);
    let baseline = *complete.iter().rev().find(before).or_else(|| complete.first())?;
    let latest = *complete.last().filter(|_| complete.len() > 1)?;
    Some((word(instrument, baseline.score.total, latest.score.total), baseline))
}

fn word(instrument: &Instrument, baseline: u16, latest: u16) -> Change {
    let rule = &instrument.change;
    if rule.remission.is_some_and(|remission| latest < remission.below && baseline >= remission.from) {
        return Change::Remission;
    }
    let (better, worse) = match instrument.higher_is {
        Better::Lower => (baseline.saturating_sub(latest), latest.saturating_sub(baseline)),
        Better::Higher => (latest.saturating_sub(baseline), baseline.saturating_sub(latest)),
    };
    // From zero nothing can be halved.
    if rule.response && baseline > 0 && u32::from(latest) * 2 <= u32::from(baseline) {
        Change::Response
    } else if better >= rule.reliable {
        Change::ReliableImprovement
    } else if worse >= rule.reliable {
        Change::ReliableDeterioration
    } else {
        Change::NoReliableChange
    }
}
