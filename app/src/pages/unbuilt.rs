//! In the place of the app, where the server was built without it.

use leptos::prelude::*;

use crate::text::shell::unbuilt;

/// Says so, and what to do.
#[component]
pub fn Unbuilt() -> impl IntoView {
    view! {
        <h1>{unbuilt::title()}</h1>
        <p class="lead">{unbuilt::lead()}</p>
        <p>{unbuilt::build()}</p>
        <p><code>{unbuilt::command()}</code></p>
    }
}
