//! Where the keyboard and the screen reader go when something new appears.

use leptos::prelude::request_animation_frame;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

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
