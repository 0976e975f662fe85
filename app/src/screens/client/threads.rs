//! Intentions, and what grew from each: all of them in a list, one of them on a page.

mod insight;
mod intention;
mod passage;
mod step;

use journal::threads::{Thread, threads};
use leptos::prelude::*;
use leptos_router::{
    NavigateOptions,
    components::A,
    hooks::{use_navigate, use_params_map, use_query_map},
};
use wire::ids::RecordId;

pub use self::{
    insight::InsightPage,
    intention::{IntentionPage, TurnedToward},
    passage::KeepPassage,
    step::StepPage,
};
use super::own::course;
use crate::{
    screens::parts::{Frame, Framed, SyncLine, grown, short_day},
    text::threads as words,
    vault::{Vault, use_vault},
};

/// All threads, the newest intention first.
#[component]
pub fn Threads() -> impl IntoView {
    let vault = use_vault();
    let all = Memo::new(move |_| of(vault));
    let thread_of = move |thread: Thread| {
        let now = vault.now.get_untracked();
        let head = match &thread.intention {
            Some((id, intention)) => {
                grown::line("intention", *id, &intention.text, short_day(intention.made), Some(way))
            }
            None => view! { <p class="quiet">{words::loose()}</p> }.into_any(),
        };
        view! { <section class="thread-of">{head} {grown::thread(&thread, Some(way), now, None)}</section> }
            .into_any()
    };
    view! {
        <Frame>
            <h1>{words::title()}</h1>
            <Framed
                each=move || all.get()
                key=intention_of
                row=thread_of
                frame=|rows| rows
                none=|| view! { <p>{words::empty()}</p> }
            />
            <div class="actions">
                <A href=format!("/app/intention/{}?edit", Vault::new_id()) attr:class="main">{words::set()}</A>
                <A href=format!("/app/insight/{}?edit", Vault::new_id()) attr:class="text">{words::add_insight()}</A>
            </div>
            <SyncLine />
        </Frame>
    }
}

/// What a thread is about; what belongs to no intention stands together.
fn intention_of(thread: &Thread) -> Option<RecordId> {
    thread.intention.as_ref().map(|(id, _)| *id)
}

/// One's own threads; tracked.
fn of(vault: Vault) -> Vec<Thread> {
    let course = course(vault);
    vault.me().map_or_else(Vec::new, |me| vault.records.with(|records| threads(records, me, &course)))
}

/// Where the author reads it.
fn way(kind: &'static str, id: RecordId) -> String {
    format!("/app/{kind}/{id}")
}

/// The record in the address; made anew only when it is another one.
fn id_here() -> Memo<Option<RecordId>> {
    let params = use_params_map();
    Memo::new(move |_| params.with(|params| params.get("id").and_then(|id| id.parse().ok())))
}

/// Whether the address asks to write.
fn is_editing() -> Memo<bool> {
    let query = use_query_map();
    Memo::new(move |_| query.with(|query| query.get("edit").is_some()))
}

/// Another record in the address, under this name.
fn named(name: &'static str) -> Option<RecordId> {
    use_query_map().with_untracked(|query| query.get(name).and_then(|id| id.parse().ok()))
}

/// What can be done with what one reads.
fn actions(vault: Vault, kind: &'static str, id: RecordId) -> AnyView {
    let go = use_navigate();
    let delete = move |_| {
        vault.delete_with_undo(id, words::deleted());
        go("/app/threads", NavigateOptions { replace: true, ..NavigateOptions::default() });
    };
    view! {
        <div class="actions">
            <A href=format!("/app/{kind}/{id}?edit") attr:class="text">{words::change()}</A>
            <button type="button" class="text" on:click=delete>{words::delete()}</button>
        </div>
    }
    .into_any()
}

/// It was deleted, here or on another device.
fn gone() -> AnyView {
    view! {
        <h1>{words::gone()}</h1>
        <p><A href="/app/threads">{words::title()}</A></p>
    }
    .into_any()
}
