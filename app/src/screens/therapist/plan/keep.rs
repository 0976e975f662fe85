//! The one plan record of a client.

use journal::record::{Appointment, Body, Opened, Plan};
use leptos::prelude::*;
use wire::ids::{AccountId, RecordId};

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

/// Reads and changes the appointments of one client.
#[derive(Clone, Copy)]
pub struct Keeper {
    vault: Vault,
    client: AccountId,
    person: Memo<Option<Person>>,
    found: Memo<Found>,
    /// Why the last change was not kept.
    pub trouble: RwSignal<Option<Trouble>>,
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
    /// In any order; tracked.
    pub fn appointments(self) -> Vec<Appointment> {
        self.found.with(|found| found.plan.appointments.clone())
    }

    /// Whether the client can see them; tracked.
    pub fn is_shared(self) -> bool {
        self.found.with(|found| found.shared)
    }

    /// Changes them, and shows them to the client when that can be. False when it was not kept.
    pub fn change(self, change: impl FnOnce(&mut Vec<Appointment>)) -> bool {
        let Found { record, mut plan, doubles, .. } = self.found.get_untracked();
        change(&mut plan.appointments);
        let verified =
            self.person.with_untracked(|person| person.as_ref().is_some_and(|person| person.verified));
        let readers: &[AccountId] = if verified { &[self.client] } else { &[] };
        let outcome = self
            .vault
            .share(record.unwrap_or_else(Vault::new_id), Body::Plan(plan), readers)
            .and_then(|()| doubles.into_iter().try_for_each(|double| self.vault.delete(double)));
        self.trouble.set(outcome.err());
        outcome.is_ok()
    }
}

/// The first plan, with what other plans for the same client have besides.
fn find(records: &[Opened], me: AccountId, client: AccountId) -> Found {
    let own = records.iter().filter(|record| record.owner == me);
    let mut plans = own.filter_map(|record| record.plan().map(|plan| (record, plan)));
    let mut plans = plans.by_ref().filter(|(_, plan)| plan.client == client);
    let Some((record, plan)) = plans.next() else {
        let plan = Plan::new(client);
        return Found { record: None, plan, shared: false, doubles: Vec::new() };
    };
    let (mut plan, mut doubles) = (plan.clone(), Vec::new());
    for (double, other) in plans {
        doubles.push(double.id);
        let is_new = |one: &&Appointment| plan.appointments.iter().all(|known| known.id != one.id);
        let more: Vec<_> = other.appointments.iter().filter(is_new).cloned().collect();
        plan.appointments.extend(more);
    }
    Found { record: Some(record.id), plan, shared: record.recipients.contains(&client), doubles }
}

#[cfg(test)]
mod tests;
