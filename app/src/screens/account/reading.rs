//! A therapist's own sentence about when shared pages are read.

use leptos::prelude::*;

use crate::{
    screens::parts::{Action, Busy, Field, Troubled},
    text::account::reading,
    vault::use_vault,
};

/// Said to clients wherever they write.
#[component]
pub fn Reading() -> impl IntoView {
    let vault = use_vault();
    let kept = vault.profile_now().and_then(|profile| profile.reading).unwrap_or_default();
    let sentence = RwSignal::new(kept);
    let busy = Busy::new();
    let said = RwSignal::new(false);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        said.set(false);
        busy.start(async move {
            vault.say_when_read(&sentence.get_untracked())?;
            said.set(true);
            Ok(())
        });
    };
    view! {
        <h2>{reading::title()}</h2>
        <form on:submit=submit>
            <Field id="reading" label=reading::label() value=sentence help=reading::help() optional=true />
            <Troubled trouble=busy.trouble />
            <Action label=reading::go() waiting=reading::going() busy=busy.now second=true />
            <p class="quiet" role="status">{move || said.get().then(reading::said)}</p>
        </form>
    }
}
