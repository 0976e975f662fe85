//! In front of every screen: nothing of a journal is shown before its keys are in memory.

use leptos::prelude::*;
use leptos_router::hooks::use_navigate;
use wire::login::Role;
use zeroize::Zeroizing;

use super::languages::OtherLanguage;
use super::parts::{Action, Busy, Field, Kind, Still, Troubled};
use crate::{
    device::watch,
    text::{account::unlock, frame, frame::elsewhere, trouble},
    vault::{Door, use_vault},
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
    move || match door.get() {
        Door::Looking | Door::Nobody => {
            view! { <p class="quiet wait" role="status">{frame::wait()}</p> }.into_any()
        }
        Door::Locked { name, here: true } => view! { <Unlock name /> }.into_any(),
        Door::Locked { .. } => view! { <AgainOnline /> }.into_any(),
        Door::Elsewhere => view! { <Elsewhere /> }.into_any(),
        Door::Open(_) => children().into_any(),
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

#[component]
fn Unlock(name: String) -> impl IntoView {
    let vault = use_vault();
    let password = RwSignal::new(String::new());
    let busy = Busy::new();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let typed = Zeroizing::new(password.get_untracked());
        busy.start(async move { vault.unlock(typed).await });
    };
    view! {
        <Still>
            <OtherLanguage />
            <h1>{unlock::title()}</h1>
            <p class="quiet">{unlock::lead(&name)}</p>
            <form on:submit=submit>
                // Password managers look for the name beside the password.
                <input type="text" autocomplete="username" value=name.clone() hidden readonly />
                <Field id="password" label=unlock::password() value=password kind=Kind::Password />
                <Troubled trouble=busy.trouble wrong=trouble::wrong_here() />
                <Action label=unlock::open() waiting=unlock::opening() busy=busy.now />
            </form>
            <p><a href="/signin">{unlock::other()}</a></p>
        </Still>
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
