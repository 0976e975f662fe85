//! The client's safety plan, while it is shared.

use leptos::prelude::*;
use leptos_router::components::A;
use wire::ids::AccountId;

use crate::{screens::parts::short_day, text::safety as text, vault::use_vault};

/// A link to it, with the day it last changed.
#[component]
pub fn SafetyPlanOf(account: AccountId) -> impl IntoView {
    let vault = use_vault();
    let plan = Memo::new(move |_| {
        vault.records.with(|records| {
            let theirs = records.iter().filter(|record| record.owner == account);
            theirs
                .filter_map(|record| Some((record.id, record.safety_plan()?.changed)))
                .max_by_key(|(_, at)| *at)
        })
    });
    move || {
        plan.get().map(|(id, changed)| {
            view! {
                <p>
                    <A href=format!("/app/client/{account}/entry/{id}")>{text::theirs()}</A> ", "
                    <span class="quiet">{text::changed(&short_day(changed))}</span>
                </p>
            }
        })
    }
}
