//! In front of every screen: nothing of a journal is shown before its keys are in memory.

use leptos::prelude::*;
use leptos_router::hooks::use_navigate;
use wire::login::Role;
use zeroize::Zeroizing;

use super::{
    languages::OtherLanguage,
    later::Undo,
    parts::{Action, Busy, Field, Kind, OnItsWay, Still, Troubled},
};
use crate::{
    device::watch,
    text::{
        account::unlock,
        frame,
        frame::elsewhere,
        keeping::{self, passcode},
        sit, trouble,
    },
    vault::{Code, Door, Trouble, use_vault},
};

/// What is inside only when the journal is open.
#[component]
pub fn Gate(children: ChildrenFn) -> impl IntoView {
    let vault = use_vault();
    let go = use_navigate();
    Effect::new(move |_| {
        if matches!(vault.door.get(), Door::Nobody) {
            go("/signin", leptos_router::NavigateOptions { replace: true, ..Default::default() });
        }
    });
    // Only whether and who: what is behind the gate must not be rebuilt for anything less.
    let door = Memo::new(move |_| vault.door.get());
    let deletion = Memo::new(move |_| vault.deletion().get());
    // An empty journal would be shown for a moment, and be something else under the hand.
    let arriving = Memo::new(move |_| vault.is_arriving());
    move || match door.get() {
        Door::Looking | Door::Nobody => view! { <OnItsWay /> }.into_any(),
        Door::Locked { name, here, code, role } => {
            sit(role == Role::Therapist);
            if here {
                view! { <Unlock name code /> }.into_any()
            } else {
                view! { <AgainOnline /> }.into_any()
            }
        }
        Door::Elsewhere => view! { <Elsewhere /> }.into_any(),
        Door::Open(who) => {
            sit(who.role == Role::Therapist);
            match deletion.get() {
                Some(_) => Undo(),
                None if arriving.get() => view! { <OnItsWay /> }.into_any(),
                None => children().into_any(),
            }
        }
    }
}

/// What is inside only for this role.
#[component]
pub fn Only(role: Role, children: ChildrenFn) -> impl IntoView {
    let vault = use_vault();
    let allowed = vault.who_now().is_some_and(|who| who.role == role);
    move || {
        if allowed {
            return children().into_any();
        }
        view! {
            <Still>
                <h1>{frame::not_here()}</h1>
                <p><a href="/app">{frame::not_here_go()}</a></p>
            </Still>
        }
        .into_any()
    }
}

/// By passcode where there is one, by password always.
#[component]
fn Unlock(name: String, code: Code) -> impl IntoView {
    let there = matches!(code, Code::Digits | Code::Letters);
    let by_code = RwSignal::new(there);
    let lead = if there { keeping::locked(&name) } else { unlock::lead(&name) };
    let swap = move |_| by_code.update(|by_code| *by_code = !*by_code);
    view! {
        <Still>
            <OtherLanguage />
            <h1>{unlock::title()}</h1>
            <p class="quiet">{lead}</p>
            {move || {
                if by_code.get() {
                    view! { <ByPasscode digits=code == Code::Digits /> }.into_any()
                } else {
                    view! { <ByPassword name=name.clone() was_off=code == Code::Off /> }.into_any()
                }
            }}
            {there
                .then(|| {
                    view! {
                        <p>
                            <button type="button" class="text" on:click=swap>
                                {move || if by_code.get() { passcode::use_password() } else { passcode::use_passcode() }}
                            </button>
                        </p>
                    }
                })}
            <p><a href="/signin">{unlock::other()}</a></p>
        </Still>
    }
}

#[component]
fn ByPassword(name: String, was_off: bool) -> impl IntoView {
    let vault = use_vault();
    let password = RwSignal::new(String::new());
    let busy = Busy::new();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let typed = Zeroizing::new(password.get_untracked());
        busy.start(async move { vault.unlock(typed).await });
    };
    view! {
        // Said here, where the passcode was asked for before.
        <Troubled trouble=Signal::stored(was_off.then_some(Trouble::PasscodeOff)) />
        <form on:submit=submit>
            // Password managers look for the name beside the password.
            <input type="text" autocomplete="username" value=name hidden readonly />
            <Field id="password" label=unlock::password() value=password kind=Kind::Password />
            <Troubled trouble=busy.trouble wrong=trouble::wrong_here() />
            <Action label=unlock::open() waiting=unlock::opening() busy=busy.now />
        </form>
    }
}

#[component]
fn ByPasscode(digits: bool) -> impl IntoView {
    let vault = use_vault();
    let typed = RwSignal::new(String::new());
    let busy = Busy::new();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let code = Zeroizing::new(typed.get_untracked());
        busy.start(async move {
            let outcome = vault.unlock_with_passcode(code).await;
            if outcome.is_err() {
                let _gone = typed.try_set(String::new());
            }
            outcome
        });
    };
    let kind = if digits { Kind::Digits } else { Kind::Passcode };
    view! {
        <form on:submit=submit>
            <Field id="passcode" label=passcode::field() value=typed kind />
            <Troubled trouble=busy.trouble wrong=trouble::wrong_passcode() />
            <Action label=unlock::open() waiting=unlock::opening() busy=busy.now />
        </form>
    }
}

#[component]
fn AgainOnline() -> impl IntoView {
    view! {
        <Still>
            <h1>{unlock::again_title()}</h1>
            <p>{unlock::again_lead()}</p>
            <p><a class="main" href="/signin">{unlock::again()}</a></p>
        </Still>
    }
}

#[component]
fn Elsewhere() -> impl IntoView {
    view! {
        <Still>
            <h1>{elsewhere::title()}</h1>
            <p>{elsewhere::lead()}</p>
            <Action label=elsewhere::go_on() kind="button" on_press=Callback::new(|()| watch::reload()) />
        </Still>
    }
}
