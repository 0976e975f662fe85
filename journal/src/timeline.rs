//! A journal by day: what was written, and between it the appointments of the course.

mod attached;
mod found;

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, FixedOffset, NaiveDate};
use uuid::Uuid;
use wire::ids::{AccountId, RecordId};

pub use self::attached::{attached, kinds_beside};
use self::found::{Found, placed};
use crate::{
    course::Course,
    record::{AppointmentKind, Body, Opened, What as Beside},
    search::Query,
};

/// What kind of thing is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Entries.
    Pages,
    /// Check-ins.
    CheckIns,
    /// Intentions, insights and steps.
    Threads,
    /// Appointments that have begun, and the lists for them.
    Sessions,
    /// Entries with something like this beside their words.
    With(Beside),
}

/// Who else can read what is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Seen {
    /// Somebody.
    Shared,
    /// Nobody.
    Private,
}

/// What is looked for; empty, it is everything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Of one kind.
    pub kind: Option<Kind>,
    /// Shared or not.
    pub seen: Option<Seen>,
    /// Among these, which a search has found.
    pub found: Option<BTreeSet<RecordId>>,
    /// And these appointments, in whose notes it was found.
    pub noted: BTreeSet<Uuid>,
    /// Not later than this day.
    pub until: Option<NaiveDate>,
}

/// One thing in the timeline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// The day it belongs to, in the author's local days.
    pub day: NaiveDate,
    /// When.
    pub at: DateTime<FixedOffset>,
    /// What.
    pub what: What,
    /// What a search found where it is not in the record itself: something attached to it, or an answer to it.
    pub beside: Option<RecordId>,
}

/// What a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum What {
    /// Something that was written.
    Record(RecordId),
    /// A dosing session that has begun: the first, the second …
    Dosing(usize),
    /// Another appointment that has begun.
    Appointment(AppointmentKind),
}

/// The timeline of `me`, newest first. Appointments that have begun stand in it when no words are searched for and nobody
/// asks who can read what; after a search those in whose notes it was found, also where they are still to come. What a
/// search has found stands in it, whatever it is: what is attached in the line of its entry, an
/// answer in the line of what it answers.
#[must_use]
pub fn timeline(records: &[Opened], me: AccountId, course: &Course, filter: &Filter) -> Vec<Line> {
    let among = Among {
        partly: if filter.seen.is_some() { partly_shared(records, me) } else { BTreeSet::new() },
        beside: match filter.kind {
            Some(Kind::With(_)) => attached(records, me, filter.kind),
            _ => BTreeMap::new(),
        },
        found: filter.found.as_ref().map(|found| placed(records, me, found)),
    };
    let own = records.iter().filter(|record| record.owner == me && filter.takes(record, &among));
    let mut lines: Vec<Line> = own.filter_map(|record| line_of(record, among.found.as_ref())).collect();
    if filter.takes_sessions() {
        lines.extend(filter.sessions(course));
    }
    if let Some(until) = filter.until {
        lines.retain(|line| line.day <= until);
    }
    lines.sort_unstable_by_key(|line| std::cmp::Reverse((line.day, line.at, line.id())));
    lines
}

/// What a filter looks at beside the record itself; empty where it does not ask.
struct Among {
    partly: BTreeSet<RecordId>,
    beside: BTreeMap<RecordId, RecordId>,
    found: Option<Found>,
}

/// Of what only a part is shared.
#[must_use]
pub fn partly_shared(records: &[Opened], me: AccountId) -> BTreeSet<RecordId> {
    let own = || records.iter().filter(|record| record.owner == me);
    let granted: BTreeSet<RecordId> =
        own().filter(|record| !record.recipients.is_empty()).map(|record| record.id).collect();
    let shares = own().filter_map(Opened::share);
    shares
        .filter(|share| share.copy.is_some_and(|copy| granted.contains(&copy)))
        .map(|share| share.source)
        .collect()
}

/// The months that have something in them, newest first: each by its last day that has something.
#[must_use]
pub fn months(lines: &[Line]) -> Vec<NaiveDate> {
    use chrono::Datelike;
    let mut days: Vec<NaiveDate> = lines.iter().map(|line| line.day).collect();
    days.dedup_by_key(|day| (day.year(), day.month()));
    days
}

