//! The client's screens.

use leptos::prelude::*;

/// CheckIn.
#[component]
pub fn CheckIn() -> impl IntoView {
    view! { <h1>"CheckIn"</h1> }
}

/// EntryPage.
#[component]
pub fn EntryPage() -> impl IntoView {
    view! { <h1>"EntryPage"</h1> }
}

/// ForSession.
#[component]
pub fn ForSession() -> impl IntoView {
    view! { <h1>"ForSession"</h1> }
}

/// Journal.
#[component]
pub fn Journal() -> impl IntoView {
    view! { <h1>"Journal"</h1> }
}

/// Today.
#[component]
pub fn Today() -> impl IntoView {
    view! { <h1>"Today"</h1> }
}

/// Write.
#[component]
pub fn Write() -> impl IntoView {
    view! { <h1>"Write"</h1> }
}

