//! What was done about an alert, for whoever reads beside or after the one who did it. The two are not connected with
//! each other, so it goes by way of the client, as a copy of the client's own.

use chrono::NaiveDate;
use wire::ids::{AccountId, RecordId};

use super::{Stage, consents, is_paired};
use crate::record::{Acknowledgement, Consent, Opened, Passed};

/// Who acknowledged one's own alert, themselves or by a copy; nobody for what is no alert.
pub(super) fn acknowledged_by<'a>(
    records: &'a [Opened],
    me: AccountId,
    alert: &'a Opened,
) -> impl Iterator<Item = AccountId> + 'a {
    let records = if alert.alert().is_some() { records } else { &[] };
    let about = records.iter().filter_map(|record| Some((record.owner, record.acknowledgement()?)));
    about.filter(|(_, one)| one.alert == alert.id).filter_map(move |(owner, one)| match &one.passed {
        Some(passed) => (owner == me).then_some(passed.by),
        None => (owner != me).then_some(owner),
    })
}

/// The client's own copy of what somebody did about an alert.
fn copy_of(records: &[Opened], me: AccountId, alert: RecordId, by: AccountId) -> Option<&Opened> {
    let is_it = |one: &Acknowledgement| {
        one.alert == alert && one.passed.as_ref().is_some_and(|passed| passed.by == by)
    };
    let mut own = records.iter().filter(|record| record.owner == me);
    own.find(|record| record.acknowledgement().is_some_and(is_it))
}

/// Whether the colleague of a consent has what was done about an alert, by the therapist or by the colleague.
pub(super) fn is_passed(records: &[Opened], me: AccountId, alert: RecordId, consent: &Consent) -> bool {
    let has =
        |by| copy_of(records, me, alert, by).is_some_and(|copy| copy.recipients.contains(&consent.peer));
    has(consent.by) || has(consent.peer)
}

/// What was done about one's own alerts, where either of two who read has not heard it from the other: the copy there
/// is, what it says, who reads it from now on. Nobody reads what was done about an alert that was taken back.
#[must_use]
pub fn acknowledgements(
    records: &[Opened],
    me: AccountId,
    today: NaiveDate,
) -> Vec<(Option<RecordId>, Acknowledgement, Vec<AccountId>)> {
    let running = consents(records, me, today).into_iter().filter(|(_, _, stage)| *stage == Stage::Active);
    running.flat_map(|(_, consent, _)| between(records, me, consent)).chain(stale(records, me)).collect()
}

/// Copies about alerts that nobody reads any more.
fn stale(
    records: &[Opened],
    me: AccountId,
) -> impl Iterator<Item = (Option<RecordId>, Acknowledgement, Vec<AccountId>)> {
    let own =
        move || records.iter().filter(move |record| record.owner == me && !record.recipients.is_empty());
    let copies = own().filter_map(|record| Some((record.id, record.acknowledgement()?)));
    let copies = copies.filter(|(_, one)| one.passed.is_some());
    let is_told = move |alert: RecordId| own().any(|record| record.id == alert);
    copies.filter(move |(_, one)| !is_told(one.alert)).map(|(id, one)| (Some(id), one.clone(), Vec::new()))
}

/// What has to be said between the two of one consent.
fn between(
    records: &[Opened],
    me: AccountId,
    consent: &Consent,
) -> Vec<(Option<RecordId>, Acknowledgement, Vec<AccountId>)> {
    let told = records.iter().filter(|record| record.owner == me && record.alert().is_some());
    let told = told.filter(|record| record.recipients.contains(&consent.by));
    let both = [(consent.by, &consent.by_name, consent.peer), (consent.peer, &consent.peer_name, consent.by)];
    let of_each = told.flat_map(|alert| both.map(|(by, name, other)| (alert.id, by, name, other)));
    let due = of_each.filter_map(|(alert, by, name, other)| {
        let copy = copy_of(records, me, alert, by);
        if copy.is_none() && !is_paired(records, me, other) {
            return None;
        }
        // Of somebody who was gone in between there is the copy alone, and it reminds them, too.
        let before = copy.and_then(Opened::acknowledgement);
        let says = original(records, alert, by).map_or_else(
            || before.cloned(),
            |one| Some(Acknowledgement { passed: Some(Passed { by, name: name.clone() }), ..one.clone() }),
        )?;
        let mut readers = copy.map(|copy| copy.recipients.clone()).unwrap_or_default();
        let more = [by, other].into_iter().filter(|one| is_paired(records, me, *one));
        readers.extend(more.filter(|one| copy.is_none_or(|copy| !copy.recipients.contains(one))));
        let is_there = copy.is_some_and(|copy| copy.recipients == readers) && before == Some(&says);
        (!is_there).then(|| (copy.map(|copy| copy.id), says, readers))
    });
    due.collect()
}

/// What somebody said themselves about an alert, the newest.
fn original(records: &[Opened], alert: RecordId, by: AccountId) -> Option<&Acknowledgement> {
    let theirs = records.iter().filter(|record| record.owner == by).filter_map(Opened::acknowledgement);
    theirs.filter(|one| one.passed.is_none() && one.alert == alert).max_by_key(|one| one.at)
}
