//! The client whom a screen is about.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use wire::ids::AccountId;

use crate::{
    screens::parts::{NotVerified, Still},
    text::therapist as text,
    vault::{Person, use_vault},
};

/// A screen about the client in the address; made anew only when it is about another one.
#[component]
pub fn OfClient(
    /// The screen.
    screen: fn(AccountId) -> AnyView,
) -> impl IntoView {
    let vault = use_vault();
    let params = use_params_map();
    let account = Memo::new(move |_| {
        let account: AccountId = params.with(|params| params.get("account"))?.parse().ok()?;
        vault.people().iter().any(|person| person.account == account).then_some(account)
    });
    move || match account.get() {
        Some(account) => screen(account),
        None => view! { <NoClient /> }.into_any(),
    }
}

/// Who it is; tracked.
pub fn use_person(account: AccountId) -> Memo<Option<Person>> {
    let vault = use_vault();
    Memo::new(move |_| vault.people().into_iter().find(|person| person.account == account))
}

/// What to call them; tracked.
pub fn called(person: Memo<Option<Person>>) -> String {
    person
        .with(|person| person.as_ref().and_then(|person| person.name.clone()))
        .unwrap_or_else(|| text::somebody().into())
}

/// Whether their keys came with the link; tracked.
pub fn is_verified(person: Memo<Option<Person>>) -> bool {
    person.with(|person| person.as_ref().is_some_and(|person| person.verified))
}

/// Says so and why when they are not verified.
#[component]
pub fn IfUnverified(
    /// Who.
    person: Memo<Option<Person>>,
) -> impl IntoView {
    move || {
        person.get().filter(|person| !person.verified).map(|person| {
            view! {
                <NotVerified account=person.account>
                    <strong>{text::unverified()}</strong>
                    ". "
                    {text::unverified_why()}
                </NotVerified>
            }
        })
    }
}

#[component]
fn NoClient() -> impl IntoView {
    view! {
        <Still back="/app".to_owned() back_label=text::to_clients()>
            <h1>{text::no_client()}</h1>
            <p>{text::no_client_why()}</p>
        </Still>
    }
}
