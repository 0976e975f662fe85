//! What the server can and cannot see.

use leptos::prelude::*;

use crate::{parts::Parts, text::public::privacy};

/// The privacy page.
#[component]
pub fn Privacy() -> impl IntoView {
    view! {
        <h1>{privacy::title()}</h1>
        <p class="lead">{privacy::lead()}</p>
        <Parts parts=privacy::parts() />
    }
}
