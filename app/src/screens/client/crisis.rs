//! Whom to reach, in place: what Help now shows first.

use leptos::{prelude::*, task::spawn_local};

use crate::{
    device::help,
    text::{alerts as words, public},
    vault::use_vault,
};

/// Has the lines at hand before they are needed.
pub fn fetch_lines() {
    spawn_local(async {
        // What does not come now is asked for again where it is shown.
        let _later = help::lines(None).await;
    });
}

/// The lines of the person's country, and the way to everything else. Where they cannot be had, that way alone.
#[component]
pub fn CrisisLines() -> impl IntoView {
    let country = use_vault().settings_now().country;
    let lines = RwSignal::new(help::kept(country.as_deref()));
    spawn_local(async move {
        let found = help::lines(country.as_deref()).await;
        if found.is_some() && lines.try_get_untracked().is_some_and(|shown| shown != found) {
            lines.set(found);
        }
    });
    move || match lines.get() {
        Some(lines) => view! {
            <div class="crisis-lines" inner_html=lines></div>
            <p><a href="/help" rel="external">{words::more_lines()}</a></p>
        }
        .into_any(),
        None => view! {
            <div class="actions">
                <a href="/help" rel="external" class="main">{public::help_now()}</a>
            </div>
        }
        .into_any(),
    }
}
