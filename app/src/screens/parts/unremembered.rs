//! Words that the browser is not to remember.
//!
//! A browser writes what stands in fields into its own file of open tabs, as it is, to bring it back after a crash.
//! What is typed here is kept sealed and comes back from there; an unsealed copy on the disk must not be. Chromium
//! lets go of a `textarea` only by the form that it belongs to.

use leptos::prelude::*;

/// For the attribute `form` of each `textarea` that is in no form of its own.
pub const UNREMEMBERED: &str = "unremembered";

/// The form that they belong to: it is never seen and never sent.
#[component]
pub fn Unremembered() -> impl IntoView {
    view! { <form id=UNREMEMBERED autocomplete="off" hidden></form> }
}
