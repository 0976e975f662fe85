//! Having the browser wake the service worker as soon as there is a network, also when no page is open any more
//! (`public/outbox.js`).

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::version::registration;

/// What the service worker knows the errand by.
const OUTBOX: &str = "outbox";

/// Asks for it; asking again while it is still to come changes nothing. A browser without it sends when the app is opened.
pub async fn send_later() {
    let Some(registration) = registration().await else { return };
    if let Some(asked) = asked(&registration) {
        // Where it is refused there is nothing else to ask.
        let _refused = JsFuture::from(asked).await;
    }
}

fn asked(registration: &JsValue) -> Option<Promise> {
    let manager = Reflect::get(registration, &"sync".into()).ok()?;
    let register: Function = Reflect::get(&manager, &"register".into()).ok()?.dyn_into().ok()?;
    register.call1(&manager, &OUTBOX.into()).ok()?.dyn_into().ok()
}
