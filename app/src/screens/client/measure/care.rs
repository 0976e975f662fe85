//! After an answer that asks for care, before the score: whom to reach, one's own plan, and who shall know. It blocks
//! nothing and asks for nothing.

use journal::record::Opened;
use leptos::prelude::*;
use leptos_router::components::A;
use wire::ids::RecordId;

use super::{
    super::{crisis::CrisisLines, not_live::NotLive},
    tell::Tell,
};
use crate::{screens::parts::safety_plan, text::measures as words, vault::Vault};

/// In the address of a score to which somebody went on from here.
pub const SCORE: &str = "score";

/// One calm screen.
pub fn care(vault: Vault, id: RecordId) -> AnyView {
    let on = move |_| {
        vault.goes_on_from_care(id);
        // With nobody to tell there is no question to leave open.
        if untrack(|| vault.people().is_empty()) {
            // What is left open then is asked again.
            let _open = vault.keep_alert(id);
        }
    };
    view! {
        <h1>{words::care()}</h1>
        <p>{words::care_lead()}</p>
        <CrisisLines />
        {own_plan(vault)}
        <Tell vault id />
        <NotLive />
        <div class="actions">
            <A href=format!("/app/measured/{id}?{SCORE}") attr:class="second" on:click=on>
                {words::care_on()}
            </A>
        </div>
    }
    .into_any()
}

/// One's own safety plan, open as it stands; the way to write one where there is none. Who comes back from writing it is
/// here before its last words are kept.
fn own_plan(vault: Vault) -> impl IntoView {
    let me = vault.me();
    let plan = Memo::new(move |_| {
        vault.records.with(|records| {
            let own = records.iter().filter(|record| Some(record.owner) == me);
            own.filter_map(Opened::safety_plan).find(|plan| !plan.is_empty()).cloned()
        })
    });
    move || match plan.get() {
        None => {
            view! { <p><A href="/app/you/plan" attr:class="text">{words::care_no_plan()}</A></p> }.into_any()
        }
        Some(plan) => view! {
            <details class="care-plan" open=true>
                <summary>{words::care_plan()}</summary>
                {safety_plan(&plan)}
            </details>
        }
        .into_any(),
    }
}
