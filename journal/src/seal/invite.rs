//! The part of an invitation's link after `#`, which never reaches the server.

use std::{fmt, str::FromStr};

use subtle::ConstantTimeEq;
use wire::{
    bytes,
    ids::InviteId,
    sealed::{Message, Sealed},
};

use super::{
    entropy::Entropy,
    envelope::{self, Kind},
    error::SealError,
    hazmat::{Secret, authenticate, derive},
    peer::Peer,
};

const VERSION: &str = "1";

/// `<version>.<fingerprint of the therapist's keys>.<one-time secret>`.
#[derive(Clone, PartialEq, Eq)]
pub struct Fragment {
    fingerprint: [u8; 16],
    secret: [u8; 16],
}

impl Fragment {
    /// For a link by `therapist`.
    pub fn make(therapist: &Peer, entropy: &mut impl Entropy) -> Self {
        Self { fingerprint: therapist.fingerprint(), secret: entropy.bytes16() }
    }

    /// Whether the keys a server shows are the ones the link was made with.
    #[must_use]
    pub fn matches(&self, therapist: &Peer) -> bool {
        self.fingerprint.ct_eq(&therapist.fingerprint()).into()
    }

    /// Seals name and practice for whoever has the link.
    ///
    /// # Errors
    /// When the card is far too large.
    pub fn seal_card(
        &self,
        invite: InviteId,
        json: &[u8],
        entropy: &mut impl Entropy,
    ) -> Result<Sealed, SealError> {
        envelope::seal(Kind::Card, &self.key("card"), invite.bytes(), json, entropy).map(Sealed)
    }

    /// Opens the card.
    ///
    /// # Errors
    /// When it was not sealed with this link.
    pub fn open_card(&self, invite: InviteId, card: &Sealed) -> Result<Vec<u8>, SealError> {
        envelope::open(Kind::Card, &self.key("card"), invite.bytes(), &card.0).map(|plain| plain.to_vec())
    }

    /// Opens the card of an invitation by `therapist`. `None`: the secret is not the link's, so that an answer with it
    /// would be nobody's.
    ///
    /// # Errors
    /// When the keys are not those that the link was made with, or a newer version sealed the card.
    pub fn try_on(
        &self,
        invite: InviteId,
        therapist: &Peer,
        card: &Sealed,
    ) -> Result<Option<Vec<u8>>, SealError> {
        if !self.matches(therapist) {
            return Err(SealError::ForeignKeys);
        }
        match self.open_card(invite, card) {
            Ok(json) => Ok(Some(json)),
            Err(SealError::NewerFormat) => Err(SealError::NewerFormat),
            Err(_) => Ok(None),
        }
    }

    /// The client's answer: proves to the therapist's device that these keys come from whoever had the link.
    ///
    /// # Errors
    /// None in practice.
    pub fn accept(&self, invite: InviteId, therapist: &Peer, client: &Peer) -> Result<Message, SealError> {
        let (inviting, accepting) = (therapist.account(), client.account());
        let parts: [&[u8]; 7] = [
            invite.bytes(),
            inviting.bytes(),
            &therapist.keys().signing,
            &therapist.keys().sharing,
            accepting.bytes(),
            &client.keys().signing,
            &client.keys().sharing,
        ];
        authenticate(&self.key("acceptance"), &parts).map(|mac| Message(mac.to_vec()))
    }

    /// Whether `acceptance` was made by [`Self::accept`] with the same link and keys.
    #[must_use]
    pub fn verify(&self, invite: InviteId, therapist: &Peer, client: &Peer, acceptance: &Message) -> bool {
        self.accept(invite, therapist, client).is_ok_and(|expected| expected.0.ct_eq(&acceptance.0).into())
    }

    fn key(&self, label: &str) -> Secret {
        derive(&self.secret, &format!("invite {label}"))
    }
}

impl fmt::Display for Fragment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{VERSION}.{}.{}", bytes::to_text(&self.fingerprint), bytes::to_text(&self.secret))
    }
}

impl fmt::Debug for Fragment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Fragment")
    }
}

impl FromStr for Fragment {
    type Err = SealError;

    fn from_str(text: &str) -> Result<Self, SealError> {
        let mut parts = text.trim_start_matches('#').split('.');
        let (Some(version), Some(fingerprint), Some(secret), None) =
            (parts.next(), parts.next(), parts.next(), parts.next())
        else {
            return Err(SealError::Damaged);
        };
        if version != VERSION {
            return Err(if version.parse::<u8>().is_ok() {
                SealError::NewerFormat
            } else {
                SealError::Damaged
            });
        }
        let part =
            |text| bytes::from_text(text).and_then(|bytes| bytes.try_into().ok()).ok_or(SealError::Damaged);
        Ok(Self { fingerprint: part(fingerprint)?, secret: part(secret)? })
    }
}
