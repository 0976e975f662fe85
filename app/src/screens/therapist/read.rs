//! Not here yet.

use leptos::prelude::*;

/// Read.
#[component]
pub fn Read() -> impl IntoView {
    view! { <h1>"Read"</h1> }
}
