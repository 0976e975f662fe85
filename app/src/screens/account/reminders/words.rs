//! The words on the lock screen, and how they look there.

use leptos::{prelude::*, task::spawn_local};

use crate::{device::lock_screen, screens::parts::Field, text::reminders as text};

/// Somebody's own words instead of the usual ones. Kept with each key, on this device.
#[component]
pub fn OwnWords() -> impl IntoView {
    let own = RwSignal::new(lock_screen::own());
    Effect::new(move |before: Option<String>| {
        let own = own.get();
        if before.is_some_and(|before| before != own) {
            lock_screen::keep_own(&own);
            spawn_local(async move {
                // What does not go now goes with the next plan.
                let _later = lock_screen::hand_over().await;
            });
        }
        own
    });
    let shown = Signal::derive(move || lock_screen::moment(&own.get()));
    view! {
        <section class="settings">
            <h2>{text::lock_screen()}</h2>
            <Field id="own-words" label=text::own() value=own help=text::own_help() optional=true />
            <LockScreen words=shown />
        </section>
    }
}

/// A notification as it looks.
#[component]
pub fn LockScreen(#[prop(into)] words: Signal<String>) -> impl IntoView {
    view! {
        <p class="quiet">{text::preview()}</p>
        <div class="lock-screen">
            <svg class="mark" viewBox="0 0 32 32" aria-hidden="true">
                <path d="M9 6v20M9 7c5-1 9 0 14 2v16c-5-2-9-3-14-2" />
            </svg>
            <p>{move || words.get()}</p>
        </div>
    }
}
