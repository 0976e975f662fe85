//! Whether this device shows them, and what to do where it does not.

use leptos::prelude::*;

use crate::{
    screens::parts::{Action, Busy, Notice, Troubled},
    text::{install, reminders as text},
    vault::{Nudged, Sync, use_vault},
};

/// The group. The browser is asked only after a tap.
#[component]
pub fn Here(is_client: bool) -> impl IntoView {
    let vault = use_vault();
    let nudged = RwSignal::new(vault.nudged());
    let busy = Busy::new();
    let is_away = Memo::new(move |_| {
        matches!(vault.sync_state(), Sync::Offline(_) | Sync::Away(_) | Sync::SignedOut(_))
    });
    let show = Callback::new(move |()| {
        busy.start(async move {
            let now = vault.nudge_here().await;
            // Also where it did not go: what the browser was told stays said. The screen may be left by now.
            let _gone = nudged.try_set(vault.nudged());
            now.map(drop)
        });
    });
    let stop = Callback::new(move |()| {
        busy.start(async move {
            let now = vault.leave_alone().await;
            let _gone = nudged.try_set(now);
            Ok(())
        });
    });
    let words = move |client: fn() -> &'static str, therapist: fn() -> &'static str| {
        if is_client { client() } else { therapist() }
    };
    let state = move || match nudged.get() {
        Nudged::On => words(text::is_on, text::urgent_on),
        Nudged::Off => words(text::is_off, text::urgent_off),
        Nudged::Refused => words(text::refused, text::urgent_refused),
        Nudged::HomeScreen => text::home_screen(),
        Nudged::Missing => words(text::missing, text::urgent_missing),
        Nudged::Shared => text::shared(),
    };
    let more = move || match nudged.get() {
        Nudged::On | Nudged::Off if is_away.get() => {
            view! { <Notice><p>{text::offline()}</p></Notice> }.into_any()
        }
        Nudged::On => {
            let stop = move |_| stop.run(());
            view! { <button type="button" class="text" on:click=stop>{text::stop()}</button> }.into_any()
        }
        Nudged::Off => view! {
            <p class="quiet">{text::asks()}</p>
            <Action
                label=words(text::show, text::urgent_show)
                waiting=text::showing()
                busy=busy.now
                kind="button"
                on_press=show
            />
        }
        .into_any(),
        Nudged::HomeScreen => view! { <p class="quiet">{install::by_hand()}</p> }.into_any(),
        Nudged::Refused | Nudged::Missing | Nudged::Shared => ().into_any(),
    };
    view! {
        <section class="settings">
            <h2>{text::here()}</h2>
            <p role="status">{state}</p>
            <Troubled trouble=busy.trouble />
            {more}
        </section>
    }
}
