//! An account's unlocked keys, and all that is done with them.

use std::{fmt, sync::Arc};

use ed25519_dalek::SigningKey;
use wire::{
    ids::AccountId,
    keys::{PublicKeys, Wraps},
    sealed::{Grant, Sealed, Wrap},
    sync::Granted,
};
use zeroize::Zeroizing;

use super::{
    entropy::Entropy,
    envelope::{self, Kind, Lock, Place},
    error::SealError,
    grant,
    hazmat::{Secret, derive, hash},
    peer::{self, Peer},
    recovery::RecoveryCode,
};

/// What a new account registers.
#[derive(Clone, Debug)]
pub struct Registration {
    /// The public half.
    pub keys: PublicKeys,
    /// The keys, sealed.
    pub wraps: Wraps,
    /// SHA-256 of the recovery proof.
    pub recovery_check: [u8; 32],
}

/// A record as it travels.
#[derive(Clone, Debug)]
pub struct SealedRecord {
    /// The content.
    pub content: Sealed,
    /// Its key for the author.
    pub own_wrap: Wrap,
    /// Its key for each recipient.
    pub grants: Vec<Granted>,
}

/// The keys of one account, open. Dropped, they are gone from memory.
#[derive(Clone)]
pub struct Keyring {
    account: AccountId,
    keys: PublicKeys,
    secret: Arc<Secrets>,
}

struct Secrets {
    account: Secret,
    sharing: Secret,
    /// For own wraps: every record that is opened needs it.
    wraps: Lock,
}

impl Secrets {
    fn new(account: Secret, sharing: Secret) -> Arc<Self> {
        let wraps = Lock::new(&derive(account.as_slice(), "wrap"));
        Arc::new(Self { account, sharing, wraps })
    }
}

impl fmt::Debug for Keyring {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Keyring of {}", self.account)
    }
}

impl Keyring {
    /// Keys for a new account.
    ///
    /// # Errors
    /// None in practice.
    pub fn make(
        account: AccountId,
        export_key: &[u8],
        entropy: &mut impl Entropy,
    ) -> Result<(Self, Registration, RecoveryCode), SealError> {
        let account_key = Zeroizing::new(entropy.bytes32());
        let signing = Zeroizing::new(entropy.bytes32());
        let sharing = Zeroizing::new(entropy.bytes32());
        let keys = peer::sign(account, &SigningKey::from_bytes(&signing), grant::public_key(&sharing)?);
        let private = Zeroizing::new([signing.as_slice(), sharing.as_slice()].concat());
        let identity = envelope::seal(
            Kind::Identity,
            &derive(account_key.as_slice(), "identity"),
            account.bytes(),
            &private,
            entropy,
        )?;
        let keyring = Self { account, keys: keys.clone(), secret: Secrets::new(account_key, sharing) };
        let (wraps, recovery_check, code) = keyring.rewrap(export_key, &Wrap(identity), entropy)?;
        Ok((keyring, Registration { keys, wraps, recovery_check }, code))
    }

    /// The same keys under a new password and a new recovery code.
    ///
    /// # Errors
    /// None in practice.
    pub fn rewrap(
        &self,
        export_key: &[u8],
        identity: &Wrap,
        entropy: &mut impl Entropy,
    ) -> Result<(Wraps, [u8; 32], RecoveryCode), SealError> {
        let code = RecoveryCode::make(entropy);
        let password = self.wrap_for_password(export_key, entropy)?;
        let recovery = self.seal_account_key(&code.key(), entropy)?;
        Ok((Wraps { password, recovery, identity: identity.clone() }, code.check_value(), code))
    }

    /// The account key under a password's export key.
    ///
    /// # Errors
    /// None in practice.
    pub fn wrap_for_password(
        &self,
        export_key: &[u8],
        entropy: &mut impl Entropy,
    ) -> Result<Wrap, SealError> {
        self.seal_account_key(&derive(export_key, "password"), entropy)
    }

