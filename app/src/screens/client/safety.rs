//! The safety plan: read first, because that is what it is for, and changed on the same screen.

use journal::record::{Body, PARTS, Part, SafetyPlan};
use leptos::prelude::*;
use wire::ids::RecordId;

use super::{
    answers::AnswersTo,
    draft::{Draft, Shape},
    not_live::NotLive,
    share::Sharing,
};
use crate::{
    device::{clock, focus, watch},
    screens::parts::{Still, Troubled, UNREMEMBERED, names, safety_plan},
    text::{account::you, safety as text},
    vault::{Vault, use_vault},
};

/// Where the reader is put when reading and writing take turns.
const TITLE: &str = "safety-plan";

/// One's own plan.
#[component]
pub fn Safety() -> impl IntoView {
    let vault = use_vault();
    let shape = Shape {
        to: |plan: &SafetyPlan| Body::SafetyPlan(plan.clone()),
        from: |body| if let Body::SafetyPlan(plan) = body { Some(plan.clone()) } else { None },
    };
    let mut plans = own(vault).into_iter();
    let (id, plan) = plans.next().unwrap_or_else(|| (Vault::new_id(), SafetyPlan::new(clock::now())));
    let draft = Draft::begin(vault, id, plan, shape);
    join(vault, draft, plans.collect());
    let writing = RwSignal::new(draft.value.with_untracked(SafetyPlan::is_empty));
    let turn = Callback::new(move |write: bool| {
        draft.keep_now();
        vault.flush();
        writing.set(write);
        focus::on(TITLE);
    });
    view! {
        <Still back="/app/you".into() back_label=you::title()>
            <h1 id=TITLE tabindex="-1">{text::title()}</h1>
            {move || {
                if writing.get() {
                    view! { <Writing draft turn /> }.into_any()
                } else {
                    view! {
                        <Reading id draft turn />
                        <AnswersTo id />
                    }
                        .into_any()
                }
            }}
        </Still>
    }
}

/// One's own plans, the oldest first. There is more than one only after two devices began without each other.
fn own(vault: Vault) -> Vec<(RecordId, SafetyPlan)> {
    let me = vault.me();
    let mut plans: Vec<_> = vault.records.with_untracked(|records| {
        let own = records.iter().filter(|record| Some(record.owner) == me);
        own.filter_map(|record| record.safety_plan().map(|plan| (record.id, plan.clone()))).collect()
    });
    plans.sort_by_key(|(id, plan)| (plan.made, id.to_string()));
    plans
}

/// Takes the words of the others into this one. They go only once this one is kept.
fn join(vault: Vault, draft: Draft<SafetyPlan>, others: Vec<(RecordId, SafetyPlan)>) {
    if others.is_empty() {
        return;
    }
    draft.edit(|plan| {
        for (_, other) in &others {
            *plan = plan.joined(other);
        }
    });
    draft.keep_now();
    if draft.trouble().get_untracked().is_none() {
        for (id, _) in others {
            if vault.delete(id).is_err() {
                // It is joined again the next time, without saying anything twice.
                return;
            }
        }
    }
}

#[component]
fn Writing(draft: Draft<SafetyPlan>, turn: Callback<bool>) -> impl IntoView {
    let fields = PARTS.map(|part| field(draft, part)).into_iter().collect_view();
    view! {
        <p>{text::lead()}</p>
        <p class="quiet"><span role="status" class="kept">{move || draft.state()}</span></p>
        <Troubled trouble=draft.trouble() />
        {fields}
        <NotLive />
        <div class="actions bottom">
            <button type="button" class="main" on:click=move |_| turn.run(false)>{text::done()}</button>
        </div>
    }
}

fn field(draft: Draft<SafetyPlan>, part: Part) -> impl IntoView {
    let (id, help_id) = (names::safety_id(part), format!("{}-help", names::safety_id(part)));
    view! {
        <div class="field safety-field">
            <label for=id>{names::safety(part)}</label>
            <p class="quiet" id=help_id.clone()>{names::safety_help(part)}</p>
            <textarea
                form=UNREMEMBERED
                id=id
                class="words"
                rows="2"
                aria-describedby=help_id
                autocapitalize="sentences"
                prop:value=move || draft.value.with(|plan| plan.text(part).to_owned())
                on:input:target=move |event| {
                    let typed = event.target().value();
                    draft.edit(|plan| plan.set(part, typed, clock::now()));
                }
            ></textarea>
        </div>
    }
}

#[component]
fn Reading(id: RecordId, draft: Draft<SafetyPlan>, turn: Callback<bool>) -> impl IntoView {
    let vault = use_vault();
    // Another device may have written meanwhile.
    let plan = Memo::new(move |_| {
        let kept = vault.record(id).and_then(|record| record.safety_plan().cloned());
        kept.unwrap_or_else(|| draft.value.get())
    });
    let written = Memo::new(move |_| vault.record(id).is_some());
    view! {
        {move || plan.with(safety_plan)}
        <Troubled trouble=draft.trouble() />
        <div class="actions">
            <button type="button" class="main" on:click=move |_| turn.run(true)>{text::change()}</button>
            <button type="button" class="text" on:click=|_| watch::print()>{text::print()}</button>
        </div>
        <div class="no-print">
            {move || written.get().then(|| view! { <Sharing vault id /> })}
        </div>
    }
}
