//! What the client wants to bring, in their words, above everything else that was shared.

use std::borrow::Cow;

use journal::{
    agenda::{Listed, current},
    course::Course,
    cover,
    record::Opened,
};
use leptos::prelude::*;
use wire::ids::{AccountId, RecordId};

use super::printed::{BROUGHT, left_out};
use crate::{
    device::watch,
    screens::parts::grown,
    text::agenda as words,
    vault::{Vault, use_vault},
};

/// The list for the next hour, as far as it is shared.
#[component]
pub fn ToBring(account: AccountId) -> impl IntoView {
    let vault = use_vault();
    let list: Memo<Option<Listed>> = Memo::new(move |_| {
        let (course, now) = (course_of(vault, account), vault.now.get());
        vault.records.with(|records| current(records, account, &course, now))
    });
    told(vault, move || list.with(|list| list.iter().map(|list| list.id).collect()));
    move || {
        list.get().filter(|list| !list.agenda.items.is_empty()).map(|list| {
            view! {
                <section class="to-bring">
                    <h2>{words::title()}</h2>
                    {grown::lines(&list.agenda, Some(BROUGHT))}
                    {left_out(list.agenda.items.len().saturating_sub(BROUGHT))}
                </section>
            }
        })
    }
}

/// The course of a client as their therapist planned it; tracked.
pub fn course_of(vault: Vault, client: AccountId) -> Course {
    let (me, now) = (vault.me(), vault.now.get());
    vault.records.with(|records| {
        let mut plans = records.iter().filter(|record| Some(record.owner) == me).filter_map(Opened::plan);
        let own = plans.find(|plan| plan.client == client);
        let plan = match (own, me) {
            (Some(own), Some(me)) => Some(cover::kept_up(records, me, client, own)),
            _ => cover::passed_plan(records, client).map(Cow::Borrowed),
        };
        Course::new(plan.as_deref().map_or(&[], |plan| plan.appointments.as_slice()), now)
    })
}

/// What stands in the brief in full is read there, and its author is told so.
pub fn told(vault: Vault, shown: impl Fn() -> Vec<RecordId> + 'static) {
    Effect::new(move |_| {
        vault.now.track();
        if watch::is_visible() {
            // Not told now is told the next time that the brief is open.
            let _later = vault.mark_seen(&shown());
        }
    });
}
