//! Format, suite, kind, flags (1 byte each), key id (16), key commitment (32), nonce (24), ciphertext with tag.
//!
//! Associated data is that header and the context, which is rebuilt from the row and never sent.

use subtle::ConstantTimeEq;
use wire::ids::{AccountId, Epoch, RecordId, Rev};
use zeroize::Zeroizing;

use super::{
    entropy::Entropy,
    error::SealError,
    hazmat::{Secret, decrypt, derive_all, encrypt, hash},
    padding::{pad, unpad},
};

const FORMAT: u8 = 1;
/// XChaCha20-Poly1305, HKDF-SHA256, SHA-256 commitment.
const SUITE: u8 = 1;
const HEADER: usize = 4 + 16 + 32 + 24;

/// What is inside. All records are one kind on the wire.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The content of a record, whatever it is.
    Record = 1,
    /// A record's key for its owner.
    Wrap = 2,
    /// The account key, under a password, a recovery code or a device.
    AccountKey = 3,
    /// The private identity keys.
    Identity = 4,
    /// An invitation's card.
    Card = 5,
    /// A piece of an attachment.
    Chunk = 6,
    /// The keys that this device keeps of what others granted.
    KeptKeys = 7,
}

/// Where a record stands. All of it is bound into what is sealed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The author.
    pub owner: AccountId,
    /// Which record.
    pub record: RecordId,
    /// Which revision.
    pub rev: Rev,
    /// Which epoch of its key.
    pub epoch: Epoch,
}

impl Place {
    pub(super) fn context(&self) -> Vec<u8> {
        let mut out = Vec::with_capacity(40);
        out.extend_from_slice(self.owner.bytes());
        out.extend_from_slice(self.record.bytes());
        out.extend_from_slice(&self.rev.0.to_le_bytes());
        out.extend_from_slice(&self.epoch.0.to_le_bytes());
        out
    }
}

/// What one key becomes; derived once for all that is sealed under it.
pub struct Lock {
    id: [u8; 16],
    commitment: Secret,
    content: Secret,
}

impl Lock {
    /// From a key.
    pub fn new(key: &Secret) -> Self {
        let [content, commitment, id] = derive_all(key.as_slice(), ["content", "commitment", "key id"]);
        let full = hash(&[b"interleaf v1 key id", id.as_slice()]);
        let mut id = [0; 16];
        id.copy_from_slice(&full[..16]);
        Self { id, commitment, content }
    }

    /// Seals `content`, good only where `bound` is the same.
    pub fn seal(
        &self,
        kind: Kind,
        bound: &[u8],
        content: &[u8],
        entropy: &mut impl Entropy,
    ) -> Result<Vec<u8>, SealError> {
        let mut out = vec![FORMAT, SUITE, kind as u8, 0];
        out.extend_from_slice(&self.id);
        out.extend_from_slice(self.commitment.as_slice());
        let mut nonce = [0; 24];
        entropy.fill(&mut nonce);
        out.extend_from_slice(&nonce);
        let plain = Zeroizing::new(pad(content)?);
        let aad = [out.as_slice(), bound].concat();
        let sealed = encrypt(&self.content, &nonce, &plain, &aad)?;
        out.extend_from_slice(&sealed);
        Ok(out)
    }

    /// Opens what [`Self::seal`] made with the same kind, key and place.
    pub fn open(&self, kind: Kind, bound: &[u8], sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, SealError> {
        let (header, ciphertext) = sealed.split_at_checked(HEADER).ok_or(SealError::Damaged)?;
        match header {
            [FORMAT, SUITE, found, 0, ..] if *found == kind as u8 => {}
            [FORMAT, SUITE, _, 0, ..] => return Err(SealError::Damaged),
            _ => return Err(SealError::NewerFormat),
        }
        let fits = header[4..20].ct_eq(&self.id) & header[20..52].ct_eq(self.commitment.as_slice());
        if !bool::from(fits) {
            return Err(SealError::WrongKey);
        }
        let nonce: &[u8; 24] = header[52..].try_into().map_err(|_| SealError::Damaged)?;
        let aad = [header, bound].concat();
        let plain = decrypt(&self.content, nonce, ciphertext, &aad)?;
        Ok(Zeroizing::new(unpad(&plain)?.to_vec()))
    }
}

/// Seals `content` under `key`, which seals nothing else.
pub fn seal(
    kind: Kind,
    key: &Secret,
    bound: &[u8],
    content: &[u8],
    entropy: &mut impl Entropy,
) -> Result<Vec<u8>, SealError> {
    Lock::new(key).seal(kind, bound, content, entropy)
}

/// Opens what [`seal`] made with the same kind, key and place.
pub fn open(kind: Kind, key: &Secret, bound: &[u8], sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, SealError> {
    Lock::new(key).open(kind, bound, sealed)
}
