//! One entry: read it, change it, share it, take it back, delete it.

use journal::record::Entry;
use leptos::prelude::*;
use leptos_router::{
    NavigateOptions,
    components::A,
    hooks::{use_navigate, use_params_map},
};
use wire::ids::RecordId;

use super::{answers::AnswersTo, share::Sharing, versions::Versions};
use crate::{
    screens::{
        attach::Attachments,
        parts::{Frame, page},
    },
    text::{
        client::{entry, journal as words},
        threads,
        writing::undo,
    },
    vault::{Vault, use_vault},
};

/// One entry of one's own.
#[component]
pub fn EntryPage() -> impl IntoView {
    let vault = use_vault();
    let id =
        use_params_map().with_untracked(|params| params.get("id").and_then(|id| id.parse::<RecordId>().ok()));
    let record = Memo::new(move |_| {
        let id = id?;
        vault.record(id).filter(|record| Some(record.owner) == vault.me())
    });
    let found = Memo::new(move |_| {
        record.get().and_then(|record| record.entry().cloned().map(|entry| (record.id, entry)))
    });
    view! {
        <Frame>
            {move || match found.get() {
                Some((id, entry)) => view! { <Page vault id entry /> }.into_any(),
                None => view! {
                    <h1>{entry::gone()}</h1>
                    <p><A href="/app/journal">{entry::back()}</A></p>
                }
                    .into_any(),
            }}
        </Frame>
    }
}

#[component]
fn Page(vault: Vault, id: RecordId, entry: Entry) -> impl IntoView {
    let content = if entry.others.is_empty() {
        let draft = entry.finished.is_none();
        view! {
            <article>
                {draft.then(|| view! { <p class="quiet">{words::draft()}</p> })}
                {page(&entry)}
                <Attachments entry=id />
            </article>
            <AnswersTo id />
            <Sharing vault id />
        }
        .into_any()
    } else {
        view! { <Versions vault id entry /> }.into_any()
    };
    view! {
        {content}
        <div class="actions">
            <A href=format!("/app/write/{id}") attr:class="text">{entry::edit()}</A>
            <A href=format!("/app/keep/{id}") attr:class="text">{threads::keep_passage()}</A>
            <Deletion vault id />
        </div>
    }
}

/// Gone at once, with some seconds to take that back.
#[component]
fn Deletion(vault: Vault, id: RecordId) -> impl IntoView {
    let go = use_navigate();
    let delete = move |_| {
        vault.delete_with_undo(id, undo::page_deleted());
        go("/app/journal", NavigateOptions { replace: true, ..NavigateOptions::default() });
    };
    view! { <button type="button" class="text" on:click=delete>{entry::delete()}</button> }
}