    /// The account key under a new recovery code, and what the server keeps to know the code by.
    ///
    /// # Errors
    /// None in practice.
    pub fn wrap_for_new_code(
        &self,
        entropy: &mut impl Entropy,
    ) -> Result<(Wrap, [u8; 32], RecoveryCode), SealError> {
        let code = RecoveryCode::make(entropy);
        let recovery = self.seal_account_key(&code.key(), entropy)?;
        Ok((recovery, code.check_value(), code))
    }

    /// After signing in.
    ///
    /// # Errors
    /// When the wraps are not this password's, or the keys not this account's.
    pub fn open_with_password(
        account: AccountId,
        export_key: &[u8],
        keys: &PublicKeys,
        wraps: &Wraps,
    ) -> Result<Self, SealError> {
        Self::open(account, &derive(export_key, "password"), keys, &wraps.password, &wraps.identity)
    }

    /// With the code from the recovery kit.
    ///
    /// # Errors
    /// When the wraps are not this code's, or the keys not this account's.
    pub fn open_with_recovery(
        account: AccountId,
        code: &RecoveryCode,
        keys: &PublicKeys,
        recovery: &Wrap,
        identity: &Wrap,
    ) -> Result<Self, SealError> {
        Self::open(account, &code.key(), keys, recovery, identity)
    }

    /// The account key for this device alone, under a key from [`super::join_unlock`].
    ///
    /// # Errors
    /// None in practice.
    pub fn to_device(&self, unlock: &[u8; 32], entropy: &mut impl Entropy) -> Result<Wrap, SealError> {
        self.seal_account_key(&derive(unlock, "device wrap"), entropy)
    }

    /// Unlocks on this device, without the server.
    ///
    /// # Errors
    /// [`SealError::WrongKey`] when the password is another.
    pub fn from_device(
        account: AccountId,
        unlock: &[u8; 32],
        keys: &PublicKeys,
        wrap: &Wrap,
        identity: &Wrap,
    ) -> Result<Self, SealError> {
        Self::open(account, &derive(unlock, "device wrap"), keys, wrap, identity)
    }

    /// Whose keys they are.
    #[must_use]
    pub const fn account(&self) -> AccountId {
        self.account
    }

    /// The public half.
    #[must_use]
    pub const fn public_keys(&self) -> &PublicKeys {
        &self.keys
    }

    /// This account as others see it.
    ///
    /// # Errors
    /// None for keys that were opened.
    pub fn as_peer(&self) -> Result<Peer, SealError> {
        Peer::check(self.account, &self.keys)
    }

    /// Seals a record with a fresh key and grants it to `recipients`.
    ///
    /// # Errors
    /// When the content is far too large.
    pub fn seal_record(
        &self,
        place: &Place,
        json: &[u8],
        recipients: &[Peer],
        entropy: &mut impl Entropy,
    ) -> Result<SealedRecord, SealError> {
        let key: Secret = Zeroizing::new(entropy.bytes32());
        let bound = place.context();
        let content = envelope::seal(Kind::Record, &key, &bound, json, entropy)?;
        let content_hash = hash(&[&content]);
        let inside = Zeroizing::new([key.as_slice(), &content_hash].concat());
        let own_wrap = self.secret.wraps.seal(Kind::Wrap, &bound, &inside, entropy)?;
        let grants = recipients
            .iter()
            .map(|recipient| {
                let grant =
                    grant::make(&self.secret.sharing, recipient, place, &content_hash, &key, entropy)?;
                Ok(Granted { recipient: recipient.account(), grant })
            })
            .collect::<Result<_, SealError>>()?;
        Ok(SealedRecord { content: Sealed(content), own_wrap: Wrap(own_wrap), grants })
    }

