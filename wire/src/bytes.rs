//! Bytes in JSON: base64url without padding.

use base64::{
    Engine,
    engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD},
};
use serde::{Deserialize, Deserializer, Serializer, de::Error};

/// Bytes to text.
#[must_use]
pub fn to_text(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

/// Bytes to base64 with padding, as formats of others want it (RFC 4648, section 4).
#[must_use]
pub fn to_base64(bytes: &[u8]) -> String {
    STANDARD.encode(bytes)
}

/// Text to bytes; `None` for anything that is not unpadded base64url.
#[must_use]
pub fn from_text(text: &str) -> Option<Vec<u8>> {
    URL_SAFE_NO_PAD.decode(text).ok()
}

/// For `#[serde(with = "bytes")]`.
///
/// # Errors
/// Those of the serializer.
pub fn serialize<S: Serializer>(bytes: &[u8], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&to_text(bytes))
}

/// For `#[serde(with = "bytes")]`; takes a vector or an array of the exact length.
///
/// # Errors
/// When the text is not base64url or has another length.
pub fn deserialize<'de, D: Deserializer<'de>, B: TryFrom<Vec<u8>>>(deserializer: D) -> Result<B, D::Error> {
    let text = String::deserialize(deserializer)?;
    let bytes = from_text(&text).ok_or_else(|| D::Error::custom("not base64url"))?;
    B::try_from(bytes).map_err(|_| D::Error::custom("wrong length"))
}
