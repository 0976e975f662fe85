//! Unlocking on this device: a stretched password joined with a key that cannot leave the browser.

use super::hazmat::{Secret, derive};

/// The unlocking key. Neither half opens anything alone.
#[must_use]
pub fn join_unlock(stretched: &[u8; 32], device_secret: &[u8; 32]) -> [u8; 32] {
    let joined: Secret = derive(&[stretched.as_slice(), device_secret].concat(), "device");
    *joined
}
