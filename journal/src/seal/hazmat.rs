//! The primitives, each with one use. Nothing outside `seal` sees this file.

use chacha20poly1305::{
    XChaCha20Poly1305,
    aead::{Aead, KeyInit, Payload},
};
use hkdf::Hkdf;
use hmac::{Hmac, Mac};
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use super::error::SealError;

/// Thirty-two secret bytes that vanish with their owner.
pub type Secret = Zeroizing<[u8; 32]>;

/// One label, one use.
pub fn derive(secret: &[u8], label: &str) -> Secret {
    let mut out = Zeroizing::new([0; 32]);
    let label = format!("interleaf v1 {label}");
    // 32 bytes are far below HKDF's limit of 255 blocks, so the expansion cannot fail.
    if Hkdf::<Sha256>::new(None, secret).expand(label.as_bytes(), out.as_mut_slice()).is_err() {
        unreachable!("32 bytes can always be expanded");
    }
    out
}

/// SHA-256.
pub fn hash(parts: &[&[u8]]) -> [u8; 32] {
    let mut digest = Sha256::new();
    for part in parts {
        digest.update(part);
    }
    digest.finalize().into()
}

/// XChaCha20-Poly1305, sealing.
pub fn encrypt(key: &Secret, nonce: &[u8; 24], plain: &[u8], aad: &[u8]) -> Result<Vec<u8>, SealError> {
    XChaCha20Poly1305::new(key.as_slice().try_into().map_err(|_| SealError::Damaged)?)
        .encrypt(nonce.into(), Payload { msg: plain, aad })
        .map_err(|_| SealError::Damaged)
}

/// XChaCha20-Poly1305, opening.
pub fn decrypt(
    key: &Secret,
    nonce: &[u8; 24],
    sealed: &[u8],
    aad: &[u8],
) -> Result<Zeroizing<Vec<u8>>, SealError> {
    XChaCha20Poly1305::new(key.as_slice().try_into().map_err(|_| SealError::Damaged)?)
        .decrypt(nonce.into(), Payload { msg: sealed, aad })
        .map(Zeroizing::new)
        .map_err(|_| SealError::Damaged)
}

/// HMAC-SHA256.
pub fn authenticate(key: &Secret, parts: &[&[u8]]) -> Result<[u8; 32], SealError> {
    let mut mac = Hmac::<Sha256>::new_from_slice(key.as_slice()).map_err(|_| SealError::Damaged)?;
    for part in parts {
        mac.update(part);
    }
    Ok(mac.finalize().into_bytes().into())
}
