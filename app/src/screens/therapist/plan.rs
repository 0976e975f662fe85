//! The appointments with one client.

mod form;
mod keep;
mod list;
mod told;
mod typed;

use chrono::{DateTime, Duration, FixedOffset};
use journal::record::Appointment;
use leptos::prelude::*;
use wire::ids::AccountId;

use self::{
    form::Form,
    keep::{Keeper, use_keeper},
    list::List,
    told::{Open, Plans, Told, ToldOf},
};
use super::client::{IfUnverified, OfClient, called, is_verified, use_person};
use crate::{
    device::focus,
    screens::parts::{Action, Still, SyncLine, Troubled},
    text::{therapist as words, therapist::plan as text},
    vault::{Person, use_vault},
};

/// The appointments of the client in the address.
#[component]
pub fn PlanPage() -> impl IntoView {
    view! { <OfClient screen=|account| view! { <PlanOf account /> }.into_any() /> }
}

#[component]
fn PlanOf(account: AccountId) -> impl IntoView {
    let vault = use_vault();
    let person = use_person(account);
    let keeper = use_keeper(account, person);
    let plans = Plans { keeper, open: RwSignal::new(Open::Nothing), told: RwSignal::new(Told::Nothing) };
    let coming = move || split(&keeper.appointments(), vault.now.get(), true);
    let past = move || split(&keeper.appointments(), vault.now.get(), false);
    let is_new = Memo::new(move |_| plans.open.get() == Open::New);
    let add = Callback::new(move |()| {
        plans.told.set(Told::Nothing);
        plans.open.set(Open::New);
        focus::on(form::FIRST_ID);
    });
    view! {
        <Still back=format!("/app/client/{account}") back_label=words::brief()>
            <h1>{text::title()}</h1>
            <p class="lead">{move || called(person)}</p>
            <IfUnverified person />
            <Seen person keeper />
            <ToldOf plans />
            <Troubled trouble=keeper.trouble />
            {move || {
                if is_new.get() {
                    view! { <Form plans before=None /> }.into_any()
                } else {
                    view! {
                        <div class="actions">
                            <Action label=text::add() kind="button" on_press=add />
                        </div>
                    }
                        .into_any()
                }
            }}
            <List heading=text::coming() none=text::none_coming() appointments=Signal::derive(coming) plans />
            <List heading=text::past() appointments=Signal::derive(past) plans />
            <SyncLine />
        </Still>
    }
}

/// Who can see the appointments.
#[component]
fn Seen(person: Memo<Option<Person>>, keeper: Keeper) -> impl IntoView {
    move || {
        if keeper.appointments().is_empty() {
            return view! { <p class="quiet">{text::none()}</p> }.into_any();
        }
        match (is_verified(person), keeper.is_shared()) {
            (true, true) => view! { <p class="quiet">{text::seen(&called(person))}</p> }.into_any(),
            (true, false) => view! {
                <button type="button" class="text" on:click=move |_| { keeper.change(|_| ()); }>
                    {text::show()}
                </button>
            }
            .into_any(),
            (false, _) => view! { <p class="quiet">{text::hidden()}</p> }.into_any(),
        }
    }
}

/// Those that are not over, the next first; or those that are, the latest first.
fn split(appointments: &[Appointment], now: DateTime<FixedOffset>, coming: bool) -> Vec<Appointment> {
    let is_over = |one: &Appointment| one.at + Duration::minutes(i64::from(one.minutes)) <= now;
    let mut found: Vec<_> = appointments.iter().filter(|one| is_over(one) != coming).cloned().collect();
    found.sort_by_key(|one| one.at);
    if !coming {
        found.reverse();
    }
    found
}
