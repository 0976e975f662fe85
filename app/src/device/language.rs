//! The language of the app: chosen on this device or on a public page, else the first of the browser's that the app
//! knows, else English.

use std::cell::RefCell;

use js_sys::Reflect;
use wasm_bindgen::JsValue;

use super::local::storage;
use crate::text::{Language, speak};

/// As kept here, and as the cookie that the server reads for the pages it renders.
const KEY: &str = "lang";
/// A year, in seconds.
const AGE: u32 = 365 * 24 * 3600;

thread_local! {
    static LOCALE: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Speaks the language of this person, from the first word on.
pub fn start() {
    let chosen = chosen();
    let first = || browsers().iter().find_map(|tag| Language::of(tag));
    show(chosen.or_else(first).unwrap_or_default());
    // A browser may forget a cookie sooner than what a page keeps.
    if let Some(chosen) = chosen {
        keep(chosen);
    }
}

/// Chooses a language: at once, for the next time, and for the pages of the server.
pub fn choose(language: Language) {
    show(language);
    keep(language);
}

/// The person's own way to write days and times, in the language that is spoken: "es-MX".
#[must_use]
pub fn locale() -> String {
    LOCALE.with_borrow(Clone::clone)
}

fn show(language: Language) {
    speak(language);
    let own = browsers().into_iter().find(|tag| Language::of(tag) == Some(language));
    LOCALE.replace(own.unwrap_or_else(|| language.tag().into()));
    let root = web_sys::window().and_then(|window| window.document()?.document_element());
    if let Some(root) = root {
        drop(root.set_attribute("lang", language.tag()));
        drop(root.set_attribute("dir", language.direction()));
    }
}

fn keep(language: Language) {
    if let Some(storage) = storage() {
        // Where nothing can be kept the choice lasts until the page is closed.
        drop(storage.set_item(KEY, language.tag()));
    }
    let cookie = format!("{KEY}={}; path=/; max-age={AGE}; samesite=lax", language.tag());
    if let Some(document) = document() {
        drop(Reflect::set(&document, &"cookie".into(), &cookie.into()));
    }
}

/// The cookie before what is kept here: a public page, which has no script, can set only that.
fn chosen() -> Option<Language> {
    let cookies = Reflect::get(&document()?, &"cookie".into()).ok().and_then(|cookies| cookies.as_string());
    let cookie = cookies.as_deref().unwrap_or_default().split("; ").find_map(|cookie| {
        let (name, value) = cookie.split_once('=')?;
        (name == KEY).then(|| Language::of(value)).flatten()
    });
    cookie.or_else(|| Language::of(&storage()?.get_item(KEY).ok()??))
}

/// What the browser asks for, the dearest first.
fn browsers() -> Vec<String> {
    let Some(window) = web_sys::window() else { return Vec::new() };
    window.navigator().languages().iter().filter_map(|tag| tag.as_string()).collect()
}

fn document() -> Option<JsValue> {
    Some(web_sys::window()?.document()?.into())
}
