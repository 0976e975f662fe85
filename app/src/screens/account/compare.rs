//! Eight words, for two people to read to each other.

use leptos::{prelude::*, task::spawn_local};
use leptos_router::{
    components::A,
    hooks::{use_params_map, use_query_map},
};
use wire::{ids::AccountId, login::Role};

use crate::{
    device::focus,
    screens::parts::{Busy, Notice, Still, Troubled},
    text::{compare as words, frame},
    vault::{Compared, Trouble, use_vault},
};

/// What says how it ended; the buttons are gone by then.
const ENDED: &str = "compared";

#[derive(Clone, Copy, PartialEq, Eq)]
enum Said {
    Nothing,
    Same,
    Differ,
}

/// The words for whom the address names.
#[component]
pub fn Compare() -> impl IntoView {
    let vault = use_vault();
    let params = use_params_map();
    let peer = params.with_untracked(|params| params.get("account")?.parse::<AccountId>().ok());
    let is_known =
        move |one: &AccountId| untrack(|| vault.people()).iter().any(|person| person.account == *one);
    let is_client = vault.who_now().is_some_and(|who| who.role == Role::Client);
    // Only to a screen of this app, whatever an address says.
    let from =
        use_query_map().with_untracked(|query| query.get("from").filter(|way| way.starts_with("/app/")));
    let back = from.unwrap_or_else(|| match (is_client, peer) {
        (false, Some(peer)) => format!("/app/client/{peer}"),
        _ => "/app/privacy".to_owned(),
    });
    view! {
        <Still back=back.clone() back_label=frame::back()>
            {match peer.filter(is_known) {
                Some(peer) => view! { <Words peer back /> }.into_any(),
                None => view! { <h1>{words::nobody()}</h1> }.into_any(),
            }}
        </Still>
    }
}

#[component]
fn Words(peer: AccountId, back: String) -> impl IntoView {
    let vault = use_vault();
    let made = RwSignal::new(None::<Result<Compared, Trouble>>);
    let said = RwSignal::new(Said::Nothing);
    let busy = Busy::new();
    spawn_local(async move {
        // The screen may be left by now.
        let _gone = made.try_set(Some(vault.words_with(peer).await));
    });
    let same = move |_| {
        busy.start(async move {
            if let Some(Ok(compared)) = made.get_untracked() {
                vault.verify_by_words(&compared)?;
                said.set(Said::Same);
                focus::on(ENDED);
            }
            Ok(())
        });
    };
    let differ = move |_| {
        said.set(Said::Differ);
        focus::on(ENDED);
    };
    let trouble =
        Memo::new(move |_| made.with(|made| made.as_ref().and_then(|made| made.as_ref().err().copied())));
    let list = move || match made.get() {
        None => view! { <p class="quiet" role="status">{words::making()}</p> }.into_any(),
        Some(Err(_)) => ().into_any(),
        Some(Ok(compared)) => {
            let items = compared.words.map(|word| view! { <li>{word}</li> });
            view! {
                <ol class="eight" lang="en">{items.into_iter().collect_view()}</ol>
                <p class="quiet">{words::in_english()}</p>
                <Troubled trouble=busy.trouble />
                <div class="actions">
                    <button type="button" class="main" on:click=same>{words::same()}</button>
                    <button type="button" class="second" on:click=differ>{words::differ()}</button>
                </div>
            }
            .into_any()
        }
    };
    move || {
        match said.get() {
        Said::Nothing => view! {
            <h1>{words::title()}</h1>
            <p class="lead">{words::lead()}</p>
            <p>{words::why()}</p>
            {list}
            <Troubled trouble />
        }
        .into_any(),
        Said::Same => view! {
            <h1 id=ENDED tabindex="-1">{words::done()}</h1>
            <p>{words::done_why()}</p>
            <p><A href=back.clone() attr:class="main">{frame::back()}</A></p>
        }
        .into_any(),
        Said::Differ => view! {
            <h1 id=ENDED tabindex="-1">{words::differ_title()}</h1>
            <Notice urges=true><p>{words::differ_why()}</p></Notice>
            <div class="actions">
                <button type="button" class="main" on:click=move |_| said.set(Said::Nothing)>{words::again()}</button>
            </div>
        }
        .into_any(),
    }
    }
}
