//! The settings as they were last known on this device: put on before the first paint by the shell's script, and
//! in force while the journal is locked.

use journal::record::{Light, Settings, TextSize};

use super::local::storage;

/// Each is kept under its own name, and those that styles depend on are set on the document by the same name.
const LIGHT: &str = "theme";
const TEXT: &str = "text";
const MOTION: &str = "motion";
const HAND: &str = "hand";
const COUNTRY: &str = "country";
/// The country that was chosen on Help now, and the app's at that time; `public/help.js` writes it.
pub(super) const HELP_COUNTRY: &str = "help-country";
const IDLE: &str = "idle-minutes";
const HIDDEN: &str = "hidden-minutes";
const EXIT: &str = "quick-exit";
/// Whether somebody wants to hear no more of the home screen on this device.
const HOME: &str = "home-screen";
/// What the browser answered when it was asked to keep the journal.
const PROMISE: &str = "promise";

/// As kept here.
#[must_use]
pub fn kept() -> Settings {
    let usual = Settings::default();
    let get = |name| storage().and_then(|storage| storage.get_item(name).ok().flatten());
    let number = |name, usual| get(name).and_then(|text: String| text.parse().ok()).unwrap_or(usual);
    Settings {
        light: get(LIGHT)
            .and_then(|name| LIGHTS.into_iter().find(|light| light_name(*light) == name))
            .unwrap_or_default(),
        text: get(TEXT)
            .and_then(|name| SIZES.into_iter().find(|size| size_name(*size) == name))
            .unwrap_or_default(),
        still: get(MOTION).is_some(),
        left_hand: get(HAND).is_some(),
        country: get(COUNTRY),
        idle_minutes: number(IDLE, usual.idle_minutes),
        hidden_minutes: number(HIDDEN, usual.hidden_minutes),
        quick_exit: get(EXIT).is_some(),
        ..usual
    }
}

/// Puts them on, and keeps them for the next time where that is wanted.
pub fn put_on(settings: &Settings, keep: bool) {
    let marks = [
        (LIGHT, (settings.light != Light::Device).then(|| light_name(settings.light))),
        (TEXT, (settings.text != TextSize::Usual).then(|| size_name(settings.text))),
        (MOTION, settings.still.then_some("still")),
        (HAND, settings.left_hand.then_some("left")),
    ];
    let root = web_sys::window().and_then(|window| window.document()?.document_element());
    if let Some(root) = root {
        for (name, value) in marks {
            let name = format!("data-{name}");
            match value {
                Some(value) => drop(root.set_attribute(&name, value)),
                None => drop(root.remove_attribute(&name)),
            }
        }
    }
    if !keep {
        return;
    }
    for (name, value) in marks {
        set(name, value);
    }
    set(COUNTRY, settings.country.as_deref());
    set(IDLE, Some(&settings.idle_minutes.to_string()));
    set(HIDDEN, Some(&settings.hidden_minutes.to_string()));
    set(EXIT, settings.quick_exit.then_some("on"));
}

/// Whether the home screen may be offered on this device.
#[must_use]
pub fn may_offer_home() -> bool {
    storage().is_some_and(|storage| storage.get_item(HOME).ok().flatten().is_none())
}

/// No more of that.
pub fn never_offer_home() {
    set(HOME, Some("no"));
}

/// What the browser answered when it was last asked to keep the journal here; `None` before.
#[must_use]
pub fn promised() -> Option<bool> {
    let kept = storage()?.get_item(PROMISE).ok().flatten()?;
    Some(kept == "yes")
}

/// It has answered.
pub(super) fn set_promised(yes: bool) {
    set(PROMISE, Some(if yes { "yes" } else { "no" }));
}

/// Nobody is to see how somebody wanted it.
pub fn forget() {
    for name in [LIGHT, TEXT, MOTION, HAND, COUNTRY, HELP_COUNTRY, IDLE, HIDDEN, EXIT, HOME, PROMISE] {
        set(name, None);
    }
}

const LIGHTS: [Light; 4] = [Light::Device, Light::Light, Light::Dark, Light::Dim];
const SIZES: [TextSize; 4] = [TextSize::Usual, TextSize::Large, TextSize::Larger, TextSize::Largest];

const fn light_name(light: Light) -> &'static str {
    match light {
        Light::Device => "device",
        Light::Light => "light",
        Light::Dark => "dark",
        Light::Dim => "dim",
    }
}

const fn size_name(size: TextSize) -> &'static str {
    match size {
        TextSize::Usual => "usual",
        TextSize::Large => "large",
        TextSize::Larger => "larger",
        TextSize::Largest => "largest",
    }
}

/// Where nothing can be kept, the choice lasts until the page is closed.
fn set(name: &str, value: Option<&str>) {
    let Some(storage) = storage() else { return };
    match value {
        Some(value) => drop(storage.set_item(name, value)),
        None => drop(storage.remove_item(name)),
    }
}
