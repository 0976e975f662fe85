//! Alerts, and what became of each: sent, opened, acknowledged.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, FixedOffset};
use wire::ids::{AccountId, RecordId};

use crate::{
    cover,
    record::{Acknowledgement, Alert, Body, Measure, Opened, Said, Telling},
};

/// An alert with what the other side said to it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Told<'a> {
    /// The record of the alert.
    pub record: &'a Opened,
    /// What it says.
    pub alert: &'a Alert,
    /// When it was first opened, if it was.
    pub opened: Option<DateTime<FixedOffset>>,
    /// What was done, if it was acknowledged; the newest one, and who said it.
    pub acknowledged: Option<(AccountId, &'a Acknowledgement)>,
}

impl<'a> Told<'a> {
    /// Only whom an alert was sent to can open or acknowledge it; what its own author says about it is nothing.
    fn hears(&self, by: AccountId, me: AccountId) -> bool {
        if self.record.owner == me { by != me && self.record.recipients.contains(&by) } else { by == me }
    }

    /// What a client passes on counts as far as it is about their own alert, and by somebody whom that client agreed to
    /// have beside the reader or after them. They could take the alert back as well, so nothing goes quiet that they could
    /// not quiet anyway; and of what the reader did, only what is there of the reader's own.
    fn hears_of(&self, record: &Opened, by: AccountId, me: AccountId, agreed: &Agreed) -> bool {
        record.owner == self.record.owner
            && agreed.beside.contains(&(record.owner, by))
            && (record.owner == me || by != me || agreed.said.contains(&self.record.id))
    }

    fn acknowledge(&mut self, by: AccountId, one: &'a Acknowledgement) {
        if self.acknowledged.is_none_or(|(_, before)| before.at <= one.at) {
            self.acknowledged = Some((by, one));
        }
    }
}

/// Every alert that `me` sent or was sent: those not acknowledged first, then the newest.
///
/// What another client, or its own author, writes about an alert changes nothing: nobody can make it go quiet on
/// somebody else's screen; what a colleague did about it is passed on by the client, and counts as far as the client
/// agreed to that colleague. An acknowledgement that its author has not sent is a draft. Looks at each record a few times
/// at most, however many alerts there are.
#[must_use]
pub fn alerts(records: &[Opened], me: AccountId) -> Vec<Told<'_>> {
    let mut all: HashMap<RecordId, Told<'_>> = records
        .iter()
        .filter_map(|record| {
            let alert = record.alert().filter(|alert| alert.waits.is_none())?;
            Some((record.id, Told { record, alert, opened: None, acknowledged: None }))
        })
        .collect();
    if all.is_empty() {
        return Vec::new();
    }
    let agreed = Agreed::new(records, me);
    for record in records {
        match &record.body {
            Body::Receipt(receipt) => {
                for (id, _) in receipt.all() {
                    if let Some(told) = all.get_mut(&id).filter(|told| told.hears(record.owner, me)) {
                        told.opened = Some(told.opened.map_or(receipt.opened, |at| at.min(receipt.opened)));
                    }
                }
            }
            Body::Acknowledgement(one)
                if record.owner != me || !record.recipients.is_empty() || one.passed.is_some() =>
            {
                let Some(told) = all.get_mut(&one.alert) else { continue };
                match &one.passed {
                    Some(passed) if told.hears_of(record, passed.by, me, &agreed) => {
                        told.acknowledge(passed.by, one);
                    }
                    None if told.hears(record.owner, me) => told.acknowledge(record.owner, one),
                    _ => {}
                }
            }
            _ => {}
        }
    }
    let mut all: Vec<_> = all.into_values().collect();
    all.sort_by_key(|one| (one.acknowledged.is_some(), std::cmp::Reverse(one.alert.sent), one.record.id));
    all
}

/// What a client may pass on to somebody.
struct Agreed {
    /// Client, and whose acknowledgements: those of whom that client agreed to have beside the reader or after them, and
    /// the reader's own from before they were gone for a while. A client's own copies remind the client, too.
    beside: HashSet<(AccountId, AccountId)>,
    /// About which alerts the reader said something.
    said: HashSet<RecordId>,
}

