//! The frame of every screen: help on top, the words, the bottom bar.

use leptos::prelude::*;
use leptos_router::{components::A, hooks::use_location};
use wire::login::Role;

use super::{Icon, IfNotKept, Shape};
use crate::{
    text::{frame, public, settings},
    vault::use_vault,
};

/// A screen with the bottom bar.
#[component]
pub fn Frame(children: Children) -> impl IntoView {
    let vault = use_vault();
    let role = vault.who_now().map(|who| who.role);
    view! {
        <div class="frame">
            <Top>
                <A href="/app/you" attr:class="top-end">
                    <Icon shape=Shape::Person />
                    {frame::you()}
                </A>
            </Top>
            <main id="text" class="column" tabindex="-1">{children()}</main>
            {role.map(|role| view! { <Bar role /> })}
        </div>
    }
}

/// A screen for one thing: a way back, no bottom bar.
#[component]
pub fn Still(
    /// Where back leads; nowhere on the first screens.
    #[prop(optional)]
    back: Option<String>,
    /// What the way back is called.
    #[prop(default = frame::back())]
    back_label: &'static str,
    children: Children,
) -> impl IntoView {
    view! {
        <div class="frame still">
            <Top>
                {back
                    .map(|back| {
                        view! {
                            <A href=back attr:class="top-end">
                                <Icon shape=Shape::Back />
                                {back_label}
                            </A>
                        }
                    })}
            </Top>
            <main id="text" class="column" tabindex="-1">
                <IfNotKept />
                {children()}
            </main>
        </div>
    }
}

/// While a screen is on its way: help does not wait for it.
#[component]
pub fn OnItsWay() -> impl IntoView {
    view! {
        <div class="frame still on-its-way">
            <Top />
            <main id="text" class="column" tabindex="-1">
                <p class="quiet wait" role="status">{frame::wait()}</p>
            </main>
        </div>
    }
}

#[component]
fn Top(#[prop(optional)] children: Option<Children>) -> impl IntoView {
    let vault = use_vault();
    let country = Memo::new(move |_| vault.settings().country);
    let help = move || country.get().map_or_else(|| "/help".to_owned(), |code| format!("/help#{code}"));
    let leaves = Memo::new(move |_| vault.settings().quick_exit);
    view! {
        <a class="skip" href="#text">{public::skip()}</a>
        <nav class="top" aria-label=frame::top()>
            // A whole page of its own: it must open even when the app is broken. The part after # is not sent.
            <a href=help rel="external">
                <Icon shape=Shape::Ring />
                {public::help_now()}
            </a>
            {move || {
                leaves
                    .get()
                    .then(|| {
                        view! {
                            <button type="button" class="leave-now" on:click=move |_| vault.exit()>
                                {settings::leave_now()}
                            </button>
                        }
                    })
            }}
            {children.map(|children| children())}
        </nav>
    }
}

#[component]
fn Bar(role: Role) -> impl IntoView {
    let ways: &[(&str, &str, Shape)] = match role {
        Role::Client => &[
            ("/app", frame::today(), Shape::Leaf),
            ("/app/journal", frame::journal(), Shape::Book),
            ("/app/session", frame::session(), Shape::Talk),
        ],
        Role::Therapist => {
            &[("/app", frame::clients(), Shape::Person), ("/app/invite", frame::invite(), Shape::Plus)]
        }
    };
    let path = use_location().pathname;
    view! {
        <nav class="bar" aria-label=frame::main()>
            {ways
                .iter()
                .map(|(to, label, shape)| {
                    let (to, label, shape) = (*to, *label, *shape);
                    view! {
                        <A href=to exact=true attr:aria-current=move || (path.get() == to).then_some("page")>
                            <Icon shape />
                            {label}
                        </A>
                    }
                })
                .collect_view()}
        </nav>
    }
}
