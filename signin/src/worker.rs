//! The worker: one question in, one answer out. The page ends it with its errand, and what it knew is gone.

use std::{cell::RefCell, rc::Rc};

use rand08::rngs::OsRng;
use signin::ask::{Answer, Ask, Between, answer};
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

fn main() {
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else { return };
    let between = Rc::new(RefCell::new(Between::default()));
    let answering = scope.clone();
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let ask = event.data().as_string().and_then(|text| serde_json::from_str::<Ask>(&text).ok());
        let answer = match ask {
            Some(ask) => answer(&mut between.borrow_mut(), ask, &mut OsRng),
            None => Answer::Malformed,
        };
        if let Ok(text) = serde_json::to_string(&answer) {
            // A page that is gone has no use for the answer.
            drop(answering.post_message(&text.into()));
        }
    });
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    on_message.forget();
    drop(scope.post_message(&"ready".into()));
}
