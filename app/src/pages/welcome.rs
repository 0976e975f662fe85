//! What this is.

use leptos::prelude::*;

use crate::{parts::Parts, text::en::welcome};

/// The first page.
#[component]
pub fn Welcome() -> impl IntoView {
    view! {
        <h1>{welcome::TITLE}</h1>
        <p class="lead">{welcome::LEAD}</p>
        <Parts parts=&welcome::PARTS />
    }
}
