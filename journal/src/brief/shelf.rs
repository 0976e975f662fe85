//! What a therapist has, sorted once: a caseload must not look through everything for every client.

use std::{
    borrow::Cow,
    collections::{HashMap, HashSet},
};

use chrono::{DateTime, FixedOffset};
use wire::ids::{AccountId, RecordId, Rev};

use crate::{
    alerts::{Told, alerts},
    cover::covers_by,
    record::{Body, Opened, Plan},
};

/// Records by author, plans by client, since when each is connected, what was read, and alerts by who sent them.
pub(super) struct Shelf<'a> {
    by_owner: HashMap<AccountId, Vec<&'a Opened>>,
    plans: HashMap<AccountId, &'a Plan>,
    covered: HashSet<AccountId>,
    connected: HashMap<AccountId, DateTime<FixedOffset>>,
    read: HashMap<RecordId, Rev>,
    alerts: HashMap<AccountId, Vec<Told<'a>>>,
}

impl<'a> Shelf<'a> {
    /// From everything `me` has opened.
    pub(super) fn new(records: &'a [Opened], me: AccountId) -> Self {
        let mut shelf = Self {
            by_owner: HashMap::new(),
            plans: HashMap::new(),
            covered: HashSet::new(),
            connected: HashMap::new(),
            read: HashMap::new(),
            alerts: HashMap::new(),
        };
        for told in alerts(records, me) {
            shelf.alerts.entry(told.record.owner).or_default().push(told);
        }
        for record in records {
            match &record.body {
                Body::Plan(plan) if record.owner == me => {
                    shelf.plans.entry(plan.client).or_insert(plan);
                }
                Body::Pin(pin) if record.owner == me => {
                    let newest = shelf.connected.entry(pin.peer).or_insert(pin.pinned);
                    *newest = pin.pinned.max(*newest);
                }
                Body::Receipt(receipt) if record.owner == me => {
                    for (record, revision) in receipt.all() {
                        let newest = shelf.read.entry(record).or_default();
                        *newest = (*newest).max(revision);
                    }
                }
                Body::Consent(consent) if covers_by(consent, me) => {
                    shelf.covered.insert(record.owner);
                }
                _ => shelf.by_owner.entry(record.owner).or_default().push(record),
            }
        }
        shelf
    }

    /// What this client let her have.
    pub(super) fn of(&self, client: AccountId) -> &[&'a Opened] {
        self.by_owner.get(&client).map_or(&[], Vec::as_slice)
    }

    /// What this client wanted her to know at once: what nobody acknowledged first, then the newest.
    pub(super) fn alerts(&self, client: AccountId) -> &[Told<'a>] {
        self.alerts.get(&client).map_or(&[], Vec::as_slice)
    }

    /// The plan for this client; until there is one of her own, as it was passed on to her. Whoever covers has what was
    /// changed since in her own.
    pub(super) fn plan(&self, client: AccountId) -> Option<Cow<'a, Plan>> {
        let passed =
            || self.of(client).iter().filter_map(|record| record.plan()).find(|plan| plan.client == client);
        match self.plans.get(&client) {
            Some(own) if self.covered.contains(&client) => {
                Some(passed().map_or(Cow::Borrowed(*own), |passed| Cow::Owned(own.followed_by(passed))))
            }
            Some(own) => Some(Cow::Borrowed(*own)),
            None => passed().map(Cow::Borrowed),
        }
    }

    /// What this client calls themselves.
    pub(super) fn name(&self, client: AccountId) -> Option<String> {
        self.of(client).iter().find_map(|record| match &record.body {
            Body::Profile(profile) => Some(profile.display_name.clone()),
            _ => None,
        })
    }

    /// Since when the two are connected.
    pub(super) fn connected(&self, client: AccountId) -> Option<DateTime<FixedOffset>> {
        self.connected.get(&client).copied()
    }

    /// When this client last wrote something of what she has.
    pub(super) fn heard(&self, client: AccountId) -> Option<DateTime<FixedOffset>> {
        self.of(client).iter().filter_map(|record| written(&record.body)).max()
    }

    /// Whether she opened this revision.
    pub(super) fn is_read(&self, record: &Opened) -> bool {
        self.read.get(&record.id).is_some_and(|revision| *revision >= record.rev)
    }
}

/// When somebody last wrote in it; `None` for what nobody writes by hand, or for herself alone.
pub(super) const fn written(body: &Body) -> Option<DateTime<FixedOffset>> {
    match body {
        Body::Entry(entry) => Some(entry.changed),
        Body::Excerpt(excerpt) => Some(excerpt.changed),
        Body::CheckIn(check_in) => Some(check_in.at),
        Body::Numbers(numbers) => Some(numbers.at),
        Body::Measure(measure) => measure.as_of(),
        Body::Intention(intention) => Some(intention.changed),
        Body::Insight(insight) => Some(insight.changed),
        Body::Step(step) => Some(step.changed),
        Body::Agenda(agenda) => Some(agenda.changed),
        Body::Alert(alert) => Some(alert.sent),
        _ => None,
    }
}
