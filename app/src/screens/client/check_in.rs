//! The check-in: five taps, words if there are any. Under half a minute, one thumb. Every question can be the
//! last one.

mod last;
mod question;
mod which_day;

use journal::record::{Body, CheckIn as Record, SCALES};
use leptos::prelude::*;
use leptos_router::{
    NavigateOptions,
    hooks::{use_navigate, use_params_map, use_query_map},
};
use wire::ids::RecordId;

use self::{last::Last, question::Question};
use super::draft::{Draft, Shape};
use crate::{
    device::clock,
    screens::parts::Still,
    text::frame,
    vault::{Vault, use_vault},
};

/// A new one gets its address: a reload in the middle goes on where it was.
#[component]
pub fn NewCheckIn() -> impl IntoView {
    let go = use_navigate();
    Effect::new(move |_| {
        let replace = NavigateOptions { replace: true, ..NavigateOptions::default() };
        go(&format!("/app/check-in/{}", Vault::new_id()), replace);
    });
}

/// Five questions, then words.
#[component]
pub fn CheckIn() -> impl IntoView {
    let vault = use_vault();
    let id =
        use_params_map().with_untracked(|params| params.get("id").and_then(|id| id.parse::<RecordId>().ok()));
    let Some(id) = id else { return view! { <Still back="/app".into()>""</Still> }.into_any() };
    let shape = Shape {
        to: |record: &Record| Body::CheckIn(record.clone()),
        from: |body| if let Body::CheckIn(record) = body { Some(record.clone()) } else { None },
    };
    let there = vault.record_now(id).and_then(|record| record.check_in().cloned());
    let draft = Draft::begin(vault, id, there.unwrap_or_else(|| Record::new(clock::now())), shape);
    let query = use_query_map();
    // The phone's own back button goes one question back.
    let at = Memo::new(move |_| {
        query
            .with(|query| query.get("p").and_then(|page| page.parse::<usize>().ok()))
            .unwrap_or(1)
            .saturating_sub(1)
    });
    // Who answered the first question on Today was not asked there.
    let asks_day = Memo::new(move |_| at.get() == 0 || query.with(|query| query.get("day").is_some()));
    let go = use_navigate();
    let turn = Callback::new({
        let go = go.clone();
        move |page: usize| go(&format!("/app/check-in/{id}?p={}", page + 1), NavigateOptions::default())
    });
    let done = Callback::new(move |()| {
        let replace = NavigateOptions { replace: true, ..NavigateOptions::default() };
        if draft.value.with_untracked(Record::is_empty) {
            draft.discard();
            go("/app", replace);
            return;
        }
        draft.keep_now();
        vault.finished(id);
        go(&format!("/app/checked/{id}"), replace);
    });
    view! {
        <Still back="/app".into() back_label=frame::today()>
            {move || match SCALES.get(at.get()) {
                Some(scale) => view! { <Question draft scale=*scale at=at.get() asks_day=asks_day.get_untracked() turn done /> }.into_any(),
                None => view! { <Last id draft turn done /> }.into_any(),
            }}
        </Still>
    }
    .into_any()
}

/// Changes it, and says so once it had settled.
fn change(draft: Draft<Record>, change: impl FnOnce(&mut Record)) {
    draft.edit(|record| {
        change(record);
        record.touched(clock::now());
    });
}
