//! In the place of the app, where the server was built without it.

use leptos::prelude::*;

use crate::text::en::shell::unbuilt;

/// Says so, and what to do.
#[component]
pub fn Unbuilt() -> impl IntoView {
    view! {
        <h1>{unbuilt::TITLE}</h1>
        <p class="lead">{unbuilt::LEAD}</p>
        <p>{unbuilt::BUILD}</p>
        <p><code>{unbuilt::COMMAND}</code></p>
    }
}
