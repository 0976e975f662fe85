//! What is typed into the form of an appointment, kept as it is typed: neither a closed tab nor a night in between
//! takes it away.

use chrono::Local;
use journal::record::{Appointment, Body, Opened, Pencilled, Rest};
use leptos::prelude::*;
use uuid::Uuid;
use wire::ids::{AccountId, RecordId};

use super::{told::Open, typed::Typed};
use crate::{
    device::clock,
    screens::client::draft::{Draft, Shape},
    vault::Vault,
};

/// Which form was open with this client when the screen went.
pub fn left_open(vault: Vault, client: AccountId) -> Open {
    let Some((_, left)) = pencilled(vault, client, |_| true) else { return Open::Nothing };
    let is_planned = vault.records.with_untracked(|records| {
        let plans = records.iter().filter(|record| Some(record.owner) == vault.me()).filter_map(Opened::plan);
        let mut all = plans.filter(|plan| plan.client == client).flat_map(|plan| &plan.appointments);
        all.any(|one| one.id == left.appointment)
    });
    if is_planned { Open::Change(left.appointment) } else { Open::New }
}

/// Goes on with what was typed, or begins with the appointment as it is; a new one begins empty.
pub fn begin(vault: Vault, client: AccountId, before: Option<Appointment>) -> (Draft<Pencilled>, Typed) {
    let left = match &before {
        Some(before) => pencilled(vault, client, |left| left.appointment == before.id),
        // What was pencilled for an appointment that is gone becomes a new one: its words are not lost.
        None => pencilled(vault, client, |_| true),
    };
    let (id, value) = left.unwrap_or_else(|| {
        let (typed, appointment) = match before {
            Some(before) => (Typed::from(&before, &Local), before.id),
            None => (Typed::new(), Vault::new_id().0),
        };
        (Vault::new_id(), typed.pencilled(client, appointment))
    });
    let typed = Typed::of(&value);
    let shape = Shape {
        to: |left: &Pencilled| Body::Pencilled(left.clone()),
        from: |body| if let Body::Pencilled(left) = body { Some(left.clone()) } else { None },
    };
    (Draft::begin(vault, id, value, shape), typed)
}

/// The one that was changed last.
fn pencilled(
    vault: Vault,
    client: AccountId,
    is_it: impl Fn(&Pencilled) -> bool,
) -> Option<(RecordId, Pencilled)> {
    let me = vault.me()?;
    vault.records.with_untracked(|records| {
        let own = records.iter().filter(|record| record.owner == me);
        let all = own.filter_map(|record| record.pencilled().map(|left| (record.id, left)));
        let all = all.filter(|(_, left)| left.client == client && is_it(left));
        all.max_by_key(|(_, left)| left.changed).map(|(id, left)| (id, left.clone()))
    })
}

impl Typed {
    /// The form as it was left.
    pub fn of(left: &Pencilled) -> Self {
        let Pencilled { kind, when, minutes, route, amount, note, .. } = left.clone();
        Self { kind, when, minutes, note, route, amount }
    }

    /// What is kept of the form.
    pub fn pencilled(self, client: AccountId, appointment: Uuid) -> Pencilled {
        let Self { kind, when, minutes, note, route, amount } = self;
        Pencilled {
            v: 1,
            client,
            appointment,
            kind,
            when,
            minutes,
            route,
            amount,
            note,
            changed: clock::now(),
            rest: Rest::new(),
        }
    }
}
