//! Attachments are too large for a record: they travel as chunks, each an envelope under the attachment's own
//! content key, which stands inside of the attachment's sealed body. Whoever may open the record may open them.
//!
//! Bound into each chunk: owner, record, blob, its place and how many there are. So none can be left out, put
//! elsewhere or taken from another blob without being noticed.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use wire::{
    bytes,
    ids::{AccountId, BlobId, RecordId},
    limits,
};
use zeroize::Zeroizing;

use super::{
    entropy::Entropy,
    envelope::{self, Kind},
    error::SealError,
    hazmat::Secret,
};

/// Most bytes of content in one chunk: sealed and padded it stays under [`limits::CHUNK_BYTES`].
pub const CHUNK: usize = 192 * 1024;
/// Most chunks of one blob.
pub const CHUNKS: u32 = limits::BLOB_CHUNKS;
/// The total of a piece of something that is still growing. Such pieces never leave the device.
const GROWING: u32 = 0;

/// What an attachment's chunks are sealed under: random, one for each blob. It is written down in one place only,
/// the sealed body of its record.
#[derive(Clone, PartialEq, Eq)]
pub struct ContentKey(Secret);

impl ContentKey {
    /// A fresh one.
    #[must_use]
    pub fn make(entropy: &mut impl Entropy) -> Self {
        Self(Zeroizing::new(entropy.bytes32()))
    }
}

impl fmt::Debug for ContentKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ContentKey")
    }
}

impl Serialize for ContentKey {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        bytes::serialize(self.0.as_slice(), serializer)
    }
}

impl<'de> Deserialize<'de> for ContentKey {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        bytes::deserialize(deserializer).map(|key| Self(Zeroizing::new(key)))
    }
}

/// Which blob a chunk belongs to. All of it is bound into what is sealed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BlobPlace {
    /// The author.
    pub owner: AccountId,
    /// The attachment's record.
    pub record: RecordId,
    /// Which blob of it.
    pub blob: BlobId,
}

impl BlobPlace {
    /// All chunks of a whole content, in order. There is at least one.
    ///
    /// # Errors
    /// [`SealError::Damaged`] when it is larger than [`CHUNKS`] chunks.
    pub fn seal(
        &self,
        key: &ContentKey,
        content: &[u8],
        entropy: &mut impl Entropy,
    ) -> Result<Vec<Vec<u8>>, SealError> {
        let total = chunks(content.len()).ok_or(SealError::Damaged)?;
        let mut parts: Vec<&[u8]> = content.chunks(CHUNK).collect();
        if parts.is_empty() {
            parts.push(&[]);
        }
        let sealed =
            parts.iter().zip(0_u32..).map(|(part, index)| self.seal_one(key, index, total, part, entropy));
        sealed.collect()
    }

    /// The content of all chunks.
    ///
    /// # Errors
    /// When one is missing, added, moved, cut, altered, or from another blob.
    pub fn open(
        &self,
        key: &ContentKey,
        total: u32,
        sealed: &[Vec<u8>],
    ) -> Result<Zeroizing<Vec<u8>>, SealError> {
        if total == GROWING || u32::try_from(sealed.len()) != Ok(total) {
            return Err(SealError::Damaged);
        }
        self.opened(key, total, sealed)
    }

    /// One piece of something that grows, such as a recording: kept on the device before the next one comes.
    ///
    /// # Errors
    /// When the piece is far too large.
    pub fn seal_growing(
        &self,
        key: &ContentKey,
        index: u32,
        piece: &[u8],
        entropy: &mut impl Entropy,
    ) -> Result<Vec<u8>, SealError> {
        self.seal_one(key, index, GROWING, piece, entropy)
    }

    /// All that was kept of something that grew.
    ///
    /// # Errors
    /// When a piece was moved or altered.
    pub fn open_growing(
        &self,
        key: &ContentKey,
        sealed: &[Vec<u8>],
    ) -> Result<Zeroizing<Vec<u8>>, SealError> {
        self.opened(key, GROWING, sealed)
    }

    fn opened(
        &self,
        key: &ContentKey,
        total: u32,
        sealed: &[Vec<u8>],
    ) -> Result<Zeroizing<Vec<u8>>, SealError> {
        let mut content = Zeroizing::new(Vec::new());
        for (part, index) in sealed.iter().zip(0_u32..) {
            let bound = self.context(index, total);
            content.extend_from_slice(&envelope::open(Kind::Chunk, &key.0, &bound, part)?);
        }
        Ok(content)
    }

    fn seal_one(
        &self,
        key: &ContentKey,
        index: u32,
        total: u32,
        part: &[u8],
        entropy: &mut impl Entropy,
    ) -> Result<Vec<u8>, SealError> {
        envelope::seal(Kind::Chunk, &key.0, &self.context(index, total), part, entropy)
    }

    fn context(&self, index: u32, total: u32) -> Vec<u8> {
        let mut out = Vec::with_capacity(56);
        out.extend_from_slice(self.owner.bytes());
        out.extend_from_slice(self.record.bytes());
        out.extend_from_slice(self.blob.bytes());
        out.extend_from_slice(&index.to_le_bytes());
        out.extend_from_slice(&total.to_le_bytes());
        out
    }
}

/// How many chunks so many bytes make; `None` when they are too many.
#[must_use]
pub fn chunks(bytes: usize) -> Option<u32> {
    u32::try_from(bytes.div_ceil(CHUNK).max(1)).ok().filter(|count| *count <= CHUNKS)
}

#[cfg(test)]
mod tests;
