//! Alerts, and what became of each: sent, opened, acknowledged.

use chrono::{DateTime, FixedOffset};
use wire::ids::AccountId;

use crate::record::{Acknowledgement, Alert, Body, Opened};

/// An alert with what the other side said to it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Told<'a> {
    /// The record of the alert.
    pub record: &'a Opened,
    /// What it says.
    pub alert: &'a Alert,
    /// When it was first opened, if it was.
    pub opened: Option<DateTime<FixedOffset>>,
    /// What was done, if it was acknowledged; the newest one.
    pub acknowledged: Option<&'a Acknowledgement>,
}

/// Every alert that `me` sent or was sent: those not acknowledged first, then the newest.
///
/// Only whom an alert was sent to can open or acknowledge it. What another client, or its own author, writes about
/// it changes nothing: nobody can make an alert go quiet on somebody else's screen.
#[must_use]
pub fn alerts(records: &[Opened], me: AccountId) -> Vec<Told<'_>> {
    let mut all: Vec<_> = records
        .iter()
        .filter_map(|record| match &record.body {
            Body::Alert(alert) => Some(told(records, record, alert, me)),
            _ => None,
        })
        .collect();
    all.sort_by_key(|one| (one.acknowledged.is_some(), std::cmp::Reverse(one.alert.sent)));
    all
}

fn told<'a>(records: &'a [Opened], record: &'a Opened, alert: &'a Alert, me: AccountId) -> Told<'a> {
    let answers = |by: AccountId| {
        if record.owner == me { by != me && record.recipients.contains(&by) } else { by == me }
    };
    let said = || records.iter().filter(|one| answers(one.owner));
    let opened = said()
        .filter_map(Opened::receipt)
        .filter(|receipt| receipt.covers(record.id).is_some())
        .map(|receipt| receipt.opened)
        .min();
    let acknowledged = said()
        .filter_map(|one| match &one.body {
            Body::Acknowledgement(one) if one.alert == record.id => Some(one),
            _ => None,
        })
        .max_by_key(|one| one.at);
    Told { record, alert, opened, acknowledged }
}
