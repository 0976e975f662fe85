//! The clipboard.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::JsCast;

/// Copies; whether it worked.
pub async fn copy(text: &str) -> bool {
    let Some(promise) = write(text) else { return false };
    wasm_bindgen_futures::JsFuture::from(promise).await.is_ok()
}

/// By reflection: a browser without a clipboard (plain http) has no such object to call.
fn write(text: &str) -> Option<Promise> {
    let navigator = web_sys::window()?.navigator();
    let clipboard = Reflect::get(&navigator, &"clipboard".into()).ok()?;
    let function = Reflect::get(&clipboard, &"writeText".into()).ok()?.dyn_into::<Function>().ok()?;
    function.call1(&clipboard, &text.into()).ok()?.dyn_into().ok()
}
