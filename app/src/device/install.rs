//! Putting the app on the home screen. The page keeps what the browser hands it for that (`start.js`), because it may
//! come before the app runs.

use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use crate::by_hand::is_by_hand;

/// Where `start.js` keeps it.
const OFFER: &str = "installOffer";

/// How the app gets onto the home screen of this device.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// It is there, and was opened from there.
    There,
    /// The browser does it when asked.
    Ask,
    /// By hand, from the menu of Safari on a phone or tablet of Apple.
    Share,
    /// The browser says nothing of it.
    Unknown,
}

/// Which way there is now.
#[must_use]
pub fn way() -> Way {
    let Some(window) = web_sys::window() else { return Way::Unknown };
    let standalone = window.match_media("(display-mode: standalone)").ok().flatten();
    let navigator = window.navigator();
    let agent = navigator.user_agent().unwrap_or_default();
    if standalone.is_some_and(|media| media.matches()) {
        Way::There
    } else if offer().is_some() {
        Way::Ask
    } else if is_by_hand(&agent, navigator.max_touch_points()) {
        Way::Share
    } else {
        Way::Unknown
    }
}

/// Has the browser ask, and gives whether the person said yes. It asks once for each offer: a second one may come.
pub async fn ask() -> bool {
    let Some(offer) = offer() else { return false };
    let _kept = Reflect::set(&js_sys::global(), &OFFER.into(), &JsValue::UNDEFINED);
    asked(&offer).await.is_ok_and(|outcome| outcome == "accepted")
}

async fn asked(offer: &JsValue) -> Result<String, JsValue> {
    let prompt: Function = Reflect::get(offer, &"prompt".into())?.dyn_into()?;
    prompt.call0(offer)?;
    let choice: js_sys::Promise = Reflect::get(offer, &"userChoice".into())?.dyn_into()?;
    let choice = JsFuture::from(choice).await?;
    Ok(Reflect::get(&choice, &"outcome".into())?.as_string().unwrap_or_default())
}

fn offer() -> Option<JsValue> {
    let kept = Reflect::get(&js_sys::global(), &OFFER.into()).ok()?;
    kept.is_object().then_some(kept)
}
