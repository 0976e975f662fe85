//! One entry: read it, change it, share it, take it back, delete it.

use journal::record::{Answer, Body, Entry};
use leptos::{html::Dialog, prelude::*};
use leptos_router::{
    NavigateOptions,
    components::A,
    hooks::{use_navigate, use_params_map},
};
use wire::ids::RecordId;

use super::share::Sharing;
use crate::{
    screens::{
        attach::Attachments,
        parts::{Busy, Frame, Troubled, page},
    },
    text::client::{entry, journal as words},
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
    let others = (!entry.others.is_empty()).then(|| view! { <Others vault id entry=entry.clone() /> });
    let draft = entry.finished.is_none();
    view! {
        <article>
            {draft.then(|| view! { <p class="quiet">{words::draft()}</p> })}
            {page(&without_others(&entry))}
            <Attachments entry=id />
        </article>
        {others}
        <Sharing vault id />
        <div class="actions">
            <A href=format!("/app/write/{id}") attr:class="text">{entry::edit()}</A>
            <Deletion vault id />
        </div>
    }
}

/// Two versions that met: both are here until the author has looked.
#[component]
fn Others(vault: Vault, id: RecordId, entry: Entry) -> impl IntoView {
    let busy = Busy::new();
    let versions = entry
        .others
        .iter()
        .map(|other| {
            let shown = Entry {
                answers: other.answers.clone(),
                feelings: other.feelings.clone(),
                free: other.free.clone(),
                others: Vec::new(),
                ..entry.clone()
            };
            view! { <div class="leaf">{page(&shown)}</div> }
        })
        .collect_view();
    let (as_is, both) = (without_others(&entry), joined(&entry));
    let keep = move |entry: Entry| {
        busy.start(async move {
            vault.write(id, Body::Entry(entry))?;
            vault.flush();
            Ok(())
        });
    };
    view! {
        <section>
            <h2>{entry::other()}</h2>
            <p>{entry::other_line()}</p>
            {versions}
            <Troubled trouble=busy.trouble />
            <div class="actions">
                <button type="button" class="main" on:click=move |_| keep(both.clone())>{entry::other_add()}</button>
                <button type="button" class="text" on:click=move |_| keep(as_is.clone())>{entry::other_done()}</button>
            </div>
        </section>
    }
}

fn without_others(entry: &Entry) -> Entry {
    Entry { others: Vec::new(), ..entry.clone() }
}

/// The other versions' words behind one's own, each answer under its question.
fn joined(entry: &Entry) -> Entry {
    let mut all = without_others(entry);
    for other in &entry.others {
        for Answer { prompt, question, text } in &other.answers {
            let mine = all.answer(prompt).to_owned();
            if mine != *text && !text.trim().is_empty() {
                let both = if mine.trim().is_empty() { text.clone() } else { format!("{mine}\n\n{text}") };
                all.set_answer(prompt, question, both);
            }
        }
        if other.free != all.free && !other.free.trim().is_empty() {
            all.free = [all.free.trim(), other.free.trim()].join("\n\n").trim().into();
        }
        for feeling in &other.feelings {
            if !all.feelings.contains(feeling) {
                all.feelings.push(feeling.clone());
            }
        }
    }
    all
}

/// Asked once, in a dialog that says what goes.
#[component]
fn Deletion(vault: Vault, id: RecordId) -> impl IntoView {
    let dialog = NodeRef::<Dialog>::new();
    let busy = Busy::new();
    let go = use_navigate();
    let ask = move |_| {
        if let Some(dialog) = dialog.get() {
            drop(dialog.show_modal());
        }
    };
    let close = move || {
        if let Some(dialog) = dialog.get() {
            dialog.close();
        }
    };
    let delete = move |_| {
        close();
        let go = go.clone();
        busy.start(async move {
            vault.delete(id)?;
            go("/app/journal", NavigateOptions { replace: true, ..NavigateOptions::default() });
            Ok(())
        });
    };
    view! {
        <button type="button" class="text" on:click=ask>{entry::delete()}</button>
        <dialog node_ref=dialog aria-labelledby="delete">
            <h2 id="delete">{entry::delete_sure()}</h2>
            <p>{entry::delete_line()}</p>
            <div class="actions">
                <button type="button" class="main" on:click=move |_| close()>{entry::delete_keep()}</button>
                <button type="button" class="text" on:click=delete>{entry::delete()}</button>
            </div>
        </dialog>
        <Troubled trouble=busy.trouble />
    }
}
