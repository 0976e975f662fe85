//! The client whom a screen is about.

use journal::former::Former;
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
    let named = use_account();
    let account = Memo::new(move |_| {
        let account = named.get()?;
        vault.people().iter().any(|person| person.account == account).then_some(account)
    });
    move || match account.get() {
        Some(account) => screen(account),
        None => view! { <NoClient /> }.into_any(),
    }
}

/// A screen with what is the therapist's own about somebody, who may be a client of before.
#[component]
pub fn OfWhoever(
    /// The screen.
    screen: fn(AccountId) -> AnyView,
) -> impl IntoView {
    let vault = use_vault();
    let account = use_account();
    let is_known = Memo::new(move |_| {
        let account = account.get()?;
        let is_client = vault.people().iter().any(|person| person.account == account);
        let is_known = is_client || vault.former().iter().any(|former| former.client == account);
        is_known.then_some(account)
    });
    // Whoever deletes the last note about a client of before is not put out of it before they go themselves.
    let shown = Memo::new(move |before: Option<&Option<AccountId>>| {
        is_known.get().or_else(|| before.copied().flatten().filter(|before| Some(*before) == account.get()))
    });
    move || match shown.get() {
        Some(account) => screen(account),
        None => view! { <NoClient /> }.into_any(),
    }
}

/// Whose account the address names.
fn use_account() -> Memo<Option<AccountId>> {
    let params = use_params_map();
    Memo::new(move |_| params.with(|params| params.get("account"))?.parse().ok())
}

/// Whom she does not see any more, if that is who it is; tracked.
pub fn use_former(account: AccountId) -> Memo<Option<Former>> {
    let vault = use_vault();
    Memo::new(move |_| {
        let is_client = vault.people().iter().any(|person| person.account == account);
        let mut former = vault.former().into_iter().filter(|_| !is_client);
        former.find(|former| former.client == account)
    })
}

/// What to call a client of before: her own word for them, as the name they gave themselves is not here any more.
pub fn called_before(former: &Former) -> String {
    former
        .called
        .as_deref()
        .filter(|called| !called.is_empty())
        .unwrap_or_else(|| text::somebody_before())
        .into()
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
