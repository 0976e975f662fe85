//! Whether somebody is there: since when nobody touched the app, since when it is out of sight; and the blank leaf
//! that lies over it then.

use std::cell::Cell;

use js_sys::Date;
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::AddEventListenerOptions;

thread_local! {
    /// When the app was last touched, and since when it is hidden; milliseconds since 1970.
    static TOUCHED: Cell<f64> = Cell::new(Date::now());
    static HIDDEN: Cell<Option<f64>> = const { Cell::new(None) };
}

/// What counts as a touch.
const SIGNS: [&str; 4] = ["pointerdown", "keydown", "wheel", "touchmove"];

/// Begins to look.
pub fn watch() {
    TOUCHED.set(Date::now());
    let options = AddEventListenerOptions::new();
    options.set_passive(true);
    options.set_capture(true);
    let touched = Closure::<dyn FnMut()>::new(|| TOUCHED.set(Date::now()));
    let Some(window) = web_sys::window() else { return };
    for sign in SIGNS {
        drop(window.add_event_listener_with_callback_and_add_event_listener_options(
            sign,
            touched.as_ref().unchecked_ref(),
            &options,
        ));
    }
    touched.forget();
}

/// Somebody is there, though no hand touches anything: they speak.
pub fn is_here() {
    TOUCHED.set(Date::now());
}

/// The app is out of sight.
pub fn went() {
    if HIDDEN.get().is_none() {
        HIDDEN.set(Some(Date::now()));
    }
}

/// The app is in sight again.
pub fn came_back() {
    HIDDEN.set(None);
}

/// Milliseconds since the last touch.
#[must_use]
pub fn untouched() -> u64 {
    since(TOUCHED.get())
}

/// Milliseconds out of sight; `None` while in sight.
#[must_use]
pub fn hidden() -> Option<u64> {
    HIDDEN.get().map(since)
}

/// Lays a blank leaf over everything, or takes it off. Done by style alone, at once, and without taking the
/// keyboard away from where it was.
pub fn cover(on: bool) {
    let root = web_sys::window().and_then(|window| window.document()?.document_element());
    let Some(root) = root else { return };
    if on {
        drop(root.set_attribute("data-covered", ""));
    } else {
        drop(root.remove_attribute("data-covered"));
    }
}

/// Whether it is held in a hand.
#[must_use]
pub fn is_phone() -> bool {
    web_sys::window()
        .and_then(|window| window.match_media("(pointer: coarse)").ok().flatten())
        .is_some_and(|media| media.matches())
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a clock that was set back is 0")]
fn since(then: f64) -> u64 {
    (Date::now() - then).max(0.0) as u64
}
