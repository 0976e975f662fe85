//! After an answer that asks for care, before the score: whom to reach, one's own plan, and who shall know. It blocks
//! nothing and asks for nothing.

use journal::record::Opened;
use leptos::prelude::*;
use leptos_router::components::A;
use wire::ids::RecordId;

use super::super::{not_live::NotLive, share::Sharing};
use crate::{
    screens::parts::safety_plan,
    text::{measures as words, public},
    vault::Vault,
};

/// One calm screen.
pub fn care(vault: Vault, id: RecordId) -> AnyView {
    let me = vault.me();
    let plan = vault.records.with_untracked(|records| {
        let own = records.iter().filter(|record| Some(record.owner) == me);
        own.filter_map(Opened::safety_plan).find(|plan| !plan.is_empty()).cloned()
    });
    let plan = match plan {
        Some(plan) => view! {
            <section class="care-plan">
                <h2>{words::care_plan()}</h2>
                {safety_plan(&plan)}
            </section>
        }
        .into_any(),
        None => {
            view! { <p><A href="/app/you/plan" attr:class="text">{words::care_no_plan()}</A></p> }.into_any()
        }
    };
    view! {
        <h1>{words::care()}</h1>
        <p>{words::care_lead()}</p>
        <div class="actions">
            <a href="/help" rel="external" class="main">{public::help_now()}</a>
        </div>
        <p class="quiet">{words::care_help()}</p>
        {plan}
        <h2>{words::care_tell()}</h2>
        <NotLive />
        <Sharing vault id />
        <div class="actions">
            <A href=format!("/app/measured/{id}") attr:class="second">{words::care_on()}</A>
        </div>
    }
    .into_any()
}
