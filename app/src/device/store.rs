//! Whether the browser may clear away what is kept here.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::StorageManager;

use super::settings;

/// Whether it has promised not to, whatever happens to room and time. `None` where it cannot say.
pub async fn is_persistent() -> Option<bool> {
    JsFuture::from(manager()?.persisted().ok()?).await.ok()?.as_bool()
}

/// Asks it to promise, and gives what it said.
pub async fn persist() -> Option<bool> {
    let promised = JsFuture::from(manager()?.persist().ok()?).await.ok()?.as_bool()?;
    settings::set_promised(promised);
    Some(promised)
}

/// The same, unless it was asked before or has promised without being asked.
pub async fn persist_once() {
    if settings::promised().is_none() && is_persistent().await == Some(false) {
        // Where the browser asks the person, it is not to ask again while its question stands open.
        settings::set_promised(false);
        let _told = persist().await;
    }
}

/// `None` where the browser has none, as on a page that did not come over HTTPS.
fn manager() -> Option<StorageManager> {
    let navigator = web_sys::window()?.navigator();
    let found = js_sys::Reflect::get(&navigator, &JsValue::from_str("storage")).ok()?;
    found.dyn_into().ok()
}
