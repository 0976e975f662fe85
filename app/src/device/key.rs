//! A key that the browser will use and never show: one half of what unlocks on this device.

use js_sys::{Array, Object, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{CryptoKey, SubtleCrypto};

const NONCE: usize = 12;

/// The browser would not make or use the key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the browser's key cannot be used")]
pub struct KeyError;

/// A fresh one; it can be kept in the database and not be read out.
pub async fn make() -> Result<JsValue, KeyError> {
    let algorithm = object(&[("name", "AES-GCM".into()), ("length", 256.into())])?;
    let usages: Array = ["encrypt", "decrypt"].into_iter().map(JsValue::from_str).collect();
    let promise = subtle()?.generate_key_with_object(&algorithm, false, &usages).map_err(|_| KeyError)?;
    JsFuture::from(promise).await.map_err(|_| KeyError)
}

/// Under the key: nonce and ciphertext. `nonce` must be fresh.
pub async fn seal(key: &JsValue, nonce: [u8; NONCE], plain: &[u8]) -> Result<Vec<u8>, KeyError> {
    let key: &CryptoKey = key.dyn_ref().ok_or(KeyError)?;
    let promise =
        subtle()?.encrypt_with_object_and_u8_array(&with_nonce(&nonce)?, key, plain).map_err(|_| KeyError)?;
    let sealed = JsFuture::from(promise).await.map_err(|_| KeyError)?;
    Ok([nonce.as_slice(), &Uint8Array::new(&sealed).to_vec()].concat())
}

/// What [`seal`] sealed.
pub async fn open(key: &JsValue, sealed: &[u8]) -> Result<Vec<u8>, KeyError> {
    let key: &CryptoKey = key.dyn_ref().ok_or(KeyError)?;
    let (nonce, sealed) = sealed.split_at_checked(NONCE).ok_or(KeyError)?;
    let promise =
        subtle()?.decrypt_with_object_and_u8_array(&with_nonce(nonce)?, key, sealed).map_err(|_| KeyError)?;
    let plain = JsFuture::from(promise).await.map_err(|_| KeyError)?;
    Ok(Uint8Array::new(&plain).to_vec())
}

fn subtle() -> Result<SubtleCrypto, KeyError> {
    let crypto = web_sys::window().and_then(|window| window.crypto().ok()).ok_or(KeyError)?;
    // Absent outside a secure context (plain http to another machine).
    let subtle = Reflect::get(&crypto, &"subtle".into()).map_err(|_| KeyError)?;
    subtle.dyn_into().map_err(|_| KeyError)
}

fn with_nonce(nonce: &[u8]) -> Result<Object, KeyError> {
    object(&[("name", "AES-GCM".into()), ("iv", Uint8Array::from(nonce).into())])
}

fn object(fields: &[(&str, JsValue)]) -> Result<Object, KeyError> {
    let object = Object::new();
    for (name, value) in fields {
        Reflect::set(&object, &(*name).into(), value).map_err(|_| KeyError)?;
    }
    Ok(object)
}
