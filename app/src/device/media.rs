//! Files from the phone, pictures drawn anew, and bytes to be shown or heard.

use futures_channel::oneshot;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, CanvasRenderingContext2d, HtmlCanvasElement, ImageBitmap, StorageEstimate, Url,
};

/// The file is no picture that this browser can read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a picture")]
pub struct NoPicture;

/// A picture as JPEG.
pub struct Jpeg {
    /// The file.
    pub bytes: Vec<u8>,
    /// Width and height, pixels.
    pub size: (u32, u32),
}

/// All bytes of a file.
pub async fn read(blob: &Blob) -> Option<Vec<u8>> {
    let buffer = JsFuture::from(blob.array_buffer()).await.ok()?;
    Some(Uint8Array::new(&buffer).to_vec())
}

/// The pixels of a picture and nothing else, drawn anew with no edge longer than asked: place, camera and
/// everything that was written into the file stay behind.
pub async fn redrawn(file: &Blob, longest: u32, quality: f64) -> Result<Jpeg, NoPicture> {
    let window = web_sys::window().ok_or(NoPicture)?;
    let bitmap = window.create_image_bitmap_with_blob(file).map_err(|_| NoPicture)?;
    let bitmap: ImageBitmap = JsFuture::from(bitmap).await.map_err(|_| NoPicture)?.unchecked_into();
    let (width, height) = fitted((bitmap.width(), bitmap.height()), longest).ok_or(NoPicture)?;
    let document = window.document().ok_or(NoPicture)?;
    let canvas = document.create_element("canvas").map_err(|_| NoPicture)?;
    let canvas: HtmlCanvasElement = canvas.unchecked_into();
    canvas.set_width(width);
    canvas.set_height(height);
    let context = canvas.get_context("2d").ok().flatten().ok_or(NoPicture)?;
    let context: CanvasRenderingContext2d = context.unchecked_into();
    // What is see-through becomes paper, not black.
    context.set_fill_style_str("#fff");
    context.fill_rect(0.0, 0.0, f64::from(width), f64::from(height));
    context
        .draw_image_with_image_bitmap_and_dw_and_dh(&bitmap, 0.0, 0.0, f64::from(width), f64::from(height))
        .map_err(|_| NoPicture)?;
    bitmap.close();
    let (send, done) = oneshot::channel();
    let made = Closure::once(move |blob: Option<Blob>| {
        // Nobody waits for a screen that is gone.
        let _gone = send.send(blob);
    });
    canvas
        .to_blob_with_type_and_encoder_options(
            made.as_ref().unchecked_ref(),
            "image/jpeg",
            &JsValue::from_f64(quality),
        )
        .map_err(|_| NoPicture)?;
    let blob = done.await.ok().flatten().ok_or(NoPicture)?;
    let bytes = read(&blob).await.ok_or(NoPicture)?;
    Ok(Jpeg { bytes, size: (width, height) })
}

/// As large as allowed, in the same proportions; `None` for a picture without pixels.
fn fitted((width, height): (u32, u32), longest: u32) -> Option<(u32, u32)> {
    let edge = width.max(height);
    if width == 0 || height == 0 {
        return None;
    }
    if edge <= longest {
        return Some((width, height));
    }
    let scale = |side: u32| {
        let scaled = u64::from(side) * u64::from(longest) / u64::from(edge);
        u32::try_from(scaled).unwrap_or(longest).max(1)
    };
    Some((scale(width), scale(height)))
}

/// An address for bytes, as long as this is kept.
pub struct Address(String);

impl Address {
    /// For these bytes, read as `mime`.
    pub fn of(bytes: &[u8], mime: &str) -> Option<Self> {
        let parts = Array::of1(&Uint8Array::from(bytes));
        let kind = BlobPropertyBag::new();
        kind.set_type(mime);
        let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &kind).ok()?;
        Url::create_object_url_with_blob(&blob).ok().map(Self)
    }

    /// To put into `src`.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Drop for Address {
    fn drop(&mut self) {
        // One that is gone is gone.
        drop(Url::revoke_object_url(&self.0));
    }
}

/// Whether the browser has room for so many bytes, as far as it says.
pub async fn has_room(bytes: f64) -> bool {
    let Some(window) = web_sys::window() else { return true };
    let storage = window.navigator().storage();
    let Ok(asked) = storage.estimate() else { return true };
    let Ok(estimate) = JsFuture::from(asked).await else { return true };
    let estimate: StorageEstimate = estimate.unchecked_into();
    match (estimate.get_quota(), estimate.get_usage()) {
        (Some(quota), Some(usage)) => quota - usage >= bytes,
        _ => true,
    }
}