/// The appointments in whose notes is what is searched for.
#[must_use]
pub fn noted(course: &Course, query: &Query) -> BTreeSet<Uuid> {
    let has_it = |note: &str| !query.is_empty() && query.fits_words([note]);
    let noted = course.appointments().iter().filter(|one| one.note.as_deref().is_some_and(has_it));
    noted.map(|one| one.id).collect()
}

/// When something was written, and the day it counts for; `None` for what has no place in a timeline.
#[must_use]
pub fn when(body: &Body) -> Option<(DateTime<FixedOffset>, NaiveDate)> {
    match body {
        Body::Entry(entry) => Some(on_its_day(entry.started)),
        Body::CheckIn(check_in) => Some((check_in.at, check_in.day)),
        Body::Intention(intention) => Some(on_its_day(intention.made)),
        Body::Insight(insight) => Some(on_its_day(insight.made)),
        Body::Step(step) => Some(on_its_day(step.made)),
        Body::Agenda(agenda) => Some(on_its_day(agenda.made)),
        _ => None,
    }
}

/// When `me` wrote something, each on the clock of that moment.
pub fn written(records: &[Opened], me: AccountId) -> impl Iterator<Item = DateTime<FixedOffset>> {
    let own = records.iter().filter(move |record| record.owner == me);
    own.filter_map(|record| when(&record.body)).map(|(at, _)| at)
}

fn on_its_day(at: DateTime<FixedOffset>) -> (DateTime<FixedOffset>, NaiveDate) {
    (at, at.date_naive())
}

impl Filter {
    fn takes(&self, record: &Opened, among: &Among) -> bool {
        let Among { partly, beside, found } = among;
        let kind = match &record.body {
            Body::Entry(_) => Some(Kind::Pages),
            Body::CheckIn(_) => Some(Kind::CheckIns),
            Body::Intention(_) | Body::Insight(_) | Body::Step(_) => Some(Kind::Threads),
            Body::Agenda(agenda) if !agenda.items.is_empty() => Some(Kind::Sessions),
            // Between the days they have no place.
            Body::Measure(_) | Body::SafetyPlan(_) if found.is_some() => None,
            _ => return false,
        };
        let is_private = record.recipients.is_empty() && !partly.contains(&record.id);
        let seen = if is_private { Seen::Private } else { Seen::Shared };
        let is_kind = |wanted| match wanted {
            Kind::With(_) => beside.contains_key(&record.id),
            wanted => kind == Some(wanted),
        };
        self.kind.is_none_or(is_kind)
            && self.seen.is_none_or(|wanted| wanted == seen)
            && found.as_ref().is_none_or(|found| found.contains_key(&record.id))
    }

    fn takes_sessions(&self) -> bool {
        let has_any = self.found.is_none() || !self.noted.is_empty();
        self.kind.is_none_or(|kind| kind == Kind::Sessions) && self.seen.is_none() && has_any
    }

    fn sessions(&self, course: &Course) -> impl Iterator<Item = Line> {
        let mut dosings = 0;
        course.appointments().iter().filter_map(move |appointment| {
            let what = match appointment.kind {
                AppointmentKind::Dosing => {
                    dosings += 1;
                    What::Dosing(dosings)
                }
                other => What::Appointment(other),
            };
            let is_there = match self.found {
                Some(_) => self.noted.contains(&appointment.id),
                None => appointment.at <= course.now(),
            };
            let (day, at) = (course.local_day(appointment.at), appointment.at);
            is_there.then_some(Line { day, at, what, beside: None })
        })
    }
}

impl Line {
    const fn id(&self) -> Option<RecordId> {
        if let What::Record(id) = self.what { Some(id) } else { None }
    }
}

fn line_of(record: &Opened, found: Option<&Found>) -> Option<Line> {
    let (at, day) = match &record.body {
        Body::Measure(measure) => on_its_day(measure.started),
        Body::SafetyPlan(plan) => on_its_day(plan.changed),
        other => when(other)?,
    };
    let beside = found.and_then(|found| found.get(&record.id)).copied().filter(|found| *found != record.id);
    Some(Line { day, at, what: What::Record(record.id), beside })
}

#[cfg(test)]
mod tests;
