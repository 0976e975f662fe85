//! One tab at a time drives the journal: two engines on one outbox would answer for each other. What the service worker
//! sends while there is none (`public/outbox.js`) it sends under the same lock.

use std::{cell::Cell, rc::Rc};

use futures_channel::oneshot;
use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};

/// Takes the journal over from any other tab, and returns once it has. `lost` is called when another tab takes it
/// over in turn. A browser without locks has nothing to take; then nothing is called.
pub async fn take_over(lost: impl FnOnce() + 'static) {
    let Some((locks, request)) = locks() else { return };
    let options = Object::new();
    if Reflect::set(&options, &"steal".into(), &JsValue::TRUE).is_err() {
        return;
    }
    let (send, had) = oneshot::channel();
    let send = Rc::new(Cell::new(Some(send)));
    let refused = send.clone();
    // Held until the tab ends: the promise given back never settles.
    let for_ever = Closure::<dyn FnMut(JsValue) -> Promise>::new(move |_| {
        if let Some(send) = send.take() {
            // Nobody waits for a screen that is gone.
            let _gone = send.send(());
        }
        Promise::new(&mut |_, _| {})
    });
    let held = request.call3(&locks, &"interleaf".into(), &options, for_ever.as_ref());
    for_ever.forget();
    let Some(held) = held.ok().and_then(|held| held.dyn_into::<Promise>().ok()) else { return };
    leptos::task::spawn_local(async move {
        if wasm_bindgen_futures::JsFuture::from(held).await.is_err() {
            // Where it never was had, nobody is to wait for it.
            drop(refused.take());
            lost();
        }
    });
    // Had or refused, it goes on.
    let _had = had.await;
}

fn locks() -> Option<(JsValue, Function)> {
    let navigator = web_sys::window()?.navigator();
    let locks = Reflect::get(&navigator, &"locks".into()).ok()?;
    let request = Reflect::get(&locks, &"request".into()).ok()?.dyn_into().ok()?;
    Some((locks, request))
}
