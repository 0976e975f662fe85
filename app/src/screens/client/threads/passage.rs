//! A passage of an entry kept for itself: as an insight, or on the list for the next hour.

use journal::{
    passage::{Passage, texts},
    record::{Body, Entry, Insight},
};
use leptos::prelude::*;
use leptos_router::{NavigateOptions, components::A, hooks::use_navigate};
use wire::ids::RecordId;

use super::{
    super::{
        agenda::{read_by, star},
        own::name_of,
    },
    gone, id_here,
    insight::intention_now,
};
use crate::{
    device::clock,
    screens::parts::{Busy, ChoosePassage, Still, Troubled},
    text::threads as words,
    vault::{Vault, use_vault},
};

/// The entry in the address, to mark a passage in.
#[component]
pub fn KeepPassage() -> impl IntoView {
    let vault = use_vault();
    let id = id_here();
    move || {
        let found = id.get().and_then(|id| vault.record_now(id));
        let found = found.filter(|record| Some(record.owner) == vault.me());
        let entry = found.as_ref().and_then(|record| record.entry().map(|entry| (record.id, entry.clone())));
        match entry {
            Some((id, entry)) => choose(vault, id, &entry),
            None => view! { <Still back="/app/journal".into()>{gone()}</Still> }.into_any(),
        }
    }
}

fn choose(vault: Vault, id: RecordId, entry: &Entry) -> AnyView {
    let chosen = RwSignal::new(None::<Passage>);
    let starred = RwSignal::new(false);
    let busy = Busy::new();
    let go = use_navigate();
    let written = entry.started;
    let as_insight = move |_| {
        let Some(passage) = chosen.get_untracked() else { return };
        let go = go.clone();
        busy.start(async move {
            let mut insight = Insight::new(passage.text.trim().to_owned(), clock::now());
            insight.question = passage.question;
            insight.entry = Some(id);
            insight.intention = intention_now(vault);
            insight.written = written;
            let kept = Vault::new_id();
            vault.write(kept, Body::Insight(insight))?;
            vault.flush();
            go(
                &format!("/app/insight/{kept}"),
                NavigateOptions { replace: true, ..NavigateOptions::default() },
            );
            Ok(())
        });
    };
    let bring = move |_| {
        let Some(passage) = chosen.get_untracked() else { return };
        busy.start(async move {
            star(vault, id, passage.question, passage.text.trim())?;
            starred.set(true);
            Ok(())
        });
    };
    let none = move || chosen.with(Option::is_none).then_some("true");
    let texts = texts(entry);
    view! {
        <Still back=format!("/app/entry/{id}") back_label=words::to_page()>
            <h1>{words::passage_title()}</h1>
            <ChoosePassage texts chosen />
            <div role="status">
                {move || {
                    starred
                        .get()
                        .then(|| {
                            view! {
                                <p>
                                    {words::starred()} " " <A href="/app/session">{words::to_list()}</A>
                                </p>
                            }
                        })
                }}
            </div>
            <Troubled trouble=busy.trouble />
            {move || {
                read_by(vault)
                    .map(|person| view! { <p class="quiet">{words::read_at_once(&name_of(&person))}</p> })
            }}
            <div class="actions bottom">
                <button type="button" class="main" aria-disabled=none on:click=as_insight>
                    {words::as_insight()}
                </button>
                <button type="button" class="second" aria-disabled=none on:click=bring>
                    {words::star()}
                </button>
            </div>
        </Still>
    }
    .into_any()
}
