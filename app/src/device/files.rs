//! A file that is made here, piece by piece, and handed over to the browser.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsCast;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

use super::clock;

/// For how long the browser may take to fetch it, milliseconds.
const PATIENCE: u32 = 60_000;

/// A file while it is made. Its pieces lie with the browser, which may put them on the disk.
#[derive(Default)]
pub struct Growing(Array);

impl Growing {
    /// One more piece; false where there is no room for it.
    pub fn add(&self, piece: &[u8]) -> bool {
        let bytes = Array::of1(&Uint8Array::from(piece));
        Blob::new_with_u8_array_sequence(&bytes).map(|blob| self.0.push(&blob)).is_ok()
    }

    /// Puts it into the downloads, or asks where to, as the browser does; false when it cannot.
    pub fn save(self, name: &str, mime: &str) -> bool {
        self.hand_over(name, mime).is_some()
    }

    fn hand_over(self, name: &str, mime: &str) -> Option<()> {
        let options = BlobPropertyBag::new();
        options.set_type(mime);
        let blob = Blob::new_with_blob_sequence_and_options(&self.0, &options).ok()?;
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
}
