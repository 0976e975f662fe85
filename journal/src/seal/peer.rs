//! The other side's keys, after their signature was checked.

use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};
use wire::{ids::AccountId, keys::PublicKeys};

use super::{error::SealError, hazmat::hash};

/// Somebody whose sharing key is signed by their identity. That it is *them* is for the pin to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Peer {
    account: AccountId,
    keys: PublicKeys,
}

impl Peer {
    /// Checks that the keys belong together and to this account.
    ///
    /// # Errors
    /// [`SealError::ForeignKeys`] when they do not.
    pub fn check(account: AccountId, keys: &PublicKeys) -> Result<Self, SealError> {
        let signing = VerifyingKey::from_bytes(&keys.signing).map_err(|_| SealError::ForeignKeys)?;
        signing
            .verify_strict(&statement(account, &keys.sharing), &Signature::from_bytes(&keys.signature))
            .map_err(|_| SealError::ForeignKeys)?;
        Ok(Self { account, keys: keys.clone() })
    }

    /// Whose keys they are.
    #[must_use]
    pub const fn account(&self) -> AccountId {
        self.account
    }

    /// The keys.
    #[must_use]
    pub const fn keys(&self) -> &PublicKeys {
        &self.keys
    }

    /// Sixteen bytes that name account and keys: what an invitation's link carries.
    pub(super) fn fingerprint(&self) -> [u8; 16] {
        fingerprint(self.account, &self.keys)
    }

    /// Account and both keys, each of a fixed length.
    pub(super) fn named(&self) -> Vec<u8> {
        named(self.account, &self.keys)
    }
}

/// Sixteen bytes that name account and keys, whether or not they belong together.
pub(super) fn fingerprint(account: AccountId, keys: &PublicKeys) -> [u8; 16] {
    let full = hash(&[b"interleaf v1 fingerprint", &named(account, keys)]);
    let mut out = [0; 16];
    out.copy_from_slice(&full[..16]);
    out
}

fn named(account: AccountId, keys: &PublicKeys) -> Vec<u8> {
    [account.bytes().as_slice(), &keys.signing, &keys.sharing].concat()
}

/// Signs a sharing key as this account's.
pub(super) fn sign(account: AccountId, signing: &SigningKey, sharing: [u8; 32]) -> PublicKeys {
    let signature = signing.sign(&statement(account, &sharing)).to_bytes();
    PublicKeys { signing: signing.verifying_key().to_bytes(), sharing, signature }
}

fn statement(account: AccountId, sharing: &[u8; 32]) -> Vec<u8> {
    [b"interleaf v1 sharing key".as_slice(), account.bytes(), sharing].concat()
}
