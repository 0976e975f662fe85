//! Eight words that two people read to each other where no link carried a fingerprint.

use wire::bytes;

use super::{hazmat::hash, peer::Peer};

/// How many words.
pub const WORDS: usize = 8;
/// Each is one of 2,048.
const BITS: u32 = 11;

/// What the words of two people are made of; the same whoever of them asks.
///
/// Somebody between them has to show keys of their own to each side, such that both sides see the same words. Of 88 bits that
/// takes some 2⁴⁴ tries: too few by themselves, so each try has to cost a whole stretching of a password.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// To be stretched as a password is.
    pub material: String,
    /// For the stretching: the same two always have the same.
    pub salt: [u8; 16],
}

impl Comparison {
    /// Of two people's accounts and keys.
    #[must_use]
    pub fn between(one: &Peer, other: &Peer) -> Self {
        let mut both = [one, other];
        both.sort_by_key(|peer| *peer.account().bytes());
        let [first, second] = both;
        let full = hash(&[b"interleaf v1 words", &first.named(), &second.named()]);
        let accounts = hash(&[b"interleaf v1 words salt", first.account().bytes(), second.account().bytes()]);
        let mut salt = [0; 16];
        salt.copy_from_slice(&accounts[..16]);
        Self { material: bytes::to_text(&full), salt }
    }
}

/// The words, from what the stretching gave: the first 88 bits, eleven for each, from the English list of BIP 39, whose words
/// differ in their first four letters.
#[must_use]
pub fn eight_words(stretched: &[u8; 32]) -> [&'static str; WORDS] {
    let mut first = [0; 16];
    first.copy_from_slice(&stretched[..16]);
    let mut bits = u128::from_be_bytes(first);
    let list = bip39::Language::English.word_list();
    [(); WORDS].map(|()| {
        bits = bits.rotate_left(BITS);
        // Eleven bits are always below 2,048.
        list[usize::try_from(bits & 0x7ff).unwrap_or_default()]
    })
}

#[cfg(test)]
mod tests;
