//! Not here yet.

use leptos::prelude::*;

/// PlanPage.
#[component]
pub fn PlanPage() -> impl IntoView {
    view! { <h1>"PlanPage"</h1> }
}
