//! A therapist's account, from the setup link.

use journal::{
    record::{Profile, Rest},
    seal::RecoveryCode,
};
use leptos::prelude::*;
use leptos_router::{NavigateOptions, hooks::use_navigate};

use super::kit::Kit;
use crate::{
    device::watch,
    screens::{
        languages::OtherLanguage,
        parts::{Action, Busy, Credential, Field, Notice, Still, Troubled, Typed},
    },
    text::{account::setup, sit},
    vault::use_vault,
};

/// The first screen of a practice.
#[component]
pub fn Setup() -> impl IntoView {
    // Nobody but a therapist has such a link.
    sit(true);
    let vault = use_vault();
    let token = watch::fragment();
    let (practice, called) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let typed = Typed::new();
    let busy = Busy::new();
    let code = RwSignal::new(None::<RecoveryCode>);
    let go = use_navigate();
    let done = Callback::new(move |()| {
        // Where it was locked meanwhile, Today says it once more.
        vault.kit_was_typed_back();
        go("/app", NavigateOptions { replace: true, ..NavigateOptions::default() });
    });
    let whole = !token.is_empty();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let token = token.clone();
        let profile = Profile {
            v: 1,
            display_name: called.get_untracked().trim().into(),
            practice: Some(practice.get_untracked().trim().into()),
            reading: None,
            rest: Rest::new(),
        };
        busy.start(async move {
            code.set(Some(vault.register_therapist(token, typed.credentials(), profile).await?));
            Ok(())
        });
    };
    let form = move || {
        let submit = submit.clone();
        view! {
            <OtherLanguage />
            <h1>{setup::title()}</h1>
            <p class="lead">{setup::lead()}</p>
            {(!whole).then(|| view! { <Notice urges=true><p>{setup::no_token()}</p></Notice> })}
            <form on:submit=submit>
                <Field id="practice" label=setup::practice() value=practice />
                <Field id="called" label=setup::called() value=called />
                <Credential typed trouble=busy.trouble new=true />
                <Troubled trouble=busy.trouble />
                <Action label=setup::go() waiting=setup::going() busy=busy.now />
            </form>
        }
    };
    view! {
        <Still>
            {move || match code.get() {
                Some(code) => view! { <Kit groups=code.groups() name=typed.name.get_untracked() on_done=done /> }.into_any(),
                None => form().into_any(),
            }}
        </Still>
    }
}
