//! All clients in one list.

use chrono::{DateTime, Duration, FixedOffset};
use wire::ids::{AccountId, RecordId};

use super::{
    measured::{self, Asked},
    range::Range,
    shelf::{Shelf, written},
};
use crate::{
    course::{Course, Dosing},
    record::{Appointment, Body, Opened},
};

/// One line of the caseload.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Whose line it is.
    pub client: AccountId,
    /// What the client calls themselves.
    pub name: Option<String>,
    /// The latest dosing session.
    pub dosing: Option<Dosing>,
    /// The next appointment.
    pub next: Option<Appointment>,
    /// What was shared and written or changed since the last hour together: pages, check-ins, questionnaires, insights,
    /// steps, lists; and older pages that are unread. Alerts stand for themselves.
    pub fresh: Vec<RecordId>,
    /// Those of them that are unread.
    pub unread: Vec<RecordId>,
    /// What the client wanted her to know at once and nobody acknowledged: the record, and when it was sent; the newest
    /// first.
    pub alerts: Vec<(RecordId, DateTime<FixedOffset>)>,
    /// Questionnaires since the last hour together with an answer that asks for care.
    pub asked: Vec<RecordId>,
    /// When something that is shared was last written.
    pub heard: Option<DateTime<FixedOffset>>,
    /// Since when the two are connected.
    pub connected: Option<DateTime<FixedOffset>>,
}

/// When somebody comes next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Soon {
    /// Today, or right now.
    Today,
    /// In the six days after today.
    ThisWeek,
    /// After that.
    Later,
    /// There is no date.
    NoDate,
}

impl Line {
    fn new(shelf: &Shelf, client: AccountId, now: DateTime<FixedOffset>) -> Self {
        let theirs = shelf.of(client);
        let plan = shelf.plan(client);
        let course = Course::new(plan.as_deref().map_or(&[], |plan| plan.appointments.as_slice()), now);
        let since = Range::LastHour.since(&course);
        let in_range = |at: DateTime<FixedOffset>| since.is_none_or(|since| at >= since);
        let over = course.last_together().map(Appointment::end);
        let (mut fresh, mut unread) = (Vec::new(), Vec::new());
        for record in theirs {
            let Some(changed) = written(&record.body).filter(|_| record.alert().is_none()) else { continue };
            // A list for an hour that is over was talked about in it.
            let is_done = matches!(record.body, Body::Agenda(_)) && over.is_some_and(|over| changed <= over);
            if is_done {
                continue;
            }
            let is_page = matches!(record.body, Body::Entry(_) | Body::Excerpt(_));
            let is_read = shelf.is_read(record);
            // Only a page waits to be read from before the last hour on; what else there was, was on the table then.
            if in_range(changed) || (is_page && !is_read) {
                fresh.push(record.id);
                if !is_read {
                    unread.push(record.id);
                }
            }
        }
        // What she has said what was done about asks for nothing any more.
        let is_settled = |one: &Asked| {
            let mut told = shelf.alerts(client).iter().filter(|told| told.alert.measure == one.id);
            told.any(|told| told.acknowledged.is_some() && one.is_in(&told.alert.answers))
        };
        let asked = measured::asked(theirs, in_range).into_iter().filter(|one| !is_settled(one));
        let mut asked: Vec<_> = asked.map(|one| one.id).collect();
        asked.dedup();
        Self {
            client,
            name: shelf.name(client),
            dosing: course.last_dosing(),
            next: course.next().cloned(),
            fresh,
            unread,
            alerts: shelf
                .alerts(client)
                .iter()
                .filter(|told| told.acknowledged.is_none())
                .map(|told| (told.record.id, told.alert.sent))
                .collect(),
            asked,
            heard: shelf.heard(client),
            connected: shelf.connected(client),
        }
    }

    /// When this client comes next, in the local days of `now`.
    #[must_use]
    pub fn soon(&self, now: DateTime<FixedOffset>) -> Soon {
        let Some(next) = &self.next else { return Soon::NoDate };
        let (day, today) = (next.at.with_timezone(now.offset()).date_naive(), now.date_naive());
        if day <= today {
            Soon::Today
        } else if day < today + Duration::days(7) {
            Soon::ThisWeek
        } else {
            Soon::Later
        }
    }

    /// Whole local days since the client last let something be read.
    #[must_use]
    pub fn quiet_days(&self, now: DateTime<FixedOffset>) -> Option<i64> {
        Some(days_since(self.heard?, now))
    }

    /// Whole local days since the two are connected, while nothing is there to be read.
    #[must_use]
    pub fn empty_days(&self, now: DateTime<FixedOffset>) -> Option<i64> {
        self.connected.filter(|_| self.heard.is_none()).map(|connected| days_since(connected, now))
    }
}

fn days_since(at: DateTime<FixedOffset>, now: DateTime<FixedOffset>) -> i64 {
    (now.date_naive() - at.with_timezone(now.offset()).date_naive()).num_days()
}

/// All clients, the next appointment first, those without one last by name.
#[must_use]
pub fn caseload(
    records: &[Opened],
    clients: &[AccountId],
    me: AccountId,
    now: DateTime<FixedOffset>,
) -> Vec<Line> {
    let shelf = Shelf::new(records, me);
    let mut lines: Vec<_> = clients.iter().map(|client| Line::new(&shelf, *client, now)).collect();
    lines.sort_by(|one, other| {
        let key = |line: &Line| (line.next.is_none(), line.next.as_ref().map(|next| next.at));
        key(one).cmp(&key(other)).then_with(|| one.name.cmp(&other.name))
    });
    lines
}
