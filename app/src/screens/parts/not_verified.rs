//! Somebody's keys are not verified: that, and the way to do it.

use leptos::prelude::*;
use leptos_router::{components::A, hooks::use_location};
use wire::ids::AccountId;

use super::Notice;
use crate::text::compare;

/// A notice with the link to the eight words, from which one comes back here.
#[component]
pub fn NotVerified(
    /// Whose.
    account: AccountId,
    /// What follows.
    children: Children,
) -> impl IntoView {
    let here = use_location().pathname;
    let way = move || format!("/app/compare/{account}?from={}", here.get());
    view! {
        <Notice urges=true>
            <p>{children()}</p>
            <p><A href=way>{compare::title()}</A></p>
        </Notice>
    }
}
