//! You: the ways to settings and privacy, locking, and leaving this device.

use leptos::prelude::*;
use leptos_router::components::A;
use wire::login::Role;

use super::{reading::Reading, sign_out::SignOut};
use crate::{
    screens::{
        languages::Languages,
        parts::{Frame, SyncLine},
    },
    text::{account::you, keeping::privacy, safety, settings},
    vault::use_vault,
};

/// The screen.
#[component]
pub fn You() -> impl IntoView {
    let vault = use_vault();
    let role = vault.who_now().map(|who| who.role);
    let name = move || vault.who().map(|who| who.name).unwrap_or_default();
    let called = move || vault.profile().map(|profile| profile.display_name);
    view! {
        <Frame>
            <h1>{move || called().unwrap_or_else(|| you::title().into())}</h1>
            <p class="quiet">{name}</p>
            <ul class="rows">
                {(role == Some(Role::Client))
                    .then(|| view! { <Row to="/app/you/plan" title=safety::own() line=safety::own_line() /> })}
                <Row to="/app/settings" title=settings::title() line=you::settings_line() />
                <Row to="/app/privacy" title=privacy::title() line=privacy::lead() />
            </ul>
            {(role == Some(Role::Therapist)).then(|| view! { <Reading /> })}
            <Languages />
            <h2>{you::here()}</h2>
            <div class="actions">
                <button type="button" class="main" on:click=move |_| vault.lock()>{you::lock()}</button>
                <SignOut />
            </div>
            <SyncLine />
        </Frame>
    }
}

/// A way to a screen, with one quiet line.
#[component]
pub fn Row(
    /// Where it leads.
    to: &'static str,
    /// What it is called.
    title: &'static str,
    /// What is there.
    #[prop(into)]
    line: Signal<String>,
) -> impl IntoView {
    view! {
        <li>
            <A href=to attr:class="row-link">
                <span class="row-title">{title}</span>
                <span class="quiet">{move || line.get()}</span>
            </A>
        </li>
    }
}
