//! What can be shared together before an hour: what was made in some days and is private.

use chrono::{DateTime, FixedOffset, NaiveDate};
use wire::ids::{AccountId, RecordId};

use super::{Shares, forms};
use crate::record::{Body, Form, Opened};

/// Finished pages and check-ins of `me` that nobody else can read, from the first day to the last, newest first. Days
/// are the author's: of a check-in the one it counts for, of a page the one on which it was begun.
#[must_use]
pub fn private_in(records: &[Opened], me: AccountId, first: NaiveDate, last: NaiveDate) -> Vec<RecordId> {
    let shares = Shares::new(records, me);
    let mut found: Vec<_> = records
        .iter()
        .filter(|record| record.owner == me)
        .filter_map(|record| made(&record.body).map(|(day, at)| (day, at, record)))
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

fn made(body: &Body) -> Option<(NaiveDate, DateTime<FixedOffset>)> {
    match body {
        Body::Entry(entry) if entry.finished.is_some() && !entry.is_empty() => {
            Some((entry.started.date_naive(), entry.started))
        }
        Body::CheckIn(check_in) if !check_in.is_empty() => Some((check_in.day, check_in.at)),
        _ => None,
    }
}
