//! Somebody's keys are not verified: that, and the way to do it.

use leptos::prelude::*;
use leptos_router::components::A;
use wire::ids::AccountId;

use super::Notice;
use crate::text::compare;

/// A notice with the link to the eight words.
#[component]
pub fn NotVerified(
    /// Whose.
    account: AccountId,
    /// What follows.
    children: Children,
) -> impl IntoView {
    view! {
        <Notice urges=true>
            <p>{children()}</p>
            <p><A href=format!("/app/compare/{account}")>{compare::title()}</A></p>
        </Notice>
    }
}
