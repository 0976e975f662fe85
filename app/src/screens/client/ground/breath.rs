//! Breathing in and out, with a circle that moves or, for whom movement is too much, with a number.

use std::time::Duration;

use leptos::prelude::*;

use crate::{device::motion, text::writing::ground};

/// Seconds of a breath in.
const IN: u32 = 4;
/// Seconds of a breath out: longer, that is what calms.
const OUT: u32 = 6;

/// In for four, out for six, over and over.
#[component]
pub fn Breath() -> impl IntoView {
    let second = RwSignal::new(0_u32);
    let still = RwSignal::new(motion::is_reduced());
    let clock = set_interval_with_handle(
        move || second.update(|second| *second = (*second + 1) % (IN + OUT)),
        Duration::from_secs(1),
    );
    if let Ok(clock) = clock {
        on_cleanup(move || clock.clear());
    }
    let is_in = Memo::new(move |_| second.get() < IN);
    let count = move || if is_in.get() { second.get() + 1 } else { second.get() + 1 - IN };
    view! {
        // What it says changes every few seconds: who hears the screen follows the line above it.
        <div class="breath" class:in=move || is_in.get() class:still=move || still.get() aria-hidden="true">
            <span class="circle"></span>
            <span class="breath-word">{move || if is_in.get() { ground::inward() } else { ground::outward() }}</span>
            <span class="breath-count">{count}</span>
        </div>
        <p class="breath-choice">
            <button type="button" class="text" aria-pressed=move || still.get().to_string() on:click=move |_| still.update(|still| *still = !*still)>
                {ground::without_movement()}
            </button>
        </p>
    }
}
