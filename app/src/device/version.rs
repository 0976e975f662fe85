//! The version that runs, and the one that waits in the service worker.

use futures_channel::oneshot;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{ServiceWorker, ServiceWorkerContainer, ServiceWorkerRegistration, ServiceWorkerState};

use super::clock;

/// What the service worker takes as the word to begin.
const TAKE_OVER: &str = "take-over";
/// How often it is looked whether it has begun, milliseconds, and how many times. If not by then, the next start of the
/// app is soon enough.
const LOOK: u32 = 50;
const LOOKS: u32 = 100;

/// The build of this page, as the shell names it. `None` for a page that was changed on its way.
#[must_use]
pub fn running() -> Option<String> {
    let document = web_sys::window()?.document()?;
    document.query_selector("meta[name=build]").ok()??.get_attribute("content")
}

/// Asks the server, and gives whether a newer version is on this device and waits. Without a network: whether one
/// was fetched before.
pub async fn is_waiting() -> bool {
    let Some(registration) = registration().await else { return false };
    if let Ok(asked) = registration.update() {
        // Without a network there is no answer, and what waits is known all the same.
        let _asked = JsFuture::from(asked).await;
    }
    if let Some(coming) = registration.installing() {
        installed(&coming).await;
    }
    registration.waiting().is_some()
}

/// Whether a newer version is on this device and waits; asks nobody.
pub async fn waits_here() -> bool {
    registration().await.is_some_and(|registration| registration.waiting().is_some())
}

/// Lets the version that waits begin, and returns once it has: the next page is of it.
pub async fn take_over() {
    let Some(registration) = registration().await else { return };
    let Some(waiting) = registration.waiting() else { return };
    if waiting.post_message(&JsValue::from_str(TAKE_OVER)).is_err() {
        return;
    }
    for _ in 0..LOOKS {
        if registration.waiting().is_none() {
            return;
        }
        clock::sleep(LOOK).await;
    }
}

async fn installed(coming: &ServiceWorker) {
    let (send, done) = oneshot::channel();
    let mut send = Some(send);
    let worker = coming.clone();
    let on_change = Closure::<dyn FnMut()>::new(move || {
        if worker.state() != ServiceWorkerState::Installing
            && let Some(send) = send.take()
        {
            // Nobody waits once the screen is gone.
            let _gone = send.send(());
        }
    });
    coming.set_onstatechange(Some(on_change.as_ref().unchecked_ref()));
    if coming.state() == ServiceWorkerState::Installing {
        // Never cancelled: the sender lives as long as this waits.
        let _done = done.await;
    }
    coming.set_onstatechange(None);
}

/// The service worker of this page.
pub(super) async fn registration() -> Option<ServiceWorkerRegistration> {
    let found = JsFuture::from(container()?.get_registration()).await.ok()?;
    found.dyn_into().ok()
}

/// `None` where the browser has none, as on a page that did not come over HTTPS.
fn container() -> Option<ServiceWorkerContainer> {
    let navigator = web_sys::window()?.navigator();
    let found = js_sys::Reflect::get(&navigator, &JsValue::from_str("serviceWorker")).ok()?;
    found.dyn_into().ok()
}
