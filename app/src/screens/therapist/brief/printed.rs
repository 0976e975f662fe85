//! How much of what has no end has room on the one printed page. On the screen all of it stands.

use leptos::prelude::*;

use crate::text::therapist::brief as text;

/// Alerts; those that nobody acknowledged are the first.
pub const ALERTS: usize = 3;
/// Answers that ask for care, besides those of alerts.
pub const ANSWERS: usize = 3;
/// Lines of the list for the hour.
pub const BROUGHT: usize = 5;
/// Lines of threads.
pub const THREADS: usize = 6;

/// Pages and passages.
pub const PAGES: usize = 9;
/// Pages and passages, where threads stand below them.
pub const PAGES_ABOVE_THREADS: usize = 4;

/// Says on paper how much more there is on the screen.
pub fn left_out(more: usize) -> Option<impl IntoView> {
    (more > 0).then(|| view! { <p class="print-only quiet">{text::more_in_app(more)}</p> })
}
