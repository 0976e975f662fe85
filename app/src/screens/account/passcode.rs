//! The passcode of this device: set, changed, switched off.

use leptos::prelude::*;
use zeroize::Zeroizing;

use crate::{
    screens::parts::{Action, Busy, Field, Kind, Notice, Still, Troubled},
    text::keeping::{passcode, privacy},
    vault::use_vault,
};

/// The screen.
#[component]
pub fn PasscodePage() -> impl IntoView {
    let vault = use_vault();
    let is_set = RwSignal::new(vault.passcode());
    let said = RwSignal::new("");
    view! {
        <Still back="/app/privacy".to_owned() back_label=privacy::title()>
            <h1>{passcode::title()}</h1>
            <p>{passcode::lead()}</p>
            <p role="status">
                {move || Some(said.get()).filter(|said| !said.is_empty()).map(|said| view! { <strong>{said}</strong> })}
            </p>
            {move || match is_set.get() {
                None => view! { <Notice><p>{passcode::not_here()}</p></Notice> }.into_any(),
                Some(there) => view! { <Choose there is_set said /> }.into_any(),
            }}
        </Still>
    }
}

#[component]
fn Choose(there: bool, is_set: RwSignal<Option<bool>>, said: RwSignal<&'static str>) -> impl IntoView {
    let vault = use_vault();
    let (code, again) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let differ = RwSignal::new(false);
    let busy = Busy::new();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let (first, second) = (Zeroizing::new(code.get_untracked()), Zeroizing::new(again.get_untracked()));
        differ.set(first != second);
        if first != second {
            // One thing at a time: what the last try said is over.
            busy.trouble.set(None);
            return;
        }
        busy.start(async move {
            vault.set_passcode(first).await?;
            said.set(passcode::is_set());
            is_set.set(Some(true));
            Ok(())
        });
    };
    let off = move |_| {
        differ.set(false);
        busy.start(async move {
            vault.drop_passcode().await?;
            said.set(passcode::is_off());
            is_set.set(Some(false));
            Ok(())
        });
    };
    let label = if there { passcode::change() } else { passcode::set() };
    view! {
        <form on:submit=submit>
            <Field id="code" label=passcode::code() value=code kind=Kind::NewPasscode help=passcode::help() />
            <Field id="again" label=passcode::again() value=again kind=Kind::NewPasscode />
            <div role="alert" class="trouble">{move || differ.get().then(|| view! { <p>{passcode::differ()}</p> })}</div>
            <Troubled trouble=busy.trouble />
            <div class="actions">
                <Action label waiting=passcode::setting() busy=busy.now />
                {there.then(|| view! { <button type="button" class="text" on:click=off>{passcode::off()}</button> })}
            </div>
        </form>
    }
}
