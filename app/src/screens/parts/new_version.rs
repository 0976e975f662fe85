//! Below a first screen: that a new version is ready. Nobody is led to it while they write.

use leptos::{prelude::*, task::spawn_local};
use leptos_router::components::A;

use crate::{device::version, text::install};

/// Where one waits, the way to it.
#[component]
pub fn NewVersion() -> impl IntoView {
    let is_new = RwSignal::new(false);
    spawn_local(async move {
        // The screen may be left by now; then nobody needs to know.
        let _gone = is_new.try_set(version::waits_here().await);
    });
    move || {
        is_new
            .get()
            .then(|| view! { <p class="quiet of-app"><A href="/app/settings#app-version">{install::ready()}</A></p> })
    }
}
