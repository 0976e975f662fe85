//! What can be shared together before an hour: what was made in some days and is private.

use std::collections::HashSet;

use chrono::{DateTime, FixedOffset, NaiveDate};
use wire::ids::{AccountId, RecordId};

use super::{Shares, forms};
use crate::{
    course::Moment,
    measures::find,
    record::{Body, Form, Opened},
};

/// Finished pages, check-ins and questionnaires of `me` that nobody else can read, from the first day to the last, newest
/// first. Days are the author's: of a check-in the one it counts for, of a page the one on which it was begun, of a
/// questionnaire the one on which it was finished.
#[must_use]
pub fn private_in(records: &[Opened], me: AccountId, first: NaiveDate, last: NaiveDate) -> Vec<RecordId> {
    let shares = Shares::new(records, me);
    let own = || records.iter().filter(|record| record.owner == me);
    let has_beside: HashSet<RecordId> =
        own().filter_map(Opened::attachment).map(|attachment| attachment.entry).collect();
    let mut found: Vec<_> = own()
        .filter_map(|record| {
            made(&record.body, has_beside.contains(&record.id)).map(|(day, at)| (day, at, record))
        })
        .filter(|(day, _, record)| (first..=last).contains(day) && shares.of(record).is_private())
        .map(|(day, at, record)| (day, at, record.id))
        .collect();
    found.sort_by(|one, other| other.cmp(one));
    found.into_iter().map(|(_, _, id)| id).collect()
}

/// How a record goes when check-ins go as numbers, or with their words. One without numbers goes only with words.
#[must_use]
pub fn form_in_range(body: &Body, check_ins: Form) -> Option<Form> {
    match body {
        Body::CheckIn(_) => forms(body).contains(&check_ins).then_some(check_ins),
        _ => Some(Form::All),
    }
}

fn made(body: &Body, has_beside: bool) -> Option<(NaiveDate, DateTime<FixedOffset>)> {
    match body {
        Body::Entry(entry) => {
            // "Enough for now" is the Done of a soft landing; it stays open for whoever wants to go on with it.
            let is_done = entry.finished.is_some() || entry.moment == Moment::SoftLanding;
            let says_something = has_beside || !entry.is_empty();
            (is_done && says_something).then(|| (entry.started.date_naive(), entry.started))
        }
        Body::CheckIn(check_in) if !check_in.is_empty() => Some((check_in.day, check_in.at)),
        // What this version does not know it cannot show before it goes.
        Body::Measure(measure) if find(&measure.instrument).is_some() => {
            measure.finished.map(|at| (at.date_naive(), at))
        }
        _ => None,
    }
}
