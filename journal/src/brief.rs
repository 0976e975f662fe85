//! What a therapist sees before the hour, computed from what she was given. Every figure is the list of the records
//! it came from; of what is private she has nothing, so nothing can be counted.

mod alerted;
mod caseload;
mod measured;
mod range;
mod shared;
mod shelf;

use chrono::{DateTime, FixedOffset, NaiveDate};
use wire::ids::{AccountId, RecordId};

pub use self::{
    alerted::{Acknowledged, Alerted},
    caseload::{Line, Soon, caseload},
    measured::{Asked, Given, Measured},
    range::Range,
    shared::{Phase, Shared},
};
use self::{measured::measured, shared::shared, shelf::Shelf};
use crate::{
    course::{Course, Dosing},
    levels::{self, Day},
    record::{Appointment, Body, CheckIn, Dose, Opened, Scale},
};

/// What was touched and written with one check-in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// Which record.
    pub id: RecordId,
    /// The day it counts for.
    pub day: NaiveDate,
    /// Words that were touched.
    pub feelings: Vec<String>,
    /// In the client's own words; may be empty.
    pub note: String,
}

/// The brief for one client.
#[derive(Clone, Debug, PartialEq)]
pub struct Brief {
    /// What the client calls themselves.
    pub name: Option<String>,
    /// The latest dosing session.
    pub dosing: Option<Dosing>,
    /// What was given in it, as far as the plan says.
    pub dose: Option<Dose>,
    /// The next appointment.
    pub next: Option<Appointment>,
    /// How far it looks back.
    pub range: Range,
    /// How far it can look back.
    pub ranges: Vec<Range>,
    /// The last hour together.
    pub last_hour: Option<DateTime<FixedOffset>>,
    /// Where it begins; `None` is from the first record on.
    pub since: Option<DateTime<FixedOffset>>,
    /// Dosing sessions inside the chart: day and number.
    pub marks: Vec<(NaiveDate, usize)>,
    /// When each dosing session so far began, in order.
    pub dosings: Vec<DateTime<FixedOffset>>,
    /// Pages and passages: all that are unread, and of the others those of the range. Newest first.
    pub shared: Vec<Shared>,
    /// Pages and passages from before the range, all read.
    pub earlier: Vec<RecordId>,
    /// What the client wanted her to know at once: all that nobody acknowledged, then those of the range.
    pub alerts: Vec<Alerted>,
    /// Answers that ask for care, given in the range, newest first; without those that an alert above is about.
    pub asked: Vec<Asked>,
    /// Questionnaires in the order of the instruments, with everything that was ever given.
    pub measured: Vec<Measured>,
    /// What was said with the check-ins of the range, newest first.
    pub said: Vec<Said>,
    /// Check-ins of the range.
    pub check_ins: Vec<RecordId>,
    /// On how many days of the range there is a check-in, and how many days it has; `None` before the first.
    pub days_checked: Option<(usize, usize)>,
    /// When something that is shared was last written.
    pub heard: Option<DateTime<FixedOffset>>,
    days: Vec<NaiveDate>,
    levels: Vec<(RecordId, CheckIn)>,
}

impl Brief {
    /// From everything `me` has opened; only the records of `client` and the plan for them count.
    #[must_use]
    pub fn new(
        records: &[Opened],
        client: AccountId,
        me: AccountId,
        now: DateTime<FixedOffset>,
        range: Range,
    ) -> Self {
        let shelf = Shelf::new(records, me);
        let theirs = shelf.of(client);
        let plan = shelf.plan(client);
        let course = Course::new(plan.as_deref().map_or(&[], |plan| plan.appointments.as_slice()), now);
        let last_hour = course.last_together().map(|hour| hour.at);
        let ranges = Range::offered(&course);
        // What begins nowhere in this course is everything.
        let range = if ranges.contains(&range) { range } else { Range::Everything };
        let since = range.since(&course);
        let in_range = |at: DateTime<FixedOffset>| since.is_none_or(|since| at >= since);
        let levels: Vec<_> = theirs
            .iter()
            .filter_map(|record| check_in_of(record).map(|check_in| (record.id, check_in)))
            .collect();
        let first = levels.iter().map(|(_, check_in)| check_in.day).min();
        let days = levels::days(now.date_naive(), range.chart_days(&course, first));
        let mut shared: Vec<_> =
            theirs.iter().filter_map(|record| shared(record, shelf.is_read(record), &course)).collect();
        shared.sort_by_key(|entry| (std::cmp::Reverse(entry.changed), entry.id));
        let (shared, earlier): (Vec<_>, Vec<_>) =
            shared.into_iter().partition(|entry| entry.unread || in_range(entry.changed));
        let alerts: Vec<_> = shelf
            .alerts(client)
            .iter()
            .filter(|told| told.acknowledged.is_none_or(|(_, one)| in_range(one.at)))
            .map(Alerted::new)
            .collect();
        let mut asked = measured::asked(theirs, in_range);
        asked.retain(|one| !alerts.iter().any(|alert| alert.measure == one.id && one.is_in(&alert.answers)));
        let measured = measured(theirs, course.dosings().next().map(|first| first.at));
        Self {
            name: shelf.name(client),
            dosing: course.last_dosing(),
            dose: course.dosings().next_back().and_then(|last| last.dose.clone()),
            next: course.next().cloned(),
            range,
            ranges,
            last_hour,
            since,
            marks: levels::marks(&course, &days, &levels),
            dosings: course.dosings().map(|dosing| dosing.at).collect(),
            earlier: earlier.into_iter().map(|entry| entry.id).collect(),
            alerts,
            asked,
            measured,
            said: said(&levels, in_range),
            check_ins: levels
                .iter()
                .filter(|(_, check_in)| in_range(check_in.at))
                .map(|(id, _)| *id)
                .collect(),
            days_checked: days_checked(
                levels.iter().filter(|(_, check_in)| in_range(check_in.at)).map(|(_, check_in)| check_in.day),
                since.map(|since| course.local_day(since)),
                now.date_naive(),
            ),
            heard: shelf.heard(client),
            shared,
            days,
            levels,
        }
    }

