//! Whether the browser keeps the journal on this device, and asking it to.

use leptos::{prelude::*, task::spawn_local};

use crate::{
    device::{settings, store},
    text::install as text,
};

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Asking,
    Unknown,
    Stays,
    MayGo,
    Refused,
}

/// The group.
#[component]
pub fn Kept() -> impl IntoView {
    let state = RwSignal::new(State::Asking);
    // The screen may be left by now; then nobody needs to know.
    let learn = move |said, no| {
        let _gone = state.try_set(match said {
            None => State::Unknown,
            Some(true) => State::Stays,
            Some(false) => no,
        });
    };
    spawn_local(async move { learn(store::is_persistent().await, State::MayGo) });
    let ask = move |_| spawn_local(async move { learn(store::persist().await, State::Refused) });
    let line = move || match state.get() {
        State::Asking => "",
        State::Unknown => text::unknown(),
        State::Stays => text::stays(),
        State::MayGo | State::Refused => text::may_go(),
    };
    view! {
        <h2>{text::kept()}</h2>
        <p role="status">{line}</p>
        {move || match state.get() {
            State::MayGo => {
                let before = settings::promised() == Some(false);
                Some(
                    view! {
                        {before.then(|| view! { <p class="quiet">{text::refused_before()}</p> })}
                        <button type="button" class="text" on:click=ask>{text::ask()}</button>
                    }
                        .into_any(),
                )
            }
            State::Refused => Some(view! { <p class="quiet" role="status">{text::refused()}</p> }.into_any()),
            State::Asking | State::Unknown | State::Stays => None,
        }}
    }
}
