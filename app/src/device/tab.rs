//! One tab at a time drives the journal: two engines on one outbox would answer for each other.

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};

/// Takes the journal over from any other tab. `lost` is called when another tab takes it over in turn.
/// A browser without locks has nothing to take; then nothing is called.
pub fn take_over(lost: impl FnOnce() + 'static) {
    let Some((locks, request)) = locks() else { return };
    let options = Object::new();
    if Reflect::set(&options, &"steal".into(), &JsValue::TRUE).is_err() {
        return;
    }
    // Held until the tab ends: the promise given back never settles.
    let for_ever = Closure::<dyn FnMut(JsValue) -> Promise>::new(|_| Promise::new(&mut |_, _| {}));
    let held = request.call3(&locks, &"interleaf".into(), &options, for_ever.as_ref());
    for_ever.forget();
    let Some(held) = held.ok().and_then(|held| held.dyn_into::<Promise>().ok()) else { return };
    leptos::task::spawn_local(async move {
        if wasm_bindgen_futures::JsFuture::from(held).await.is_err() {
            lost();
        }
    });
}

fn locks() -> Option<(JsValue, Function)> {
    let navigator = web_sys::window()?.navigator();
    let locks = Reflect::get(&navigator, &"locks".into()).ok()?;
    let request = Reflect::get(&locks, &"request".into()).ok()?.dyn_into().ok()?;
    Some((locks, request))
}
