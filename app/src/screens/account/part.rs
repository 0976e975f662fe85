//! Ending the connection with somebody, after saying what that means.

use leptos::prelude::*;
use leptos_router::{
    NavigateOptions,
    components::A,
    hooks::{use_navigate, use_params_map},
};
use wire::{ids::AccountId, login::Role};

use crate::{
    screens::parts::{Busy, Still, Troubled},
    text::{
        frame,
        keeping::{part, part_from},
    },
    vault::use_vault,
};

/// The question, about whom the address says.
#[component]
pub fn Part() -> impl IntoView {
    let vault = use_vault();
    let params = use_params_map();
    let peer = params.with_untracked(|params| params.get("account")?.parse::<AccountId>().ok());
    let is_client = vault.who_now().is_some_and(|who| who.role == Role::Client);
    let back = match (is_client, peer) {
        (false, Some(peer)) => format!("/app/client/{peer}"),
        _ => "/app/privacy".to_owned(),
    };
    // As it was when the question was put: afterwards there is nobody.
    let person = untrack(|| vault.people()).into_iter().find(|person| Some(person.account) == peer);
    view! {
        <Still back=back.clone() back_label=frame::back()>
            {match (peer, person) {
                (Some(peer), Some(person)) => {
                    let name = person.name.unwrap_or_else(|| part::somebody().into());
                    view! { <Question peer name is_client back /> }.into_any()
                }
                _ => view! { <h1>{part::nobody()}</h1> }.into_any(),
            }}
        </Still>
    }
}

#[component]
fn Question(peer: AccountId, name: String, is_client: bool, back: String) -> impl IntoView {
    let vault = use_vault();
    let busy = Busy::new();
    let go = use_navigate();
    let end = move |_| {
        let go = go.clone();
        busy.start(async move {
            vault.part_from(peer).await?;
            let to = if is_client { "/app/privacy" } else { "/app" };
            go(to, NavigateOptions { replace: true, ..NavigateOptions::default() });
            Ok(())
        });
    };
    let lines = if is_client {
        vec![part::theirs(), part::yours(), part::again()]
    } else {
        vec![part::theirs_client(), part::yours_client()]
    };
    view! {
        <h1>{part_from(&name)}</h1>
        {lines.into_iter().map(|line| view! { <p>{line}</p> }).collect_view()}
        <Troubled trouble=busy.trouble />
        <div class="actions">
            <A href=back attr:class="main">{part::stay()}</A>
            <button type="button" class="second" aria-busy=move || busy.now.get().then_some("true") on:click=end>
                {move || if busy.now.get() { part::going() } else { part::go() }}
            </button>
        </div>
    }
}
