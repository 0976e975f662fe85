//! The therapist's screens.

use leptos::prelude::*;

/// BriefPage.
#[component]
pub fn BriefPage() -> impl IntoView {
    view! { <h1>"BriefPage"</h1> }
}

/// Caseload.
#[component]
pub fn Caseload() -> impl IntoView {
    view! { <h1>"Caseload"</h1> }
}

/// InvitePage.
#[component]
pub fn InvitePage() -> impl IntoView {
    view! { <h1>"InvitePage"</h1> }
}

/// PlanPage.
#[component]
pub fn PlanPage() -> impl IntoView {
    view! { <h1>"PlanPage"</h1> }
}

/// Read.
#[component]
pub fn Read() -> impl IntoView {
    view! { <h1>"Read"</h1> }
}
