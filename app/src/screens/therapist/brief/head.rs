//! Who, when, and how long after what.

use chrono::{DateTime, FixedOffset};
use journal::{brief::Brief, record::Appointment};
use leptos::prelude::*;
use leptos_router::components::A;
use wire::ids::AccountId;

use super::super::{client::called, names};
use crate::text::when::since_hours;
use crate::{
    device::watch,
    screens::parts::{day_and_time, short_day},
    text::{therapist as words, therapist::brief as text},
    vault::{Person, use_vault},
};

/// The top of the brief.
#[component]
pub fn Head(account: AccountId, person: Memo<Option<Person>>, brief: Memo<Brief>) -> impl IntoView {
    let vault = use_vault();
    let next = move || {
        let now = vault.now.get();
        brief.with(|brief| {
            brief.next.as_ref().map_or_else(|| text::no_date().to_owned(), |next| when(next, now))
        })
    };
    view! {
        <header class="brief-head">
            <h1>{move || called(person)}</h1>
            <p class="lead">{next}</p>
            <p>{move || brief.with(stands)}</p>
            <div class="actions">
                <A href=format!("/app/client/{account}/plan")>{text::plan()}</A>
                <button type="button" class="text" on:click=|_| watch::print()>
                    {text::print()}
                </button>
            </div>
        </header>
    }
}

/// "Integration, Thu 16 Oct, 14:00, in 12 minutes".
fn when(next: &Appointment, now: DateTime<FixedOffset>) -> String {
    let until = words::until((next.at - now).num_minutes());
    format!("{}, {}, {until}", names::kind(next.kind), day_and_time(next.at))
}

/// "34 hours since session 2 · since our last hour (7 Oct): 3 entries".
fn stands(brief: &Brief) -> String {
    let session = brief.dosing.map_or_else(
        || text::before_first().to_owned(),
        |dosing| text::since_session(&since_hours(dosing.hours), dosing.number),
    );
    let (entries, check_ins) = (brief.shared_since(), brief.check_ins);
    let hour = match brief.since {
        Some(since) => text::since_hour(&short_day(since), entries, check_ins),
        None => text::so_far(entries, check_ins),
    };
    format!("{session} · {hour}")
}
