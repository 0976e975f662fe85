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
    let [derived] = derive_all(secret, [label]);
    derived
}

/// Several from one secret: the first half of the work is done once.
pub fn derive_all<const MANY: usize>(secret: &[u8], labels: [&str; MANY]) -> [Secret; MANY] {
    let extracted = Hkdf::<Sha256>::new(None, secret);
    labels.map(|label| {
        let mut out = Zeroizing::new([0; 32]);
        // 32 bytes are far below HKDF's limit of 255 blocks, so the expansion cannot fail.
        if extracted.expand_multi_info(&[b"interleaf v1 ", label.as_bytes()], out.as_mut_slice()).is_err() {
            unreachable!("32 bytes can always be expanded");
        }
        out
    })
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
