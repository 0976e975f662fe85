//! The worker: one question in, one answer out; nothing is kept after it has ended.

use js_sys::global;
use rand08::rngs::OsRng;
use signin::ask::{Answer, Between, answer};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};
use zeroize::Zeroizing;

fn main() -> Result<(), JsValue> {
    let scope: DedicatedWorkerGlobalScope = global().unchecked_into();
    let screen = scope.clone();
    let mut between = Between::default();
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let reply = Zeroizing::new(reply(&mut between, &event));
        // There is nobody to tell if the screen is gone.
        drop(screen.post_message(&JsValue::from_str(&reply)));
    });
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    on_message.forget();
    // What was posted before this would have been lost.
    scope.post_message(&JsValue::from_str("ready"))
}

fn reply(between: &mut Between, event: &MessageEvent) -> String {
    let text = event.data().as_string().map(Zeroizing::new);
    let ask = text.and_then(|text| serde_json::from_str(&text).ok());
    let answer = ask.map_or(Answer::Malformed, |ask| answer(between, ask, &mut OsRng));
    serde_json::to_string(&answer).unwrap_or_default()
}
