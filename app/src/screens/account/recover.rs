//! Back in with the recovery code.

use journal::seal::RecoveryCode;
use leptos::prelude::*;
use leptos_router::{NavigateOptions, hooks::use_navigate};

use super::kit::Kit;
use crate::{
    screens::parts::{Action, Busy, Credential, Field, Kind, Still, Troubled, Typed},
    text::{
        account::{recover, sign_in},
        trouble,
    },
    vault::{Trouble, use_vault},
};

/// Name, code, a new password; then a new kit.
#[component]
pub fn Recover() -> impl IntoView {
    let vault = use_vault();
    let code = RwSignal::new(String::new());
    let typed = Typed::new();
    let busy = Busy::new();
    let new_code = RwSignal::new(None::<RecoveryCode>);
    let go = use_navigate();
    let done = Callback::new(move |()| {
        // Where it was locked meanwhile, Today says it once more.
        vault.kit_was_typed_back();
        go("/app", NavigateOptions { replace: true, ..NavigateOptions::default() });
    });
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        busy.start(async move {
            let old: RecoveryCode = code.get_untracked().parse().map_err(|_| Trouble::Code)?;
            new_code.set(Some(vault.recover(old, typed.credentials()).await?));
            Ok(())
        });
    };
    let form = move || {
        view! {
            <h1>{recover::title()}</h1>
            <p>{recover::lead()}</p>
            <form on:submit=submit>
                <Field id="code" label=recover::code() value=code kind=Kind::Code help=recover::code_help() />
                <Credential typed trouble=busy.trouble new=true />
                <Troubled trouble=busy.trouble wrong=trouble::wrong_code() />
                <Action label=recover::go() waiting=recover::going() busy=busy.now />
            </form>
        }
    };
    view! {
        <Still back="/signin".into() back_label=sign_in::title()>
            {move || match new_code.get() {
                Some(code) => view! { <Kit groups=code.groups() name=typed.name.get_untracked() on_done=done /> }.into_any(),
                None => form().into_any(),
            }}
        </Still>
    }
}
