//! Second taps. What a hand does twice in one place was meant once; what has come under the finger meanwhile was not
//! meant at all.

use std::cell::Cell;

use wasm_bindgen::JsCast;
use web_sys::{MouseEvent, PointerEvent};

/// How soon the second tap of two comes, milliseconds: nobody reads what is new and chooses in less.
const SOON: f64 = 350.0;
/// How far from the first one it may be, pixels.
const NEAR: i32 = 24;

thread_local! {
    /// When and where a finger last tapped.
    static LAST: Cell<Option<(f64, i32, i32)>> = const { Cell::new(None) };
}

/// Whether a click is the second of a double click or a double tap. A mouse says so itself; a finger does not in every
/// browser, so its taps are looked at. What a key presses is never one.
#[must_use]
pub fn is_second(click: &MouseEvent) -> bool {
    let by_finger = click.dyn_ref::<PointerEvent>().is_some_and(|click| click.pointer_type() == "touch");
    let (at, x, y) = (click.time_stamp(), click.client_x(), click.client_y());
    let is_again = |(before, from_x, from_y): (f64, i32, i32)| {
        at - before < SOON && (x - from_x).abs() <= NEAR && (y - from_y).abs() <= NEAR
    };
    by_finger && LAST.replace(Some((at, x, y))).is_some_and(is_again) || click.detail() > 1
}
