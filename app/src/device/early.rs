//! What somebody typed to sign in before the app had started, into the fields that the shell paints.

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlInputElement};
use zeroize::Zeroizing;

/// As it stood when the app took over.
#[derive(Clone)]
pub struct Early {
    /// The sign-in name.
    pub name: String,
    /// The password.
    pub password: Zeroizing<String>,
    /// Whether the device is one's own.
    pub keep: bool,
    /// The field that the keyboard was in.
    pub focused: Option<String>,
}

/// The fields, where the shell shows them: only at the address of signing in.
#[must_use]
pub fn typed() -> Option<Early> {
    let document = web_sys::window()?.document()?;
    if document.document_element()?.get_attribute("data-at").as_deref() != Some("signin") {
        return None;
    }
    let focused = document.active_element().map(|element: Element| element.id()).filter(|id| !id.is_empty());
    Some(Early {
        name: field(&document, "name")?.value(),
        password: Zeroizing::new(field(&document, "password")?.value()),
        keep: field(&document, "keep")?.checked(),
        focused,
    })
}

fn field(document: &Document, id: &str) -> Option<HtmlInputElement> {
    document.get_element_by_id(id)?.dyn_into().ok()
}
