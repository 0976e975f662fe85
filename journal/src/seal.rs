//! Keys, envelopes and grants: the only room that names a cipher.
//!
//! ```text
//! password ── OPAQUE ── export key ── HKDF "password" ──┐
//! recovery code ─┬─ HKDF "recovery" ────────────────────┤ each seals
//!                └─ HKDF "recovery-auth" → the server keeps its SHA-256
//! this device (stretched password + WebCrypto key) ─────┤
//!                                                       ▼
//!                             account key: 32 random bytes, never changes
//!                HKDF "wrap": record keys · HKDF "identity": the private keys below
//!                HKDF "local": keys of others' records, kept on this device
//! identity: Ed25519 signs the X25519 sharing key
//! record:   a fresh key for every revision; content = envelope(key)
//!           own wrap = envelope("wrap", key ‖ SHA-256(content))
//!           grant    = HPKE Auth(author → recipient, key; aad = place ‖ recipient ‖ SHA-256(content))
//! chunk:    of an attachment, under a content key that stands inside of the attachment's body
//! ```
//!
//! The hash of the content in own wrap and grant stops a reader and a server together, who both know the
//! record's key, from replacing words. Suite and costs are constants; nothing a server sends is obeyed.

mod chunk;
mod compare;
mod device;
mod entropy;
mod envelope;
mod error;
mod grant;
mod hazmat;
mod invite;
mod kept;
mod keyring;
mod padding;
mod peer;
mod recovery;

pub use self::{
    chunk::{BlobPlace, ContentKey, chunks},
    compare::{Comparison, WORDS, eight_words},
    device::join_unlock,
    entropy::{Entropy, SystemEntropy},
    envelope::Place,
    error::SealError,
    invite::Fragment,
    kept::KeptKeys,
    keyring::{Keyring, Registration, SealedRecord},
    peer::Peer,
    recovery::RecoveryCode,
};

#[cfg(test)]
mod tests;
