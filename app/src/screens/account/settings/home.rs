//! The way to the home screen, where there is one.

use leptos::{prelude::*, task::spawn_local};

use crate::{
    device::install::{self, Way},
    text::install as text,
};

/// A line, and a button where the browser can do it.
#[component]
pub fn HomeScreen() -> impl IntoView {
    let way = RwSignal::new(install::way());
    let accepted = RwSignal::new(false);
    let ask = move |_| {
        spawn_local(async move {
            let is_yes = install::ask().await;
            // The screen may be left by now; then nobody needs to know.
            let _gone = (accepted.try_set(is_yes), way.try_set(install::way()));
        });
    };
    let line = move || match (way.get(), accepted.get()) {
        (_, true) => Some(text::added()),
        (Way::There, _) => Some(text::there()),
        (Way::Ask, _) => Some(text::home_help()),
        (Way::Share, _) => Some(text::by_hand()),
        (Way::Unknown, _) => None,
    };
    view! {
        <div role="status">{move || line().map(|line| view! { <p class="quiet">{line}</p> })}</div>
        {move || {
            (way.get() == Way::Ask && !accepted.get())
                .then(|| {
                    view! {
                        <button type="button" class="text" on:click=ask>{text::add()}</button>
                    }
                })
        }}
    }
}
