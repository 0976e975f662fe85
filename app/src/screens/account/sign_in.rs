//! Signing in.

use leptos::prelude::*;
use leptos_router::{NavigateOptions, components::A, hooks::use_navigate};

use super::demo::Demo;
use crate::{
    screens::{
        languages::OtherLanguage,
        parts::{Action, Busy, Credential, Notice, Still, Troubled, Typed},
    },
    text::account::sign_in,
    vault::{Door, use_vault},
};

/// Name and password.
#[component]
pub fn SignIn() -> impl IntoView {
    let vault = use_vault();
    let typed = Typed::new();
    let busy = Busy::new();
    let go = use_navigate();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let go = go.clone();
        busy.start(async move {
            vault.sign_in(typed.credentials()).await?;
            go("/app", NavigateOptions { replace: true, ..NavigateOptions::default() });
            Ok(())
        });
    };
    let replaces = move || {
        let name = typed.name.get().trim().to_lowercase();
        vault.door.with(|door| match door {
            Door::Locked { name: here, .. } if !name.is_empty() && *here != name => Some(here.clone()),
            _ => None,
        })
    };
    view! {
        <Still>
            <OtherLanguage />
            <h1>{sign_in::title()}</h1>
            <form on:submit=submit>
                <Credential typed trouble=busy.trouble />
                {move || replaces().map(|name| view! { <Notice urges=true><p>{sign_in::replaces(&name)}</p></Notice> })}
                <Troubled trouble=busy.trouble />
                <Action label=sign_in::go() waiting=sign_in::going() busy=busy.now />
            </form>
            <p><A href="/recover">{sign_in::recover()}</A></p>
            <Demo typed />
        </Still>
    }
}
