//! What the server can and cannot see.

use leptos::prelude::*;

use crate::{parts::Parts, text::en::privacy};

/// The privacy page.
#[component]
pub fn Privacy() -> impl IntoView {
    view! {
        <h1>{privacy::TITLE}</h1>
        <p class="lead">{privacy::LEAD}</p>
        <Parts parts=&privacy::PARTS />
    }
}
