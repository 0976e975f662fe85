//! The recovery code: 130 random bits on paper, and ten bits that catch a slip of the pen.

use std::{fmt, str::FromStr};

use zeroize::Zeroizing;

use super::{
    entropy::Entropy,
    error::SealError,
    hazmat::{Secret, derive, hash},
};

/// Crockford's alphabet: no I, L, O, U.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const SYMBOLS: usize = 26;
const CHECKED: usize = SYMBOLS + 2;
const GROUP: usize = 4;

/// Brings an account back when the password is gone. Whoever has it can read everything.
#[derive(Clone, PartialEq, Eq)]
pub struct RecoveryCode(Zeroizing<[u8; SYMBOLS]>);

impl RecoveryCode {
    /// A fresh one.
    pub fn make(entropy: &mut impl Entropy) -> Self {
        let mut symbols = Zeroizing::new([0; SYMBOLS]);
        entropy.fill(symbols.as_mut_slice());
        for symbol in symbols.iter_mut() {
            *symbol &= 31;
        }
        Self(symbols)
    }

    /// Seven groups of four symbols, as printed.
    #[must_use]
    pub fn groups(&self) -> Vec<String> {
        let symbols: Vec<u8> = self.0.iter().copied().chain(self.check()).collect();
        symbols
            .chunks(GROUP)
            .map(|group| group.iter().map(|symbol| char::from(ALPHABET[usize::from(*symbol)])).collect())
            .collect()
    }

    /// What proves to the server that somebody has the code, without showing it.
    #[must_use]
    pub fn proof(&self) -> [u8; 32] {
        *derive(self.0.as_slice(), "recovery-auth")
    }

    /// What the server keeps of the proof.
    #[must_use]
    pub fn check_value(&self) -> [u8; 32] {
        hash(&[&self.proof()])
    }

    pub(super) fn key(&self) -> Secret {
        derive(self.0.as_slice(), "recovery")
    }

    fn check(&self) -> [u8; 2] {
        let digest = hash(&[b"interleaf v1 recovery check", self.0.as_slice()]);
        [digest[0] & 31, digest[1] & 31]
    }
}

impl fmt::Display for RecoveryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.groups().join("-"))
    }
}

impl fmt::Debug for RecoveryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RecoveryCode")
    }
}

impl FromStr for RecoveryCode {
    type Err = SealError;

    /// As a person types it: any case, any spacing, O for 0, I and L for 1.
    fn from_str(text: &str) -> Result<Self, SealError> {
        let mut symbols = Vec::with_capacity(CHECKED);
        for letter in
            text.chars().filter(|letter| !letter.is_whitespace() && !matches!(letter, '-' | '–' | '.'))
        {
            let letter = match letter.to_ascii_uppercase() {
                'O' => '0',
                'I' | 'L' => '1',
                other => other,
            };
            let symbol =
                ALPHABET.iter().position(|known| char::from(*known) == letter).ok_or(SealError::WrongKey)?;
            symbols.push(u8::try_from(symbol).map_err(|_| SealError::WrongKey)?);
        }
        let (code, check) = symbols.split_at_checked(SYMBOLS).ok_or(SealError::WrongKey)?;
        let code = Self(Zeroizing::new(code.try_into().map_err(|_| SealError::WrongKey)?));
        if check == code.check() { Ok(code) } else { Err(SealError::WrongKey) }
    }
}
