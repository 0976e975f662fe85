//! From the invitation to a journal.

use journal::seal::RecoveryCode;
use leptos::prelude::*;
use leptos_router::{
    NavigateOptions,
    components::A,
    hooks::{use_navigate, use_params_map},
};
use wire::ids::InviteId;

use super::kit::Kit;
use crate::{
    device::watch,
    screens::{
        languages::OtherLanguage,
        parts::{Action, Busy, Credential, Field, Notice, Still, Troubled, Typed},
    },
    text::account::join,
    vault::{Door, Invited, Trouble, use_vault},
};

/// Whose practice it is, what will and will not be seen, and an account.
#[component]
pub fn Join() -> impl IntoView {
    let vault = use_vault();
    let invite = use_params_map()
        .with_untracked(|params| params.get("invite").and_then(|id| id.parse::<InviteId>().ok()));
    let invited = RwSignal::new(None::<Invited>);
    let looking = Busy::new();
    let look = move || {
        looking.start(async move {
            let invite = invite.ok_or(Trouble::Ticket)?;
            invited.set(Some(vault.look_at(invite, watch::fragment()).await?));
            Ok(())
        });
    };
    look();
    view! {
        <Still>
            {move || match invited.get() {
                Some(invited) => view! { <Offered invited /> }.into_any(),
                None => view! {
                    <OtherLanguage />
                    <h1>{join::heading()}</h1>
                    {move || looking.now.get().then(|| view! { <p role="status">{join::looking()}</p> })}
                    <Troubled trouble=looking.trouble />
                    {move || {
                        (looking.trouble.get() == Some(Trouble::Network))
                            .then(|| view! { <Action label=join::retry() kind="button" on_press=Callback::new(move |()| look()) /> })
                    }}
                    {move || {
                        (looking.trouble.get() == Some(Trouble::Ticket))
                            .then(|| {
                                view! {
                                    <p>{join::used()}</p>
                                    <p>
                                        <A href="/app" attr:class="main">{join::open()}</A>
                                    </p>
                                }
                            })
                    }}
                }
                    .into_any(),
            }}
        </Still>
    }
}

#[component]
fn Offered(invited: Invited) -> impl IntoView {
    let vault = use_vault();
    let called = RwSignal::new(String::new());
    let typed = Typed::new();
    let busy = Busy::new();
    let code = RwSignal::new(None::<RecoveryCode>);
    let go = use_navigate();
    let done = Callback::new(move |()| {
        // Where it was locked meanwhile, Today says it once more.
        vault.kit_was_typed_back();
        go("/app", NavigateOptions { replace: true, ..NavigateOptions::default() });
    });
    let shown = invited.clone();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let invited = invited.clone();
        busy.start(async move {
            let called = called.get_untracked();
            code.set(Some(vault.register_client(invited, typed.credentials(), called).await?));
            Ok(())
        });
    };
    let other = vault.door.with_untracked(|door| matches!(door, Door::Locked { .. } | Door::Open(_)));
    let form = move || {
        let submit = submit.clone();
        view! {
            <Terms invited=shown.clone() />
            <h2>{join::account()}</h2>
            {other.then(|| view! { <Notice urges=true><p>{join::other()}</p></Notice> })}
            <form on:submit=submit>
                <Field id="called" label=join::called() value=called />
                <Credential typed trouble=busy.trouble new=true />
                <Troubled trouble=busy.trouble />
                <Action label=join::go() waiting=join::going() busy=busy.now />
            </form>
        }
    };
    move || match code.get() {
        Some(code) => {
            view! { <Kit groups=code.groups() name=typed.name.get_untracked() on_done=done /> }.into_any()
        }
        None => form().into_any(),
    }
}

/// Before anything is asked: who, what for, what is seen, that nobody watches.
#[component]
fn Terms(invited: Invited) -> impl IntoView {
    let whole = invited.fragment.is_some();
    let title =
        invited.card.as_ref().map_or_else(|| join::heading().into(), |card| join::title(&card.display_name));
    let practice = invited.card.and_then(|card| card.practice);
    view! {
        <OtherLanguage />
        <h1>{title}</h1>
        {practice.map(|practice| view! { <p class="lead">{practice}</p> })}
        {(!whole).then(|| view! { <Notice urges=true><p>{join::not_whole()}</p></Notice> })}
        <h2>{join::for_title()}</h2>
        <p>{join::for_()}</p>
        <h2>{join::seen_title()}</h2>
        <p>{join::seen()}</p>
        <p>{join::unseen()}</p>
        <h2>{join::live_title()}</h2>
        <p>{join::live()}</p>
    }
}