    /// Shared pages and passages that were written or changed in the range.
    #[must_use]
    pub fn fresh(&self) -> Vec<RecordId> {
        let of_range =
            self.shared.iter().filter(|entry| self.since.is_none_or(|since| entry.changed >= since));
        of_range.map(|entry| entry.id).collect()
    }

    /// The unread ones.
    #[must_use]
    pub fn unread(&self) -> Vec<RecordId> {
        self.shared.iter().filter(|entry| entry.unread).map(|entry| entry.id).collect()
    }

    /// The passages that were chosen: unread first, then newest first.
    #[must_use]
    pub fn highlights(&self) -> Vec<&Shared> {
        let mut chosen: Vec<_> = self.shared.iter().filter(|entry| entry.passage).collect();
        chosen.sort_by_key(|entry| !entry.unread);
        chosen
    }

    /// The unread one to read after `now`, in the order of the screen: passages first, then pages by phase.
    #[must_use]
    pub fn next_unread(&self, now: RecordId) -> Option<RecordId> {
        let pages = self.phases().into_iter().flat_map(|(_, pages)| pages);
        let mut all = self.highlights().into_iter().chain(pages);
        all.find(|entry| entry.unread && entry.id != now).map(|entry| entry.id)
    }

    /// The pages by phase, the latest phase first; in each the unread ones first, then newest first.
    #[must_use]
    pub fn phases(&self) -> Vec<(Phase, Vec<&Shared>)> {
        let pages = || self.shared.iter().filter(|entry| !entry.passage);
        let mut phases: Vec<Phase> = pages().map(|entry| entry.phase).collect();
        phases.sort_unstable_by(|one, other| other.cmp(one));
        phases.dedup();
        let of = |phase: Phase| {
            let mut entries: Vec<_> = pages().filter(|entry| entry.phase == phase).collect();
            entries.sort_by_key(|entry| !entry.unread);
            (phase, entries)
        };
        phases.into_iter().map(of).collect()
    }

    /// What a look at the brief shows whole: alerts, the numbers drawn in the chart or said in the range, and totals.
    #[must_use]
    pub fn glanced(&self) -> Vec<RecordId> {
        let first = self.days.first();
        let drawn = self.levels.iter().filter(|(_, check_in)| {
            first.is_some_and(|first| check_in.day >= *first)
                || self.since.is_none_or(|since| check_in.at >= since)
        });
        let totals = self.measured.iter().flat_map(|measured| measured.given.iter().map(|given| given.id));
        let alerts = self.alerts.iter().map(|alert| alert.id);
        alerts.chain(drawn.map(|(id, _)| *id)).chain(totals).collect()
    }

    /// How many days the chart has.
    #[must_use]
    pub const fn chart_days(&self) -> usize {
        self.days.len()
    }

    /// One scale over the days of the chart, gaps included.
    #[must_use]
    pub fn line(&self, scale: Scale) -> Vec<Day> {
        levels::line(&self.days, &self.levels, scale)
    }
}

/// A check-in, or its numbers where only these were shared.
pub(crate) fn check_in_of(record: &Opened) -> Option<CheckIn> {
    match &record.body {
        Body::CheckIn(check_in) => Some(check_in.clone()),
        Body::Numbers(numbers) => Some(numbers.as_check_in()),
        _ => None,
    }
}

fn said(levels: &[(RecordId, CheckIn)], in_range: impl Fn(DateTime<FixedOffset>) -> bool) -> Vec<Said> {
    let mut with_words: Vec<_> = levels
        .iter()
        .filter(|(_, check_in)| in_range(check_in.at))
        .filter(|(_, check_in)| !check_in.feelings.is_empty() || !check_in.note.trim().is_empty())
        .collect();
    with_words.sort_by_key(|(_, check_in)| std::cmp::Reverse(check_in.at));
    with_words
        .into_iter()
        .map(|(id, check_in)| Said {
            id: *id,
            day: check_in.day,
            feelings: check_in.feelings.clone(),
            note: check_in.note.trim().to_owned(),
        })
        .collect()
}

/// Days with a check-in, of the days from `since` or else from the first of them until today.
fn days_checked(
    checked: impl Iterator<Item = NaiveDate>,
    since: Option<NaiveDate>,
    today: NaiveDate,
) -> Option<(usize, usize)> {
    let mut days: Vec<_> = checked.collect();
    days.sort_unstable();
    days.dedup();
    let from = since.or_else(|| days.first().copied())?;
    days.retain(|day| *day >= from && *day <= today);
    let all = usize::try_from((today - from).num_days() + 1).ok()?;
    (!days.is_empty()).then_some((days.len(), all))
}

#[cfg(test)]
mod tests;
