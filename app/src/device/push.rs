//! Notifications on this device: what the browser allows, and the address at its push service. Which account wanted
//! them here is kept, so that nobody gets those of another.

use js_sys::{ArrayBuffer, JSON, Reflect, Uint8Array};
use serde::Deserialize;
use serde_json::{Map, Value};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Notification, NotificationPermission, PushManager, PushSubscription, PushSubscriptionOptionsInit,
    ServiceWorkerRegistration,
};
use wire::{ids::AccountId, push::Subscription};

use super::{
    install::{Way, way},
    local::storage,
    lock_screen,
    version::registration,
};

const KEY: &str = "nudged-here";

/// What this browser lets the app do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum May {
    /// It has no notifications.
    Missing,
    /// Only once the app is on the home screen.
    HomeScreen,
    /// Somebody said no.
    Refused,
    /// It asks first.
    Ask,
    /// It shows them.
    Show,
}

/// What it lets the app do now.
#[must_use]
pub fn may() -> May {
    let has = |name: &str| Reflect::has(&js_sys::global(), &name.into()).unwrap_or(false);
    if !has("PushManager") || !has("Notification") {
        return if way() == Way::Share { May::HomeScreen } else { May::Missing };
    }
    match Notification::permission() {
        NotificationPermission::Granted => May::Show,
        NotificationPermission::Denied => May::Refused,
        _ => May::Ask,
    }
}

/// Has the browser ask. Only after a tap: browsers hold against a page that it asked unbidden.
pub async fn ask() -> May {
    if let Ok(asked) = Notification::request_permission() {
        // What was said is read from the browser, whichever way it answers.
        let _said = JsFuture::from(asked).await;
    }
    may()
}

/// Whether this account wanted notifications here.
#[must_use]
pub fn is_wanted(account: AccountId) -> bool {
    let kept = storage().and_then(|storage| storage.get_item(KEY).ok().flatten());
    kept.is_some_and(|kept| kept == account.to_string())
}

/// This account wants them here.
pub fn want(account: AccountId) {
    if let Some(storage) = storage() {
        // Where nothing can be kept they are asked for again the next time.
        drop(storage.set_item(KEY, &account.to_string()));
    }
}

/// Where the push service takes nudges for this device, made with the server's key if there is none yet. `None` where
/// the browser or its push service makes none now.
pub async fn subscribe(key: &[u8; 65]) -> Option<Subscription> {
    let manager = manager().await?;
    if let Some(kept) = subscription(&manager).await {
        if is_made_with(&kept, key) {
            return given(&kept);
        }
        // Of a server that had another key: nobody can use it any more.
        dropped(&kept).await;
    }
    let options = PushSubscriptionOptionsInit::new();
    options.set_user_visible_only(true);
    options.set_application_server_key_opt_u8_array(Some(&Uint8Array::from(key.as_slice())));
    let made = JsFuture::from(manager.subscribe_with_options(&options).ok()?).await.ok()?;
    given(&made.unchecked_into())
}

/// No notifications here any more, and none of their words.
pub async fn forget() {
    lock_screen::forget().await;
    stop().await;
}

/// No notifications here any more.
pub async fn stop() {
    if let Some(storage) = storage() {
        drop(storage.remove_item(KEY));
    }
    if let Some(manager) = manager().await
        && let Some(kept) = subscription(&manager).await
    {
        dropped(&kept).await;
    }
}

async fn subscription(manager: &PushManager) -> Option<PushSubscription> {
    let kept = JsFuture::from(manager.get_subscription().ok()?).await.ok()?;
    kept.is_object().then(|| kept.unchecked_into())
}

async fn dropped(subscription: &PushSubscription) {
    if let Ok(dropped) = subscription.unsubscribe() {
        // Where it does not go now, the push service says that it is gone as soon as it is.
        let _gone = JsFuture::from(dropped).await;
    }
}

/// Where the browser does not say with which key, it is taken for this one.
fn is_made_with(subscription: &PushSubscription, key: &[u8; 65]) -> bool {
    let options = Reflect::get(subscription, &"options".into()).unwrap_or_default();
    let made = Reflect::get(&options, &"applicationServerKey".into()).unwrap_or_default();
    made.dyn_into::<ArrayBuffer>().map_or(true, |made| Uint8Array::new(&made).to_vec() == key)
}

/// As a browser writes it down.
#[derive(Deserialize)]
struct Written {
    endpoint: String,
    keys: Map<String, Value>,
}

fn given(subscription: &PushSubscription) -> Option<Subscription> {
    let written = JSON::stringify(subscription).ok()?.as_string()?;
    let Written { endpoint, mut keys } = serde_json::from_str(&written).ok()?;
    keys.insert("endpoint".into(), endpoint.into());
    serde_json::from_value(Value::Object(keys)).ok()
}

async fn manager() -> Option<PushManager> {
    let registration: ServiceWorkerRegistration = registration().await?;
    if !Reflect::has(&registration, &JsValue::from_str("pushManager")).unwrap_or(false) {
        return None;
    }
    registration.push_manager().ok()
}
