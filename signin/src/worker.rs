//! The worker: one question in, one answer out; nothing is kept after it has ended.

use js_sys::global;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::DedicatedWorkerGlobalScope;

fn main() -> Result<(), JsValue> {
    let scope: DedicatedWorkerGlobalScope = global().unchecked_into();
    scope.post_message(&JsValue::from_str("ready"))
}
