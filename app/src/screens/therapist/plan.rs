//! The plan with one client: appointments, questionnaires, prompts, what was agreed.

mod form;
mod keep;
mod list;
mod measures;
mod pencil;
mod prompts;
mod telling;
mod told;
mod typed;

use chrono::{DateTime, FixedOffset};
use journal::record::Appointment;
use leptos::prelude::*;
use wire::ids::AccountId;

use self::{
    form::Form,
    keep::{Keeper, use_keeper},
    list::List,
    measures::Measures,
    prompts::Prompts,
    telling::TellingOf,
    told::{Open, Plans, ToldOf},
};
use super::client::{IfUnverified, OfClient, called, is_verified, use_person};
use crate::{
    device::{clock, focus},
    screens::parts::{Action, Still, SyncLine, Troubled},
    text::{therapist as words, therapist::plan as text},
    vault::{Person, use_vault},
};

/// The plan of the client in the address.
#[component]
pub fn PlanPage() -> impl IntoView {
    view! { <OfClient screen=|account| view! { <PlanOf account /> }.into_any() /> }
}

#[component]
fn PlanOf(account: AccountId) -> impl IntoView {
    let person = use_person(account);
    let keeper = use_keeper(account, person);
    // A form that was open when this screen went is open again, with what was typed.
    let open = pencil::left_open(use_vault(), account);
    let plans = Plans { keeper, open: RwSignal::new(open), told: RwSignal::new(None) };
    view! {
        <Still back=format!("/app/client/{account}") back_label=words::brief()>
            <div class="plan">
                <header>
                    <h1>{text::title()}</h1>
                    <p class="lead">{move || called(person)}</p>
                    <IfUnverified person />
                    <Seen person keeper />
                    <Troubled trouble=keeper.trouble />
                </header>
                <div>
                    <Appointments plans />
                </div>
                <div>
                    <Measures plans />
                    <Prompts plans person />
                    <TellingOf plans />
                </div>
                <ToldOf plans />
            </div>
            <SyncLine />
        </Still>
    }
}

#[component]
fn Appointments(plans: Plans) -> impl IntoView {
    let vault = use_vault();
    let coming = move || split(&plans.keeper.appointments(), vault.now.get(), true);
    let past = move || split(&plans.keeper.appointments(), vault.now.get(), false);
    let is_new = Memo::new(move |_| plans.open.get() == Open::New);
    let add = Callback::new(move |()| {
        plans.open(Open::New);
        focus::on(form::FIRST_ID);
    });
    view! {
        <h2>{text::appointments()}</h2>
        <p class="quiet">{text::zone(&clock::zone())}</p>
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
    }
    .into_any()
}

/// Who can see the plan.
#[component]
fn Seen(person: Memo<Option<Person>>, keeper: Keeper) -> impl IntoView {
    move || {
        if keeper.is_new() {
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
    let is_over = |one: &Appointment| one.end() <= now;
    let mut found: Vec<_> = appointments.iter().filter(|one| is_over(one) != coming).cloned().collect();
    found.sort_by_key(|one| one.at);
    if !coming {
        found.reverse();
    }
    found
}
