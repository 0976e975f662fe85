//! A record's key, from its author to one recipient: HPKE (RFC 9180) in Auth mode.

use hpke::{
    Deserializable, OpModeR, OpModeS, Serializable,
    aead::ChaCha20Poly1305,
    kdf::HkdfSha256,
    kem::{Kem, X25519HkdfSha256},
};
use wire::{ids::AccountId, sealed::Grant};
use zeroize::Zeroizing;

use super::{
    entropy::{AsRng, Entropy},
    envelope::Place,
    error::SealError,
    hazmat::Secret,
    peer::Peer,
};

const INFO: &[u8] = b"interleaf v1 grant";
const FORMAT: u8 = 1;
const ENCAPPED: usize = 32;

type PrivateKey = <X25519HkdfSha256 as Kem>::PrivateKey;
type PublicKey = <X25519HkdfSha256 as Kem>::PublicKey;

/// The public half of a sharing key.
pub fn public_key(private: &Secret) -> Result<[u8; 32], SealError> {
    let private = PrivateKey::from_bytes(private.as_slice()).map_err(|_| SealError::Damaged)?;
    Ok(X25519HkdfSha256::sk_to_pk(&private).to_bytes().into())
}

/// Grants `key` to `recipient`.
pub fn make(
    author: &Secret,
    recipient: &Peer,
    place: &Place,
    content_hash: &[u8; 32],
    key: &Secret,
    entropy: &mut impl Entropy,
) -> Result<Grant, SealError> {
    let author = PrivateKey::from_bytes(author.as_slice()).map_err(|_| SealError::Damaged)?;
    let author_public = X25519HkdfSha256::sk_to_pk(&author);
    let to = PublicKey::from_bytes(&recipient.keys().sharing).map_err(|_| SealError::ForeignKeys)?;
    let (encapped, sealed) =
        hpke::single_shot_seal_with_rng::<ChaCha20Poly1305, HkdfSha256, X25519HkdfSha256>(
            &OpModeS::Auth((author, author_public)),
            &to,
            INFO,
            key.as_slice(),
            &aad(place, recipient.account(), content_hash),
            &mut AsRng(entropy),
        )
        .map_err(|_| SealError::ForeignKeys)?;
    let mut out = vec![FORMAT];
    out.extend_from_slice(&encapped.to_bytes());
    out.extend_from_slice(&sealed);
    Ok(Grant(out))
}

/// The key in a grant by `author` to the owner of `private`.
pub fn open(
    private: &Secret,
    me: AccountId,
    author: &Peer,
    place: &Place,
    content_hash: &[u8; 32],
    grant: &Grant,
) -> Result<Secret, SealError> {
    let (format, rest) = grant.0.split_first().ok_or(SealError::Damaged)?;
    if *format != FORMAT {
        return Err(SealError::NewerFormat);
    }
    let (encapped, sealed) = rest.split_at_checked(ENCAPPED).ok_or(SealError::Damaged)?;
    let private = PrivateKey::from_bytes(private.as_slice()).map_err(|_| SealError::Damaged)?;
    let from = PublicKey::from_bytes(&author.keys().sharing).map_err(|_| SealError::ForeignKeys)?;
    let encapped =
        <X25519HkdfSha256 as Kem>::EncappedKey::from_bytes(encapped).map_err(|_| SealError::Damaged)?;
    let key = hpke::single_shot_open::<ChaCha20Poly1305, HkdfSha256, X25519HkdfSha256>(
        &OpModeR::Auth(from),
        &private,
        &encapped,
        INFO,
        sealed,
        &aad(place, me, content_hash),
    )
    .map_err(|_| SealError::Damaged)?;
    let key = Zeroizing::new(key);
    key.as_slice().try_into().map(Zeroizing::new).map_err(|_| SealError::Damaged)
}

fn aad(place: &Place, recipient: AccountId, content_hash: &[u8; 32]) -> Vec<u8> {
    [place.context().as_slice(), recipient.bytes(), content_hash].concat()
}
