//! A drawing as it was drawn, in the colours of the moment.

use journal::sketch::{HEIGHT, Ink, Sketch, Stroke, WIDTH};
use leptos::prelude::*;

use crate::text::attach;

/// The drawing, with its words for whoever does not see it.
pub fn picture(sketch: &Sketch, about: &str) -> AnyView {
    let label = if about.trim().is_empty() { attach::a_sketch().to_owned() } else { about.trim().to_owned() };
    let strokes = sketch.strokes.iter().map(line).collect_view();
    view! {
        <svg class="sketch" viewBox=view_box() role="img" aria-label=label>
            {strokes}
        </svg>
    }
    .into_any()
}

/// One stroke.
pub fn line(stroke: &Stroke) -> AnyView {
    view! { <path class=class(stroke.ink) stroke-width=stroke.width d=stroke.path()></path> }.into_any()
}

/// The sheet, in its own units.
pub fn view_box() -> String {
    format!("0 0 {WIDTH} {HEIGHT}")
}

/// What gives a stroke its colour.
pub const fn class(ink: Ink) -> &'static str {
    match ink {
        Ink::Ink => "ink",
        Ink::Pine => "ink pine",
        Ink::Plum => "ink plum",
        Ink::Ochre => "ink ochre",
    }
}
