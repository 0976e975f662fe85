//! What a therapist sees before the hour, computed from what she was given. Every figure can be traced to
//! the records it came from; of what is private she has nothing, so nothing can be counted.

mod caseload;
mod shelf;

use chrono::{DateTime, FixedOffset, NaiveDate};
use uuid::Uuid;
use wire::ids::{AccountId, RecordId};

pub use self::caseload::{Line, Soon, caseload};
use self::shelf::Shelf;
use crate::{
    course::{Course, Dosing},
    levels::{self, Day},
    record::{Appointment, Body, CheckIn, Opened, Scale, first_words},
};

/// How many characters of a page or passage stand in the list.
const FIRST_WORDS: usize = 90;

/// One shared page or passage.
#[derive(Clone, Debug, PartialEq)]
pub struct Shared {
    /// Which record.
    pub id: RecordId,
    /// When it was last changed.
    pub changed: DateTime<FixedOffset>,
    /// Whether this revision has no receipt by the reader yet.
    pub unread: bool,
    /// Whether it is a passage that was chosen, and not a page.
    pub passage: bool,
    /// Its first words.
    pub first_words: String,
    /// What was touched, for an entry without a word.
    pub feelings: Vec<String>,
    /// Hours after the dosing session it looks back on.
    pub hours_after: Option<i64>,
    /// The number of that session, while it is in the plan.
    pub session: Option<usize>,
}

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
    /// The next appointment.
    pub next: Option<Appointment>,
    /// Where "since our last hour" begins.
    pub since: Option<DateTime<FixedOffset>>,
    /// Dosing sessions inside the chart: day and number.
    pub marks: Vec<(NaiveDate, usize)>,
    /// Newest first.
    pub shared: Vec<Shared>,
    /// What was said with the check-ins since the last hour together, newest first.
    pub said: Vec<Said>,
    /// Check-ins shared since the last hour together.
    pub check_ins: usize,
    /// When something that is shared was last written.
    pub heard: Option<DateTime<FixedOffset>>,
    days: Vec<NaiveDate>,
    levels: Vec<(RecordId, CheckIn)>,
}

impl Brief {
    /// From everything `me` has opened; only the records of `client` and the plan for them count.
    #[must_use]
    pub fn new(records: &[Opened], client: AccountId, me: AccountId, now: DateTime<FixedOffset>) -> Self {
        Self::from_shelf(&Shelf::new(records, me), client, now)
    }

    fn from_shelf(shelf: &Shelf, client: AccountId, now: DateTime<FixedOffset>) -> Self {
        let theirs = shelf.of(client);
        let course = Course::new(shelf.plan(client).map_or(&[], |plan| plan.appointments.as_slice()), now);
        let numbers: Vec<_> = course.dosings().enumerate().map(|(index, one)| (one.id, index + 1)).collect();
        let days = levels::days_until(now.date_naive());
        let levels: Vec<_> = theirs
            .iter()
            .filter_map(|record| check_in_of(record).map(|check_in| (record.id, check_in)))
            .collect();
        let since = course.last_together().map(|hour| hour.at);
        let mut shared: Vec<_> =
            theirs.iter().filter_map(|record| shared(record, shelf.is_read(record), &numbers)).collect();
        shared.sort_by_key(|entry| std::cmp::Reverse(entry.changed));
        let entries = shared.iter().map(|entry| entry.changed);
        Self {
            name: theirs.iter().find_map(|record| match &record.body {
                Body::Profile(profile) => Some(profile.display_name.clone()),
                _ => None,
            }),
            dosing: course.last_dosing(),
            next: course.next().cloned(),
            since,
            marks: levels::marks(&course, &days),
            said: said(&levels, since),
            check_ins: levels
                .iter()
                .filter(|(_, check_in)| since.is_none_or(|since| check_in.at >= since))
                .count(),
            heard: levels.iter().map(|(_, check_in)| check_in.at).chain(entries).max(),
            shared,
            days,
            levels,
        }
    }

    /// Shared entries that were written or changed since the last hour together.
    #[must_use]
    pub fn shared_since(&self) -> usize {
        self.shared.iter().filter(|entry| self.since.is_none_or(|since| entry.changed >= since)).count()
    }

    /// How many shared entries are unread.
    #[must_use]
    pub fn unread(&self) -> usize {
        self.shared.iter().filter(|entry| entry.unread).count()
    }

    /// The check-ins that a look at the brief shows: drawn in the chart, or said since the last hour together.
    #[must_use]
    pub fn glanced(&self) -> Vec<RecordId> {
        let first = self.days.first();
        let drawn = self.levels.iter().filter(|(_, check_in)| {
            first.is_some_and(|first| check_in.day >= *first)
                || self.since.is_none_or(|since| check_in.at >= since)
        });
        drawn.map(|(id, _)| *id).collect()
    }

    /// One scale over the days of the chart, gaps included.
    #[must_use]
    pub fn line(&self, scale: Scale) -> Vec<Day> {
        levels::line(&self.days, &self.levels, scale)
    }
}

fn shared(record: &Opened, is_read: bool, numbers: &[(Uuid, usize)]) -> Option<Shared> {
    let number = |id| numbers.iter().find(|(dosing, _)| *dosing == id).map(|(_, number)| *number);
    let hours = |from: DateTime<FixedOffset>, to: DateTime<FixedOffset>| (to - from).num_hours();
    match &record.body {
        Body::Entry(entry) => Some(Shared {
            id: record.id,
            changed: entry.changed,
            unread: !is_read,
            passage: false,
            first_words: entry.first_words(FIRST_WORDS),
            feelings: entry.feelings.clone(),
            hours_after: entry.dosing_at.map(|dosing| hours(dosing, entry.started)),
            session: entry.dosing.and_then(number),
        }),
        Body::Excerpt(excerpt) => Some(Shared {
            id: record.id,
            changed: excerpt.changed,
            unread: !is_read,
            passage: true,
            first_words: first_words(&excerpt.passage.text, FIRST_WORDS),
            feelings: Vec::new(),
            hours_after: excerpt.dosing_at.map(|dosing| hours(dosing, excerpt.started)),
            session: excerpt.dosing.and_then(number),
        }),
        _ => None,
    }
}

/// A check-in, or its numbers where only these were shared.
fn check_in_of(record: &Opened) -> Option<CheckIn> {
    match &record.body {
        Body::CheckIn(check_in) => Some(check_in.clone()),
        Body::Numbers(numbers) => Some(numbers.as_check_in()),
        _ => None,
    }
}

fn said(levels: &[(RecordId, CheckIn)], since: Option<DateTime<FixedOffset>>) -> Vec<Said> {
    let mut with_words: Vec<_> = levels
        .iter()
        .filter(|(_, check_in)| since.is_none_or(|since| check_in.at >= since))
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

#[cfg(test)]
mod tests;
