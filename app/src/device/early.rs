//! Signing in as the shell paints it before the app has started, and how its fields change hands.

use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{
    Document, Element, Event, EventInit, HtmlElement, HtmlInputElement, MutationObserver,
    MutationObserverInit,
};

/// Where `theme.js` says which screen the shell paints.
const AT: &str = "data-at";
/// What somebody may have typed or chosen.
const FIELDS: [&str; 3] = ["name", "password", "keep"];

/// The painted screen, where it is shown: only at the address of signing in.
#[must_use]
pub fn painted(root: &HtmlElement) -> Option<Element> {
    let at = root.owner_document()?.document_element()?.get_attribute(AT)?;
    if at == "signin" { root.query_selector(".early").ok().flatten() } else { None }
}

/// Leaves the painted screen alone in `root` until one of the app's stands beside it, and then takes it away. All in one
/// task, so that no key that is pressed meanwhile goes nowhere.
pub fn hand_over(root: &HtmlElement, painted: Element) {
    // Taking it out and putting it back would take the keyboard away.
    for around in [Element::previous_element_sibling, Element::next_element_sibling] {
        while let Some(other) = around(&painted) {
            other.remove();
        }
    }
    let screens = root.clone();
    let watch =
        Closure::<dyn FnMut(js_sys::Array, MutationObserver)>::new(move |_, watcher: MutationObserver| {
            if let Ok(Some(screen)) = screens.query_selector(".frame:not(.early, .on-its-way)") {
                watcher.disconnect();
                change_hands(&painted, &screen);
            }
        });
    if let Ok(watcher) = MutationObserver::new(watch.as_ref().unchecked_ref()) {
        let whatever = MutationObserverInit::new();
        whatever.set_child_list(true);
        whatever.set_subtree(true);
        drop(watcher.observe_with_options(root, &whatever));
    }
    // It is called as long as somebody may be typing there.
    watch.forget();
}

fn change_hands(painted: &Element, screen: &Element) {
    let Some(document) = painted.owner_document() else { return };
    let held = document.active_element().and_then(|field| field.dyn_into::<HtmlInputElement>().ok());
    // Nowhere in one that is ticked.
    let caret = held.as_ref().and_then(|field| field.selection_start().ok().flatten());
    for id in FIELDS {
        if let (Some(from), Some(to)) = (field(painted, id), field(screen, id)) {
            go_on(&from, &to);
        }
    }
    painted.remove();
    if let Some(field) = held.and_then(|held| field(screen, &held.id())) {
        // What cannot be focused can still be tapped.
        drop(field.focus());
        if let Some(at) = caret {
            drop(field.set_selection_range(at, at));
        }
    }
    forget_where(&document);
}

/// As if it had been typed there.
fn go_on(from: &HtmlInputElement, to: &HtmlInputElement) {
    to.set_value(&from.value());
    to.set_checked(from.checked());
    let heard_above = EventInit::new();
    heard_above.set_bubbles(true);
    for kind in ["input", "change"] {
        if let Ok(event) = Event::new_with_event_init_dict(kind, &heard_above) {
            drop(to.dispatch_event(&event));
        }
    }
}

fn field(screen: &Element, id: &str) -> Option<HtmlInputElement> {
    screen.query_selector(&format!("input[id={id}]")).ok().flatten()?.dyn_into().ok()
}

fn forget_where(document: &Document) {
    if let Some(root) = document.document_element() {
        drop(root.remove_attribute(AT));
    }
}
