//! Copying, where the browser lets us.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Clipboard, HtmlInputElement};

/// Copies; false where there is no clipboard or it was refused.
pub async fn copy(text: &str) -> bool {
    let Some(clipboard) = clipboard() else { return false };
    JsFuture::from(clipboard.write_text(text)).await.is_ok()
}

/// Selects all that is in a field, for copying by hand.
pub fn select(field: &HtmlInputElement) {
    // A field that is gone needs no focus.
    drop(field.focus());
    field.select();
}

/// Without TLS there is none, whatever the type says.
fn clipboard() -> Option<Clipboard> {
    let navigator = web_sys::window()?.navigator();
    js_sys::Reflect::get(&navigator, &"clipboard".into()).ok()?.dyn_into().ok()
}
