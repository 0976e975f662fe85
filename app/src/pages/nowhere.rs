//! At an address where there is nothing.

use leptos::prelude::*;

use crate::text::frame;

/// Says so, and where to go. Help is in the bar above, as everywhere.
#[component]
pub fn Nowhere() -> impl IntoView {
    view! {
        <h1>{frame::not_here()}</h1>
        <p><a href="/">{frame::not_here_go()}</a></p>
    }
}
