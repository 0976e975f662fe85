//! Where the keyboard and the screen reader go when something new appears, or something goes.

mod lost;

use leptos::prelude::request_animation_frame;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, FocusOptions, HtmlElement};

pub use self::lost::look_after;

/// How long a screen may take to come, in painted frames; some ten seconds.
const FRAMES: u32 = 600;

/// To the element with this id, once it is painted.
pub fn on(id: &'static str) {
    request_animation_frame(move || {
        let element = web_sys::window().and_then(|window| window.document()?.get_element_by_id(id));
        if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
            // What cannot be focused is still there to be read.
            drop(element.focus());
        }
    });
}

/// To the element with this id, at once: it is there already.
pub fn on_element(id: &str) {
    let element = web_sys::window().and_then(|window| window.document()?.get_element_by_id(id));
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        drop(element.focus());
    }
}

/// To the element with this id, once it is painted.
pub fn soon(id: &str) {
    let id = id.to_owned();
    request_animation_frame(move || on_element(&id));
}

/// To the heading of the screen that is there, once what changes on it is painted.
pub fn on_title() {
    request_animation_frame(|| {
        if let Some(document) = web_sys::window().and_then(|window| window.document()) {
            heading(&document);
        }
    });
}

/// To the heading of the screen that is coming, unless something on it takes the focus by itself.
pub fn on_next_screen() {
    let document = web_sys::window().and_then(|window| window.document());
    if let Some(document) = document {
        let left = document.active_element();
        follow(document, left, FRAMES);
    }
}

/// What had the focus goes with its screen, and then nothing has it.
fn follow(document: Document, left: Option<Element>, frames: u32) {
    request_animation_frame(move || {
        let is_lost = has_none();
        let is_elsewhere = !is_lost && document.active_element() != left;
        if is_elsewhere || (is_lost && heading(&document)) || frames == 0 {
            return;
        }
        follow(document, left, frames - 1);
    });
}

/// Whether nothing has the focus.
fn has_none() -> bool {
    let document = web_sys::window().and_then(|window| window.document());
    document.and_then(|document| document.active_element()).is_none_or(|now| now.tag_name() == "BODY")
}

fn heading(document: &Document) -> bool {
    let heading = document.query_selector("main h1").ok().flatten();
    let heading = heading.and_then(|heading| heading.dyn_into::<HtmlElement>().ok());
    // The page is where its reader left it, or at its top.
    heading.is_some_and(|heading| put_on(&heading, true))
}

/// Puts the focus on what is only read.
fn put_on(heading: &HtmlElement, still: bool) -> bool {
    heading.set_tab_index(-1);
    let options = FocusOptions::new();
    options.set_prevent_scroll(still);
    heading.focus_with_options(&options).is_ok()
}
