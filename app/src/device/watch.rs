//! What happens around the app: network, visibility, the server's "something changed".

use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{EventSource, KeyboardEvent};

/// Between two presses that belong together, milliseconds.
const TWICE: f64 = 600.0;

/// Whether the browser believes that there is a network.
#[must_use]
pub fn is_online() -> bool {
    web_sys::window().is_none_or(|window| window.navigator().on_line())
}

/// Whether the app can be seen.
#[must_use]
pub fn is_visible() -> bool {
    web_sys::window().and_then(|window| window.document()).is_none_or(|document| !document.hidden())
}

/// Calls for as long as the tab lives.
pub fn on_window(event: &str, call: impl FnMut() + 'static) {
    let closure = Closure::<dyn FnMut()>::new(call);
    if let Some(window) = web_sys::window() {
        drop(window.add_event_listener_with_callback(event, closure.as_ref().unchecked_ref()));
    }
    closure.forget();
}

/// Calls when the app is hidden or shown again.
pub fn on_visibility(call: impl FnMut() + 'static) {
    let closure = Closure::<dyn FnMut()>::new(call);
    if let Some(document) = web_sys::window().and_then(|window| window.document()) {
        drop(document.add_event_listener_with_callback("visibilitychange", closure.as_ref().unchecked_ref()));
    }
    closure.forget();
}

/// The server's "something changed", for as long as it is kept.
pub struct Pokes {
    source: EventSource,
    _on_event: Closure<dyn FnMut()>,
}

impl Pokes {
    /// Listens; the browser reconnects by itself, and every connection counts as a poke.
    pub fn listen(call: impl FnMut() + 'static) -> Option<Self> {
        let source = EventSource::new("/api/v1/events").ok()?;
        let on_event = Closure::<dyn FnMut()>::new(call);
        let function = on_event.as_ref().unchecked_ref();
        source.set_onopen(Some(function));
        source.set_onmessage(Some(function));
        Some(Self { source, _on_event: on_event })
    }
}

impl Drop for Pokes {
    fn drop(&mut self) {
        // An event that is on its way must not find the closure gone.
        self.source.set_onopen(None);
        self.source.set_onmessage(None);
        self.source.close();
    }
}

/// Starts the page anew: the only sure way to have no key in memory.
pub fn reload() {
    if let Some(window) = web_sys::window() {
        drop(window.location().reload());
    }
}

/// Calls when a key is pressed twice within a moment.
pub fn on_key_twice(key: &'static str, mut call: impl FnMut() + 'static) {
    let mut before = f64::NEG_INFINITY;
    let pressed = Closure::<dyn FnMut(KeyboardEvent)>::new(move |event: KeyboardEvent| {
        if event.key() != key || event.repeat() {
            return;
        }
        let now = js_sys::Date::now();
        if now - before < TWICE {
            call();
        }
        before = now;
    });
    if let Some(window) = web_sys::window() {
        drop(window.add_event_listener_with_callback("keydown", pressed.as_ref().unchecked_ref()));
    }
    pressed.forget();
}

/// Says to everything that is being typed that the page is left in a moment.
pub fn say_leaving() {
    let Some(window) = web_sys::window() else { return };
    if let Ok(event) = web_sys::Event::new("pagehide") {
        drop(window.dispatch_event(&event));
    }
}

/// Goes to another address in the place of this one, so that back does not lead here.
pub fn replace(address: &str) {
    if let Some(window) = web_sys::window() {
        drop(window.location().replace(address));
    }
}

/// Goes to another address, starting anew.
pub fn go_to(address: &str) {
    if let Some(window) = web_sys::window() {
        drop(window.location().set_href(address));
    }
}

/// Asks for the page on paper.
pub fn print() {
    if let Some(window) = web_sys::window() {
        drop(window.print());
    }
}

/// The part of the address after `#`, without it.
#[must_use]
pub fn fragment() -> String {
    let hash = web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default();
    hash.trim_start_matches('#').to_owned()
}

/// Where this app is: `https://journal.example`.
#[must_use]
pub fn origin() -> String {
    web_sys::window().and_then(|window| window.location().origin().ok()).unwrap_or_default()
}

/// What the devices list says of this one: browser and system, no more.
#[must_use]
pub fn device_name() -> String {
    let agent = web_sys::window().and_then(|window| window.navigator().user_agent().ok()).unwrap_or_default();
    let pick = |known: &[(&str, &'static str)], other: &'static str| {
        known.iter().find(|(mark, _)| agent.contains(mark)).map_or(other, |(_, name)| *name)
    };
    // The order matters: most agents also claim to be their ancestors.
    let browsers = [
        ("Edg", "Edge"),
        ("OPR", "Opera"),
        ("Firefox", "Firefox"),
        ("Chrome", "Chrome"),
        ("Safari", "Safari"),
    ];
    let systems = [
        ("Android", "Android"),
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Mac", "Mac"),
        ("Windows", "Windows"),
        ("Linux", "Linux"),
    ];
    format!("{} on {}", pick(&browsers, "Browser"), pick(&systems, "another system"))
}
