//! What this is.

use leptos::prelude::*;

use crate::{parts::Parts, text::public::welcome};

/// The first page.
#[component]
pub fn Welcome() -> impl IntoView {
    view! {
        <h1>{welcome::title()}</h1>
        <p class="lead">{welcome::lead()}</p>
        <p class="actions">
            <a href="/app" class="main">{welcome::open()}</a>
            <span class="quiet">{welcome::open_line()}</span>
        </p>
        <Parts parts=welcome::parts() />
    }
}
