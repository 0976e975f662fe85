//! A file that was made here, handed over to the browser.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsCast;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

use super::clock;

/// For how long the browser may take to fetch it, milliseconds.
const PATIENCE: u32 = 60_000;

/// Puts it into the downloads, or asks where to, as the browser does; false when it cannot.
pub fn save(name: &str, mime: &str, parts: &[Vec<u8>]) -> bool {
    hand_over(name, mime, parts).is_some()
}

fn hand_over(name: &str, mime: &str, parts: &[Vec<u8>]) -> Option<()> {
    let pieces: Array = parts.iter().map(|part| Uint8Array::from(part.as_slice())).collect();
    let options = BlobPropertyBag::new();
    options.set_type(mime);
    let blob = Blob::new_with_u8_array_sequence_and_options(&pieces, &options).ok()?;
    let address = Url::create_object_url_with_blob(&blob).ok()?;
    let document = web_sys::window()?.document()?;
    let link: HtmlAnchorElement = document.create_element("a").ok()?.dyn_into().ok()?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    leptos::task::spawn_local(async move {
        clock::sleep(PATIENCE).await;
        drop(Url::revoke_object_url(&address));
    });
    Some(())
}
