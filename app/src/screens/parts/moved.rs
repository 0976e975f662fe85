//! Another screen: the keyboard and the screen reader come along.

use leptos::prelude::*;
use leptos_router::hooks::use_location;

use crate::{
    device::focus,
    vault::{Door, use_vault},
};

/// Once, inside the router.
#[component]
pub fn Moved() -> impl IntoView {
    let vault = use_vault();
    let location = use_location();
    let place = move || {
        let is_open = vault.door.with(|door| matches!(door, Door::Open(_)));
        (location.pathname.get(), location.search.get(), is_open)
    };
    Effect::new(move |before: Option<_>| {
        let now = place();
        if before.is_some_and(|before| before != now) {
            focus::on_next_screen();
        }
        now
    });
}
