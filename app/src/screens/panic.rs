//! When the app itself breaks: a calm page that says that words are safe, and a way to start anew.

use std::{cell::Cell, panic};

use wasm_bindgen::JsCast;

use crate::text::public::broken;

thread_local! {
    static SHOWN: Cell<bool> = const { Cell::new(false) };
}

/// Shows the page when anything panics. Nothing of the app is used for it: the app is what broke.
pub fn watch() {
    panic::set_hook(Box::new(|info| {
        console_error_panic_hook::hook(info);
        if !SHOWN.replace(true) {
            // Without a document there is nobody to show it to.
            let _shown = show();
        }
    }));
}

fn show() -> Option<()> {
    let document = web_sys::window()?.document()?;
    let page = document.create_element("div").ok()?;
    page.set_class_name("broken");
    page.set_attribute("role", "alertdialog").ok()?;
    page.set_attribute("aria-label", broken::title()).ok()?;
    let lead = broken::lead();
    let parts = [
        ("h1", broken::title(), None),
        ("p", lead.as_str(), None),
        ("a", broken::again(), Some("/app")),
        ("a", crate::text::public::help_now(), Some("/help")),
    ];
    for (tag, text, href) in parts {
        let part = document.create_element(tag).ok()?;
        part.set_text_content(Some(text));
        if let Some(href) = href {
            part.set_attribute("href", href).ok()?;
            // The router of what broke must leave it to the browser, or the page would never be loaded anew.
            part.set_attribute("rel", "external").ok()?;
        }
        page.append_child(&part).ok()?;
    }
    document.body()?.append_child(&page).ok()?;
    let first = page.query_selector("a").ok()??;
    first.dyn_into::<web_sys::HtmlElement>().ok()?.focus().ok()
}
