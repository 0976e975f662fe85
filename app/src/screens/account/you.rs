//! You: light, people, devices, privacy, locking and leaving this device.

use leptos::prelude::*;
use leptos_router::components::A;
use wire::login::Role;

use super::{devices::Devices, reading::Reading, sign_out::SignOut};
use crate::{
    device::theme::Theme,
    screens::{
        languages::Languages,
        parts::{Frame, SyncLine},
    },
    text::{account::you, safety},
    vault::{Vault, use_vault},
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
            {(role == Some(Role::Client))
                .then(|| {
                    view! {
                        <ul class="rows">
                            <li>
                                <A href="/app/you/plan" attr:class="row-link">
                                    <span class="row-title">{safety::own()}</span>
                                    <span class="quiet">{safety::own_line()}</span>
                                </A>
                            </li>
                        </ul>
                    }
                })}
            <Light />
            <Languages />
            {(role == Some(Role::Therapist)).then(|| view! { <Reading /> })}
            <People vault />
            <Devices />
            <h2>{you::privacy()}</h2>
            <p><a href="/privacy" rel="external">{you::privacy_go()}</a></p>
            <h2>{you::here()}</h2>
            <div class="actions">
                <button type="button" class="main" on:click=move |_| vault.lock()>{you::lock()}</button>
                <SignOut />
            </div>
            <SyncLine />
        </Frame>
    }
}

/// How bright it is.
#[component]
fn Light() -> impl IntoView {
    let chosen = RwSignal::new(Theme::kept());
    view! {
        <fieldset class="plain">
            <legend><h2>{you::theme()}</h2></legend>
            {Theme::ALL
                .into_iter()
                .zip(you::themes())
                .map(|(theme, label)| {
                    view! {
                        <label class="choice">
                            <input
                                type="radio"
                                name="theme"
                                prop:checked=move || chosen.get() == theme
                                on:change=move |_| {
                                    chosen.set(theme);
                                    theme.choose();
                                }
                            />
                            {label}
                        </label>
                    }
                })
                .collect_view()}
        </fieldset>
    }
}

#[component]
fn People(vault: Vault) -> impl IntoView {
    let people = Memo::new(move |_| vault.people());
    move || {
        let people = people.get();
        (!people.is_empty()).then(|| {
            let rows = people
                .into_iter()
                .map(|person| {
                    let name = person.name.unwrap_or_else(|| "…".into());
                    let name = person
                        .practice
                        .map_or_else(|| name.clone(), |practice| format!("{name}, {practice}"));
                    let how = if person.verified { you::verified() } else { you::unverified() };
                    view! { <li class="row-plain"><span>{name}</span><span class="quiet">{how}</span></li> }
                })
                .collect_view();
            view! { <h2>{you::people()}</h2> <ul class="rows">{rows}</ul> }
        })
    }
}
