//! Keys of what others granted, kept on this device once they were opened: a grant costs two multiplications on the
//! curve, and whoever has thousands of them would wait for that each time the journal is unlocked.
//!
//! One envelope for all, under HKDF "local", bound to the account. Each entry says for whose keys, which revision and
//! which content it was opened, so a kept key opens what its grant opened, and nothing else. It never leaves the
//! device, and losing it costs time only.

use std::collections::BTreeMap;

use wire::{
    ids::{Epoch, RecordId, Rev},
    keys::PublicKeys,
    sealed::{Grant, Sealed},
};
use zeroize::Zeroizing;

use super::{
    entropy::Entropy,
    envelope::{self, Kind, Place},
    error::SealError,
    hazmat::{Secret, hash},
    keyring::Keyring,
    peer::{Peer, fingerprint},
};

/// Of one entry: record, revision, epoch, fingerprint of the author, hash of the content, key.
const ENTRY: usize = 16 + 4 + 4 + 16 + 32 + 32;
/// So few are opened anew as quickly as they are kept.
const FEW: usize = 16;

/// What was opened so far.
#[derive(Default)]
pub struct KeptKeys {
    keys: BTreeMap<RecordId, Kept>,
    /// How many are not on the disk.
    fresh: usize,
    /// Whether one is on the disk that is to go.
    dropped: bool,
}

/// One record's key, and for what it is good.
struct Kept {
    rev: Rev,
    epoch: Epoch,
    author: [u8; 16],
    content: [u8; 32],
    key: Secret,
}

impl KeptKeys {
    /// From what was on the disk. What cannot be read there is as good as nothing.
    #[must_use]
    pub fn read(keyring: &Keyring, sealed: &[u8]) -> Self {
        let Ok(plain) = keyring.open_local(Kind::KeptKeys, sealed) else { return Self::default() };
        let (entries, _) = plain.as_chunks::<ENTRY>();
        Self { keys: entries.iter().filter_map(read).collect(), ..Self::default() }
    }

    /// For the disk.
    ///
    /// # Errors
    /// When there are far too many.
    pub fn write(&mut self, keyring: &Keyring, entropy: &mut impl Entropy) -> Result<Vec<u8>, SealError> {
        let mut plain = Zeroizing::new(Vec::with_capacity(self.keys.len() * ENTRY));
        for (record, kept) in &self.keys {
            plain.extend_from_slice(record.bytes());
            plain.extend_from_slice(&kept.rev.0.to_le_bytes());
            plain.extend_from_slice(&kept.epoch.0.to_le_bytes());
            plain.extend_from_slice(&kept.author);
            plain.extend_from_slice(&kept.content);
            plain.extend_from_slice(kept.key.as_slice());
        }
        (self.fresh, self.dropped) = (0, false);
        keyring.seal_local(Kind::KeptKeys, &plain, entropy)
    }

    /// Whether it is time to write them down while a feed comes in: once a quarter is new, so that a long one is written
    /// a few times and not once a page; at once when one is to go.
    #[must_use]
    pub fn is_due(&self) -> bool {
        self.dropped || (self.fresh >= FEW && self.fresh * 4 >= self.keys.len())
    }

    /// Whether there is anything worth the writing.
    #[must_use]
    pub const fn is_worth_it(&self) -> bool {
        self.dropped || self.fresh >= FEW
    }

    /// Drops what is not there any more.
    pub fn retain(&mut self, is_present: impl Fn(RecordId) -> bool) {
        let before = self.keys.len();
        self.keys.retain(|record, _| is_present(*record));
        self.dropped |= self.keys.len() < before;
    }

    /// Drops one that was taken back.
    pub fn forget(&mut self, record: RecordId) {
        self.dropped |= self.keys.remove(&record).is_some();
    }

    /// Opens what was opened before, granted by whom `author` are the keys of. `None` where it was not, or where
    /// anything about it has changed.
    #[must_use]
    pub fn open_again(&self, place: &Place, author: &PublicKeys, content: &Sealed) -> Option<Vec<u8>> {
        let kept = self.keys.get(&place.record)?;
        let same = kept.rev == place.rev
            && kept.epoch == place.epoch
            && kept.author == fingerprint(place.owner, author)
            && kept.content == hash(&[&content.0]);
        if !same {
            return None;
        }
        envelope::open(Kind::Record, &kept.key, &place.context(), &content.0).map(|plain| plain.to_vec()).ok()
    }

    /// Opens what `author` granted, and keeps its key.
    ///
    /// # Errors
    /// When anything about it is not as its author sealed it.
    pub fn open(
        &mut self,
        keyring: &Keyring,
        place: &Place,
        author: &Peer,
        content: &Sealed,
        grant: &Grant,
    ) -> Result<Vec<u8>, SealError> {
        let content_hash = hash(&[&content.0]);
        let (key, plain) = keyring.open_grant(place, author, content, &content_hash, grant)?;
        let kept = Kept {
            rev: place.rev,
            epoch: place.epoch,
            author: author.fingerprint(),
            content: content_hash,
            key,
        };
        self.keys.insert(place.record, kept);
        self.fresh += 1;
        Ok(plain)
    }
}

fn read(entry: &[u8; ENTRY]) -> Option<(RecordId, Kept)> {
    let (record, rest) = entry.split_first_chunk::<16>()?;
    let (rev, rest) = rest.split_first_chunk::<4>()?;
    let (epoch, rest) = rest.split_first_chunk::<4>()?;
    let (author, rest) = rest.split_first_chunk::<16>()?;
    let (content, key) = rest.split_first_chunk::<32>()?;
    let kept = Kept {
        rev: Rev(u32::from_le_bytes(*rev)),
        epoch: Epoch(u32::from_le_bytes(*epoch)),
        author: *author,
        content: *content,
        key: Zeroizing::new(key.try_into().ok()?),
    };
    Some((RecordId::from_bytes(*record), kept))
}

#[cfg(test)]
mod tests;