    /// Opens a record of this account.
    ///
    /// # Errors
    /// When anything about it is not as it was sealed.
    pub fn open_own(&self, place: &Place, content: &Sealed, wrap: &Wrap) -> Result<Vec<u8>, SealError> {
        let bound = place.context();
        let inside = self.secret.wraps.open(Kind::Wrap, &bound, &wrap.0)?;
        let (key, content_hash) = inside.split_at_checked(32).ok_or(SealError::Damaged)?;
        if content_hash != hash(&[&content.0]) {
            return Err(SealError::Damaged);
        }
        let key: Secret = Zeroizing::new(key.try_into().map_err(|_| SealError::Damaged)?);
        envelope::open(Kind::Record, &key, &bound, &content.0).map(|plain| plain.to_vec())
    }

    /// Opens a record that `author` granted to this account.
    ///
    /// # Errors
    /// When anything about it is not as its author sealed it.
    pub fn open_granted(
        &self,
        place: &Place,
        author: &Peer,
        content: &Sealed,
        grant: &Grant,
    ) -> Result<Vec<u8>, SealError> {
        self.open_grant(place, author, content, &hash(&[&content.0]), grant).map(|(_, plain)| plain)
    }

    /// The same with the hash of the content, and with the key that was in the grant.
    pub(super) fn open_grant(
        &self,
        place: &Place,
        author: &Peer,
        content: &Sealed,
        content_hash: &[u8; 32],
        grant: &Grant,
    ) -> Result<(Secret, Vec<u8>), SealError> {
        if place.owner != author.account() {
            return Err(SealError::ForeignKeys);
        }
        let key = grant::open(&self.secret.sharing, self.account, author, place, content_hash, grant)?;
        let plain = envelope::open(Kind::Record, &key, &place.context(), &content.0)?;
        Ok((key, plain.to_vec()))
    }

    /// Seals what stays on this device.
    pub(super) fn seal_local(
        &self,
        kind: Kind,
        plain: &[u8],
        entropy: &mut impl Entropy,
    ) -> Result<Vec<u8>, SealError> {
        envelope::seal(kind, &self.local(), self.account.bytes(), plain, entropy)
    }

    /// Opens what [`Self::seal_local`] made.
    pub(super) fn open_local(&self, kind: Kind, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, SealError> {
        envelope::open(kind, &self.local(), self.account.bytes(), sealed)
    }

    fn local(&self) -> Secret {
        derive(self.secret.account.as_slice(), "local")
    }

    fn seal_account_key(&self, under: &Secret, entropy: &mut impl Entropy) -> Result<Wrap, SealError> {
        envelope::seal(Kind::AccountKey, under, self.account.bytes(), self.secret.account.as_slice(), entropy)
            .map(Wrap)
    }

    fn open(
        account: AccountId,
        under: &Secret,
        keys: &PublicKeys,
        wrap: &Wrap,
        identity: &Wrap,
    ) -> Result<Self, SealError> {
        let account_key = envelope::open(Kind::AccountKey, under, account.bytes(), &wrap.0)?;
        let account_key: Secret =
            Zeroizing::new(account_key.as_slice().try_into().map_err(|_| SealError::Damaged)?);
        let private = envelope::open(
            Kind::Identity,
            &derive(account_key.as_slice(), "identity"),
            account.bytes(),
            &identity.0,
        )?;
        let (signing, sharing) = private.split_at_checked(32).ok_or(SealError::Damaged)?;
        let signing: Secret = Zeroizing::new(signing.try_into().map_err(|_| SealError::Damaged)?);
        let sharing: Secret = Zeroizing::new(sharing.try_into().map_err(|_| SealError::Damaged)?);
        // A server may show other public keys than those in the account; it must not be believed.
        let own = peer::sign(account, &SigningKey::from_bytes(&signing), grant::public_key(&sharing)?);
        if own != *keys {
            return Err(SealError::ForeignKeys);
        }
        Ok(Self { account, keys: own, secret: Secrets::new(account_key, sharing) })
    }
}
