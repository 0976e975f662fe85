//! What went wrong, and where everything is, in words.

use leptos::prelude::*;

use crate::{
    device::database::StorageError,
    text::en::{frame::sync, trouble},
    vault::{Sync, Trouble, use_vault},
};

/// The words for a trouble.
#[must_use]
pub fn words(trouble: Trouble) -> String {
    match trouble {
        Trouble::Network => trouble::NETWORK,
        Trouble::Wait(seconds) => return trouble::wait(seconds),
        Trouble::Wrong => trouble::WRONG,
        Trouble::SignedOut => trouble::SIGNED_OUT,
        Trouble::NameTaken => trouble::NAME_TAKEN,
        Trouble::ShortPassword => trouble::SHORT_PASSWORD,
        Trouble::NameUnfit => trouble::NAME_UNFIT,
        Trouble::Ticket => trouble::TICKET,
        Trouble::ForeignKeys => trouble::FOREIGN_KEYS,
        Trouble::Code => trouble::CODE,
        Trouble::Unverified => trouble::UNVERIFIED,
        Trouble::Full => trouble::FULL,
        Trouble::Storage => trouble::STORAGE,
        Trouble::Locked => trouble::LOCKED,
        Trouble::Unexpected => trouble::UNEXPECTED,
    }
    .into()
}

/// A trouble, said where it happened and heard by who cannot see it.
#[component]
pub fn Troubled(
    /// What went wrong, if anything.
    #[prop(into)]
    trouble: Signal<Option<Trouble>>,
    /// Other words for a wrong password, where the place asks for it.
    #[prop(optional)]
    wrong: Option<&'static str>,
) -> impl IntoView {
    let text = move || match (trouble.get(), wrong) {
        (Some(Trouble::Wrong), Some(wrong)) => wrong.to_owned(),
        (Some(trouble), _) => words(trouble),
        (None, _) => String::new(),
    };
    view! {
        <div role="alert" class="trouble">
            {move || trouble.get().map(|_| view! { <p>{text()}</p> })}
        </div>
    }
}

/// A quiet box with something to know.
#[component]
pub fn Notice(
    /// What to know.
    children: Children,
) -> impl IntoView {
    view! { <div class="notice">{children()}</div> }
}

/// Where everything is, in one line.
#[component]
pub fn SyncLine() -> impl IntoView {
    let vault = use_vault();
    let state = Memo::new(move |_| vault.sync_state());
    let text = move || state_words(state.get());
    view! {
        <p class="sync" class:warning=move || matches!(state.get(), Sync::Storage(_)) role="status">
            {text}
            {move || {
                matches!(state.get(), Sync::SignedOut(_))
                    .then(|| view! { " " <a href="/signin">{sync::SIGN_IN}</a> })
            }}
        </p>
    }
}

/// Where there is no such line: only when what is typed is not kept.
#[component]
pub fn IfNotKept() -> impl IntoView {
    let vault = use_vault();
    let state = Memo::new(move |_| vault.sync_state());
    view! {
        <div role="status">
            {move || {
                matches!(state.get(), Sync::Storage(_))
                    .then(|| view! { <p class="sync warning">{state_words(state.get())}</p> })
            }}
        </div>
    }
}

fn state_words(state: Sync) -> String {
    match state {
        Sync::Done => sync::DONE.to_owned(),
        Sync::Sending => sync::SENDING.to_owned(),
        Sync::Offline(waiting) => sync::offline(waiting),
        Sync::SignedOut(_) => sync::SIGNED_OUT.to_owned(),
        Sync::Storage(StorageError::Full) => sync::FULL.to_owned(),
        Sync::Storage(StorageError::Unavailable) => sync::UNAVAILABLE.to_owned(),
    }
}
