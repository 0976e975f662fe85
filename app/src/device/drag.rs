//! Dragging something of a list to another place.

use wasm_bindgen::JsCast;
use web_sys::{Element, PointerEvent};

/// Keeps the pointer for what it was pressed on until it is let go.
pub fn hold(event: &PointerEvent) {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    if let Some(target) = target {
        // A pointer that is gone already is let go.
        drop(target.set_pointer_capture(event.pointer_id()));
    }
}

/// Which place of the list is under the pointer, by `data-place`.
pub fn place_under(event: &PointerEvent) -> Option<usize> {
    let document = web_sys::window()?.document()?;
    #[expect(clippy::cast_precision_loss, reason = "pixels of a screen")]
    let (x, y) = (event.client_x() as f32, event.client_y() as f32);
    let place = document.element_from_point(x, y)?.closest("[data-place]").ok()??;
    place.get_attribute("data-place")?.parse().ok()
}