impl Agreed {
    fn new(records: &[Opened], me: AccountId) -> Self {
        let all = records.iter().filter_map(|record| Some((record.owner, record.consent()?)));
        let all =
            all.filter(|(client, one)| one.said == Said::Agreed && [*client, one.by, one.peer].contains(&me));
        let own = records.iter().filter(|record| record.owner == me);
        Self {
            beside: all.flat_map(|(client, one)| [(client, one.by), (client, one.peer)]).collect(),
            said: own.filter_map(Opened::acknowledgement).map(|one| one.alert).collect(),
        }
    }
}

/// Whether somebody said what was done about this alert: then telling of it again is no news.
#[must_use]
pub fn is_acknowledged(records: &[Opened], me: AccountId, alert: RecordId) -> bool {
    alerts(records, me).iter().any(|told| told.record.id == alert && told.acknowledged.is_some())
}

/// One's own alerts that are made and not told: the client has not said yet, or the device was closed before.
#[must_use]
pub fn untold(records: &[Opened], me: AccountId) -> Vec<(RecordId, &Alert)> {
    let own = records.iter().filter(|record| record.owner == me);
    own.filter_map(|record| Some((record.id, record.alert().filter(|alert| alert.waits.is_some())?)))
        .collect()
}

/// What was agreed with this client about answers that ask for care. Without a plan nothing was.
#[must_use]
pub fn agreed(records: &[Opened], client: AccountId) -> Telling {
    cover::plan(records, client).map_or(Telling::Ask, |plan| plan.telling)
}

/// What there is to do before a measure is written as finished or corrected.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Prepared {
    /// Alerts to take away, which say what is not so any more.
    pub stale: Vec<RecordId>,
    /// The alert to make: `None` where no answer asks for care, or where the same answers were told or are about to be.
    pub alert: Option<Alert>,
    /// Who reads the measure from then on.
    pub readers: Vec<AccountId>,
}

/// What follows from finishing or correcting a measure. `records` are as they were before.
///
/// What somebody could read before a correction brought an answer that asks for care into it, nobody reads until its
/// author has said who shall know: sharing must not be quicker than being asked. Who it was is kept in the alert that
/// waits, so that it outlasts everything in between; where nothing is left to be asked, they read it again.
#[must_use]
pub fn prepared(
    records: &[Opened],
    me: AccountId,
    (id, measure): (RecordId, &Measure),
    now: DateTime<FixedOffset>,
) -> Prepared {
    let before = records.iter().find(|record| record.owner == me && record.id == id);
    let readers = before.map_or_else(Vec::new, |record| record.recipients.clone());
    let waiting: Vec<_> = untold(records, me).into_iter().filter(|(_, one)| one.measure == id).collect();
    let held: Vec<AccountId> = waiting.iter().flat_map(|(_, one)| one.held.clone()).collect();
    let is_told = |alert: &Alert| {
        let own = records.iter().filter(|record| record.owner == me).filter_map(Opened::alert);
        let mut of_it = own.filter(|one| one.measure == id && one.waits.is_none());
        of_it.any(|one| one.answers == alert.answers)
    };
    let Some(alert) = Alert::of(id, measure, now).filter(|alert| !is_told(alert)) else {
        let stale = waiting.into_iter().map(|(alert, _)| alert).collect();
        return Prepared { stale, alert: None, readers: if readers.is_empty() { held } else { readers } };
    };
    let asks_more = before.and_then(Opened::measure).is_some_and(|before| measure.asks_more_than(before));
    let (held, readers) =
        if asks_more && !readers.is_empty() { (readers, Vec::new()) } else { (held, readers) };
    let is_made = |one: &Alert| one.answers == alert.answers && one.held == held;
    let there = waiting.iter().find(|(_, one)| is_made(one)).map(|(alert, _)| *alert);
    let stale = waiting.iter().map(|(alert, _)| *alert).filter(|alert| Some(*alert) != there).collect();
    let new = || Alert { waits: Some(agreed(records, me)), held, ..alert };
    Prepared { stale, alert: there.is_none().then(new), readers }
}

#[cfg(test)]
mod tests;
