//! Taking over from what the shell paints before the app has started.

use leptos::prelude::*;

use super::later;
use crate::device::early::{self, Early};

#[derive(Clone, Copy)]
struct Typed(StoredValue<Option<Early>>);

/// Waits, where somebody may already be typing, until the screen that takes over is here: in between there would be an
/// empty page.
pub async fn wait_for_screen() {
    if early::typed().is_some() {
        later::sign_in_is_here().await;
    }
}

/// Once, around everything; before the page is drawn anew.
pub fn provide_early(typed: Option<Early>) {
    provide_context(Typed(StoredValue::new(typed)));
}

/// What was typed; only once.
pub fn take_early() -> Option<Early> {
    let Typed(early) = use_context()?;
    early.try_update_value(Option::take).flatten()
}
