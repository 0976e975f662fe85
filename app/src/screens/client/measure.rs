//! Questionnaires: which the plan has, answering one, and what it came to.

mod answering;
mod care;
mod course;
mod measured;
mod tell;

use std::collections::BTreeSet;

use journal::{
    cover,
    measures::{Instrument, find},
    record::{Body, Measure},
};
use leptos::prelude::*;
use leptos_router::{components::A, hooks::use_params_map};
use wire::ids::RecordId;

pub use self::{answering::Answering, measured::Measured};
use super::own::measure_way;
use crate::{
    screens::parts::{Frame, SyncLine, short_day},
    text::measures as words,
    vault::{Vault, use_vault},
};

/// Those of the plan, and everything that was answered.
#[component]
pub fn Measures() -> impl IntoView {
    let vault = use_vault();
    view! {
        <Frame>
            <h1>{words::title()}</h1>
            {move || planned(vault)}
            {move || answered(vault)}
            <SyncLine />
        </Frame>
    }
    .into_any()
}

fn planned(vault: Vault) -> AnyView {
    let all = own(vault);
    let begun = all.iter().filter(|(_, measure)| measure.finished.is_none());
    let begun: BTreeSet<_> = begun.map(|(_, measure)| measure.instrument.clone()).collect();
    let rows: Vec<_> = of_plan(vault)
        .into_iter()
        .map(|instrument| {
            let state = begun.contains(&instrument.id).then(words::begun);
            view! {
                <li>
                    <A href=measure_way(vault, instrument) attr:class="row-link">
                        <span class="row-title">{instrument.title.clone()}</span>
                        <span class="quiet">{state.unwrap_or(words::begin())}</span>
                    </A>
                </li>
            }
        })
        .collect();
    if rows.is_empty() {
        return view! { <p>{words::none()}</p> }.into_any();
    }
    view! { <ul class="rows">{rows}</ul> }.into_any()
}

fn answered(vault: Vault) -> AnyView {
    let rows: Vec<_> = own(vault)
        .into_iter()
        .filter_map(|(id, measure)| {
            let (at, instrument) = (measure.finished?, find(&measure.instrument)?);
            Some(view! {
                <li>
                    <A href=format!("/app/measured/{id}") attr:class="row-link">
                        <span class="row-title">{format!("{} · {}", instrument.title, short_day(at))}</span>
                        <span class="quiet">{measured::said(instrument, &measure)}</span>
                    </A>
                </li>
            })
        })
        .collect();
    (!rows.is_empty()).then(|| view! { <h2>{words::before()}</h2> <ul class="rows">{rows}</ul> }).into_any()
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
