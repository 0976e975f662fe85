//! Not here yet.

use leptos::prelude::*;

/// BriefPage.
#[component]
pub fn BriefPage() -> impl IntoView {
    view! { <h1>"BriefPage"</h1> }
}
