//! Questionnaires: which the plan has, answering one, what it came to, and what was set aside.

mod answering;
mod aside;
mod care;
mod course;
mod measured;
mod tell;

use journal::{
    cover,
    measures::{Instrument, find},
    record::{Body, Measure},
};
use leptos::prelude::*;
use leptos_router::{components::A, hooks::use_params_map};
use wire::ids::RecordId;

pub use self::{answering::Answering, measured::Measured};
use super::own::{begun_of, measure_way};
use crate::{
    screens::parts::{Frame, Framed, SyncLine, short_day},
    text::{alerts, measures as words},
    vault::{Vault, use_vault},
};

/// Those of the plan, and everything that was answered.
#[component]
pub fn Measures() -> impl IntoView {
    let vault = use_vault();
    view! {
        <Frame>
            <h1>{words::title()}</h1>
            {planned(vault)}
            {answered(vault)}
            {aside::all(vault)}
            <SyncLine />
        </Frame>
    }
    .into_any()
}

/// What the plan has; what was begun is gone on with.
fn planned(vault: Vault) -> AnyView {
    let is_begun = move |instrument| begun_of(vault, instrument).go_on.is_some();
    let each = move || of_plan(vault).into_iter().map(|one| (one, is_begun(one))).collect();
    let row = move |(instrument, is_begun): (&'static Instrument, bool)| {
        let state = if is_begun { words::begun() } else { words::begin() };
        view! {
            <li>
                <A href=measure_way(vault, instrument) attr:class="row-link">
                    <span class="row-title">{instrument.title.clone()}</span>
                    <span class="quiet">{state}</span>
                </A>
            </li>
        }
        .into_any()
    };
    let frame = |rows| view! { <ul class="rows">{rows}</ul> }.into_any();
    let none = || view! { <p>{words::none()}</p> };
    view! { <Framed each key=|(one, _)| one.id.as_str() row frame none /> }.into_any()
}

fn answered(vault: Vault) -> AnyView {
    let each = move || {
        let known = |(id, measure): (RecordId, Measure)| {
            Some((id, measure.finished?, find(&measure.instrument)?, measure))
        };
        own(vault).into_iter().filter_map(known).collect()
    };
    let row = move |(id, at, instrument, measure): (RecordId, _, &'static Instrument, Measure)| {
        // Care comes before the score.
        let said = move || {
            if vault.cares_first(id) {
                alerts::open().to_owned()
            } else {
                measured::said(instrument, &measure)
            }
        };
        view! {
            <li>
                <A href=format!("/app/measured/{id}") attr:class="row-link">
                    <span class="row-title">{format!("{} · {}", instrument.title, short_day(at))}</span>
                    <span class="quiet">{said}</span>
                </A>
            </li>
        }
        .into_any()
    };
    let frame = |rows| view! { <h2>{words::before()}</h2> <ul class="rows">{rows}</ul> }.into_any();
    view! { <Framed each key=|(id, ..)| *id row frame /> }.into_any()
}

/// The instruments that the client's plan has; tracked.
fn of_plan(vault: Vault) -> Vec<&'static Instrument> {
    let me = vault.me();
    vault.records.with(|records| {
        let plan = me.and_then(|me| cover::plan(records, me));
        let planned = plan.as_ref().map_or(&[][..], |plan| plan.measures.as_slice());
        planned.iter().filter_map(|measure| find(&measure.instrument)).collect()
    })
}

/// One's own questionnaires, the latest first; tracked.
fn own(vault: Vault) -> Vec<(RecordId, Measure)> {
    let me = vault.me();
    let mut all: Vec<_> = vault.records.with(|records| {
        let own = records.iter().filter(|record| Some(record.owner) == me);
        own.filter_map(|record| record.measure().map(|measure| (record.id, measure.clone()))).collect()
    });
    all.sort_by_key(|(_, measure)| std::cmp::Reverse(measure.started));
    all
}

fn id_here() -> Option<RecordId> {
    use_params_map().with_untracked(|params| params.get("id").and_then(|id| id.parse().ok()))
}

fn to_body(measure: &Measure) -> Body {
    Body::Measure(measure.clone())
}

fn from_body(body: &Body) -> Option<Measure> {
    if let Body::Measure(measure) = body { Some(measure.clone()) } else { None }
}
