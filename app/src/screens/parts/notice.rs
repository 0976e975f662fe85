//! What went wrong, and where everything is, in words.

use leptos::prelude::*;

use crate::{
    device::database::StorageError,
    text::{frame::sync, trouble},
    vault::{Sync, Trouble, use_vault},
};

/// The words for a trouble.
#[must_use]
pub fn words(trouble: Trouble) -> String {
    match trouble {
        Trouble::Network => trouble::network(),
        Trouble::Wait(seconds) => return trouble::wait(seconds),
        Trouble::Wrong => trouble::wrong(),
        Trouble::SignedOut => return trouble::signed_out(),
        Trouble::NameTaken => trouble::name_taken(),
        Trouble::PasswordUnfit => trouble::password_unfit(),
        Trouble::PasscodeUnfit => trouble::passcode_unfit(),
        Trouble::PasscodeOff => trouble::passcode_off(),
        Trouble::NameUnfit => trouble::name_unfit(),
        Trouble::Ticket => trouble::ticket(),
        Trouble::ForeignKeys => trouble::foreign_keys(),
        Trouble::Code => trouble::code(),
        Trouble::Unverified => trouble::unverified(),
        Trouble::Full => return trouble::full(),
        Trouble::Storage => trouble::storage(),
        Trouble::TooLong => return trouble::too_long(),
        Trouble::Newer => trouble::newer(),
        Trouble::Locked => trouble::locked(),
        Trouble::Unexpected => trouble::unexpected(),
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

/// A quiet box with something to know; in the colour of a warning where something must be done.
#[component]
pub fn Notice(
    /// Whether something must be done.
    #[prop(optional)]
    urges: bool,
    /// What to know.
    children: Children,
) -> impl IntoView {
    view! {
        <div class="notice" class:warning=urges>
            {children()}
        </div>
    }
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
                    .then(|| view! { " " <a href="/signin">{sync::sign_in()}</a> })
            }}
        </p>
    }
}

/// Where there is no such line: only when what is typed into an open journal is not kept.
#[component]
pub fn IfNotKept() -> impl IntoView {
    let vault = use_vault();
    let state = Memo::new(move |_| vault.sync_state());
    let is_open = Memo::new(move |_| vault.who().is_some());
    view! {
        <div role="status">
            {move || {
                (is_open.get() && matches!(state.get(), Sync::Storage(_)))
                    .then(|| view! { <p class="sync warning">{state_words(state.get())}</p> })
            }}
        </div>
    }
}

fn state_words(state: Sync) -> String {
    match state {
        Sync::Done => sync::done().to_owned(),
        Sync::Sending => sync::sending().to_owned(),
        Sync::Offline(waiting) => sync::offline(waiting),
        Sync::Away(waiting) => sync::away(waiting),
        Sync::SignedOut(_) => sync::signed_out(),
        Sync::NoRoom(attachments) => sync::no_room(attachments),
        Sync::Storage(StorageError::Full) => sync::full(),
        Sync::Storage(StorageError::Unavailable) => sync::unavailable().to_owned(),
    }
}
