//! The words of a notification and the hours without a sound, put where the service worker finds them. They lie there in
//! the clear, as the words do on the lock screen.

use journal::record::Quiet;
use serde::Serialize;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Cache, CacheStorage, Response};

use super::local::storage;
use crate::text::reminders as text;

/// The service worker knows these names, too.
const CACHE: &str = "lock-screen";
const WORDS: &str = "/lock-screen";
const QUIET: &str = "/quiet-hours";
/// Where somebody's own words are kept.
const OWN: &str = "lock-screen";

/// What stands on a lock screen, in the language of the moment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Words {
    /// When a moment has come.
    pub moment: String,
    /// When something waits for a therapist.
    pub waiting: String,
}

/// As they are now.
#[must_use]
pub fn words() -> Words {
    Words { moment: moment(&own()), waiting: text::waiting().into() }
}

/// Somebody's own words, or the usual ones where there are none.
#[must_use]
pub fn moment(own: &str) -> String {
    let own = own.trim();
    if own.is_empty() { text::moment().into() } else { own.into() }
}

/// What somebody chose instead; empty where nothing.
#[must_use]
pub fn own() -> String {
    storage().and_then(|storage| storage.get_item(OWN).ok().flatten()).unwrap_or_default()
}

/// Keeps it, on this device only.
pub fn keep_own(words: &str) {
    let Some(storage) = storage() else { return };
    // Where nothing can be kept, the usual words are shown.
    let _kept = if words.is_empty() { storage.remove_item(OWN) } else { storage.set_item(OWN, words) };
}

/// Hands them to the service worker; gives whether it has them.
pub async fn hand_over() -> bool {
    put(WORDS, words).await
}

/// Hands it the hours in which a nudge makes no sound, by the clock of wherever the device is then; gives whether it has
/// them.
pub async fn hand_over_quiet(hours: Quiet) -> bool {
    put(QUIET, || hours).await
}

async fn put<T: Serialize>(place: &str, what: impl Fn() -> T) -> bool {
    let handed = async {
        let cache = JsFuture::from(caches()?.open(CACHE)).await.ok()?.unchecked_into::<Cache>();
        // Read after the wait: of two that hand over, the later one has the newer words.
        let json = serde_json::to_string(&what()).ok()?;
        let answer = Response::new_with_opt_str(Some(&json)).ok()?;
        JsFuture::from(cache.put_with_str(place, &answer)).await.ok()
    };
    handed.await.is_some()
}

/// Nobody is to see what somebody chose.
pub async fn forget() {
    keep_own("");
    if let Some(caches) = caches() {
        // What the browser does not let go of says nothing of anybody but these words.
        let _gone = JsFuture::from(caches.delete(CACHE)).await;
    }
}

fn caches() -> Option<CacheStorage> {
    // `undefined` on a page that did not come over HTTPS.
    web_sys::window()?.caches().ok().filter(|caches| AsRef::<JsValue>::as_ref(caches).is_object())
}
