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

/// What was said with check-ins, and where the page is full of other things; `brief.css` hides the others.
const SAID: [usize; 2] = [3, 1];
/// Questionnaires; `brief.css` hides the others.
const MEASURES: usize = 4;

/// Pages and passages.
pub const PAGES: usize = 9;
/// Pages and passages, where threads stand below them.
pub const PAGES_ABOVE_THREADS: usize = 4;

/// Says on paper how much more there is on the screen.
pub fn left_out(more: usize) -> Option<impl IntoView> {
    (more > 0).then(|| view! { <p class="print-only quiet">{text::more_in_app(more)}</p> })
}

/// The same in a heading, where there is no line to spare: of what was said.
pub fn left_out_of_said(all: usize) -> impl IntoView {
    let [roomy, full] = SAID;
    (in_heading(all, roomy, "print-only quiet roomy"), in_heading(all, full, "print-only quiet full"))
}

/// Of questionnaires.
pub fn left_out_of_measures(all: usize) -> impl IntoView {
    in_heading(all, MEASURES, "print-only quiet")
}

fn in_heading(all: usize, room: usize, class: &'static str) -> Option<impl IntoView> {
    let more = all.saturating_sub(room);
    (more > 0).then(|| view! { " " <span class=class>{text::more_in_app(more)}</span> })
}
