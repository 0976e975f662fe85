//! The version of the app, and the way to a newer one.

use leptos::{prelude::*, task::spawn_local};

use super::home::HomeScreen;
use crate::{device::version, text::install as text, vault::use_vault};

/// The group. Nothing is being written while it is on the screen, so the newer version may begin from here.
#[component]
pub fn Version() -> impl IntoView {
    let vault = use_vault();
    let waits = RwSignal::new(None::<bool>);
    spawn_local(async move {
        let is_waiting = version::is_waiting().await;
        // The screen may be left by now; then nobody needs to know.
        let _gone = waits.try_set(Some(is_waiting));
    });
    let state = move || match waits.get() {
        None => text::looking(),
        Some(false) => text::newest(),
        Some(true) => text::ready(),
    };
    view! {
        <section class="settings">
            <h2 id="app-version">{text::title()}</h2>
            {version::running().map(|build| view! { <p>{text::version()} ": " <strong>{build}</strong></p> })}
            <p role="status">{state}</p>
            {move || {
                (waits.get() == Some(true))
                    .then(|| {
                        view! {
                            <p class="quiet">{text::ready_help()}</p>
                            <button type="button" class="text" on:click=move |_| vault.renew()>{text::take()}</button>
                        }
                    })
            }}
            <HomeScreen />
        </section>
    }
}
