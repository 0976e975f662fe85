//! Links for colleagues, where the practice is this therapist's own.

use chrono::{DateTime, FixedOffset, Utc};
use leptos::{prelude::*, task::spawn_local};
use wire::setup_links::SetupLink;

use super::link::{LinkLeaf, TITLE_ID};
use crate::{
    device::focus,
    screens::parts::{Busy, Troubled, short_day},
    text::therapist::{self as words, colleagues as text, invite},
    vault::{Trouble, Vault, use_vault},
};

/// Where the reader is put when a row is gone.
const HEADING_ID: &str = "colleagues";

/// What the server says of them.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Known {
    /// It was not asked, or did not answer.
    Nothing,
    /// The practice is somebody else's.
    NotMine,
    /// The newest first.
    Links(Vec<SetupLink>),
}

async fn ask(vault: Vault, known: RwSignal<Known>) -> Result<(), Trouble> {
    let (found, outcome) = match vault.setup_links().await {
        Ok(Some(links)) => (Known::Links(links), Ok(())),
        Ok(None) => (Known::NotMine, Ok(())),
        Err(trouble) => (Known::Nothing, Err(trouble)),
    };
    // The screen may be gone by now; then nobody needs to know.
    let _gone = known.try_set(found);
    outcome
}

/// Nothing where the practice is somebody else's.
#[component]
pub fn Colleagues() -> impl IntoView {
    let vault = use_vault();
    let known = RwSignal::new(Known::Nothing);
    let asked = RwSignal::new(false);
    spawn_local(async move {
        // Said on the screen.
        let _failed = ask(vault, known).await;
        let _gone = asked.try_set(true);
    });
    // A link that is on the screen stays there when the list changes.
    let is_mine = Memo::new(move |_| known.with(|known| matches!(known, Known::Links(_))));
    let is_silent = Memo::new(move |_| asked.get() && known.with(|known| *known == Known::Nothing));
    move || match (is_mine.get(), is_silent.get()) {
        (true, _) => view! { <Mine known /> }.into_any(),
        (false, true) => view! {
            <section>
                <h2>{text::title()}</h2>
                <p class="quiet">{text::not_asked()}</p>
            </section>
        }
        .into_any(),
        (false, false) => ().into_any(),
    }
}

#[component]
fn Mine(known: RwSignal<Known>) -> impl IntoView {
    let vault = use_vault();
    let shown = RwSignal::new(None::<String>);
    let said = RwSignal::new("");
    let busy = Busy::new();
    let make = move |_| {
        busy.start(async move {
            let link = vault.make_setup_link().await?;
            said.set("");
            shown.set(Some(link));
            focus::on(TITLE_ID);
            ask(vault, known).await
        });
    };
    let top = move || {
        match shown.get() {
        Some(link) => {
            let done = Callback::new(move |()| {
                shown.set(None);
                focus::on(HEADING_ID);
            });
            let lines = [text::what(), text::once(), text::how()].map(String::from).to_vec();
            view! { <LinkLeaf title=text::link().into() lines link done second=true /> }.into_any()
        }
        None => view! {
            <div class="actions">
                <button type="button" class="second" aria-busy=move || busy.now.get().then_some("true") on:click=make>
                    {move || if busy.now.get() { text::making() } else { text::make() }}
                </button>
            </div>
        }
        .into_any(),
    }
    };
    let links = Memo::new(move |_| if let Known::Links(links) = known.get() { links } else { Vec::new() });
    view! {
        <section>
            <h2 id=HEADING_ID tabindex="-1">
                {text::title()}
            </h2>
            <p class="quiet">{text::lead()}</p>
            <Troubled trouble=busy.trouble />
            {top}
            <p role="status">{said}</p>
            <ul class="rows">
                <For each=move || links.get() key=|link| *link let(link)>
                    <Row link known said shown />
                </For>
            </ul>
        </section>
    }
}

#[component]
fn Row(
    link: SetupLink,
    known: RwSignal<Known>,
    said: RwSignal<&'static str>,
    shown: RwSignal<Option<String>>,
) -> impl IntoView {
    let vault = use_vault();
    let busy = Busy::new();
    let local = move |at: DateTime<Utc>| -> DateTime<FixedOffset> {
        at.with_timezone(vault.now.get_untracked().offset())
    };
    let title = text::of(&short_day(local(link.made)));
    let until = link.expires;
    let state = move || match link.used {
        Some(used) => text::joined(&short_day(local(used))),
        None if until > vault.now.get() => invite::works_until(&short_day(local(until))),
        None => invite::expired().into(),
    };
    let label = words::of(text::withdraw(), &title);
    let withdraw = move |_| {
        busy.start(async move {
            if vault.withdraw_setup_link(link.link).await? {
                shown.set(None);
                said.set(text::withdrawn());
            } else {
                said.set(text::accepted());
            }
            focus::on(HEADING_ID);
            ask(vault, known).await
        });
    };
    view! {
        <li>
            <span class="row-title">{title}</span>
            <p class="quiet">{state}</p>
            {link
                .used
                .is_none()
                .then(|| {
                    view! {
                        <div class="row-actions">
                            <button type="button" class="text" aria-label=label on:click=withdraw>
                                {text::withdraw()}
                            </button>
                        </div>
                    }
                })}
            <Troubled trouble=busy.trouble />
        </li>
    }
}
