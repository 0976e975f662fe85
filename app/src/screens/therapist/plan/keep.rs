//! The one plan record of a client.

use journal::{
    cover::{kept_up, passed_plan},
    record::{Appointment, Body, Opened, Plan},
};
use leptos::prelude::*;
use wire::ids::{AccountId, RecordId};

use crate::device::clock;
use crate::vault::{Person, Trouble, Vault, use_vault};

/// The plan as it is on this device.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Found {
    record: Option<RecordId>,
    plan: Plan,
    shared: bool,
    /// Written on another device before the two met.
    doubles: Vec<RecordId>,
}

/// Reads and changes the plan of one client.
#[derive(Clone, Copy)]
pub struct Keeper {
    vault: Vault,
    /// Whose plan it is.
    pub client: AccountId,
    person: Memo<Option<Person>>,
    found: Memo<Found>,
    /// Why the last change was not kept.
    pub trouble: RwSignal<Option<Trouble>>,
}

/// A plan before and after a change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    pub before: Plan,
    pub after: Plan,
}

/// The keeper of this client's plan.
pub fn use_keeper(client: AccountId, person: Memo<Option<Person>>) -> Keeper {
    let vault = use_vault();
    let found = Memo::new(move |_| {
        let me = vault.who().map_or(client, |who| who.account);
        vault.records.with(|records| find(records, me, client))
    });
    Keeper { vault, client, person, found, trouble: RwSignal::new(None) }
}

impl Keeper {
    /// What is planned; tracked.
    pub fn with<T>(self, read: impl FnOnce(&Plan) -> T) -> T {
        self.found.with(|found| read(&found.plan))
    }

    /// In any order; tracked.
    pub fn appointments(self) -> Vec<Appointment> {
        self.with(|plan| plan.appointments.clone())
    }

    /// Whether nothing was ever planned; tracked.
    pub fn is_new(self) -> bool {
        self.found.with(|found| found.record.is_none())
    }

    /// Whether the client can see it; tracked.
    pub fn is_shared(self) -> bool {
        self.found.with(|found| found.shared)
    }

    /// Changes it, and shows it to the client when that can be. Nothing when it was not kept.
    pub fn change(self, change: impl FnOnce(&mut Plan)) -> Option<Changed> {
        // What another device wrote and was not shown yet is seen first: the change stands on it.
        if let Some(record) = self.found.with_untracked(|found| found.record) {
            let _there = self.vault.freshest(record);
        }
        let Found { record, plan: before, doubles, .. } = self.found.get_untracked();
        let mut after = before.clone();
        change(&mut after);
        let after = after.noting(&before, clock::now());
        let verified =
            self.person.with_untracked(|person| person.as_ref().is_some_and(|person| person.verified));
        let readers: &[AccountId] = if verified { &[self.client] } else { &[] };
        let outcome = self
            .vault
            .share(record.unwrap_or_else(Vault::new_id), Body::Plan(after.clone()), readers)
            .and_then(|()| doubles.into_iter().try_for_each(|double| self.vault.delete(double)));
        let is_kept = outcome.is_ok();
        self.trouble.set(outcome.err());
        is_kept.then_some(Changed { before, after })
    }
}

/// The first plan, with what other plans for the same client have besides.
fn find(records: &[Opened], me: AccountId, client: AccountId) -> Found {
    let own = records.iter().filter(|record| record.owner == me);
    let plans = own.filter_map(|record| record.plan().map(|plan| (record, plan)));
    let mut plans = plans.filter(|(_, plan)| plan.client == client);
    let Some((record, plan)) = plans.next() else {
        // Until something is planned here, what was passed on stands, and what is planned begins with it.
        let plan = passed_plan(records, client).cloned().unwrap_or_else(|| Plan::new(client));
        return Found { record: None, plan, shared: false, doubles: Vec::new() };
    };
    let (mut plan, mut doubles) = (plan.clone(), Vec::new());
    for (double, other) in plans {
        doubles.push(double.id);
        plan = plan.with(other);
    }
    // Whoever covers plans on what the therapist changed meanwhile.
    let plan = kept_up(records, me, client, &plan).into_owned();
    Found { record: Some(record.id), plan, shared: record.recipients.contains(&client), doubles }
}

#[cfg(test)]
mod tests;
