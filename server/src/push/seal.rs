//! What a push service carries, sealed for the browser (RFC 8291). All of it has one length, so that the kinds look
//! alike.

#[cfg(test)]
mod tests;

use web_push_native::{Auth, encrypt, p256::PublicKey};
use wire::push::{Nudge, Subscription};

/// Bytes before sealing: JSON, and spaces behind it, which mean nothing there.
const LENGTH: usize = 64;

/// The browser's key, if it is one.
pub fn browser_key(to: &Subscription) -> Option<PublicKey> {
    PublicKey::from_sec1_bytes(&to.p256dh).ok()
}

/// A nudge for one browser; none where its key is no key.
pub fn seal(nudge: Nudge, to: &Subscription) -> Option<Vec<u8>> {
    let json = serde_json::to_string(&nudge).ok()?;
    encrypt(format!("{json:<LENGTH$}").into_bytes(), &browser_key(to)?, &Auth::from(to.auth)).ok()
}
