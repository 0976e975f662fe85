//! Randomness is passed in, so that tests can freeze it.

use hpke::rand_core::{TryCryptoRng, TryRng};

/// A source of unpredictable bytes.
pub trait Entropy {
    /// Fills `bytes`.
    fn fill(&mut self, bytes: &mut [u8]);

    /// Thirty-two of them.
    fn bytes32(&mut self) -> [u8; 32] {
        let mut bytes = [0; 32];
        self.fill(&mut bytes);
        bytes
    }

    /// Sixteen of them, as for an id.
    fn bytes16(&mut self) -> [u8; 16] {
        let mut bytes = [0; 16];
        self.fill(&mut bytes);
        bytes
    }
}

/// The operating system's, or the browser's.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemEntropy;

impl Entropy for SystemEntropy {
    /// # Panics
    /// When the system has no randomness: no key may be made then.
    fn fill(&mut self, bytes: &mut [u8]) {
        assert!(getrandom::fill(bytes).is_ok(), "the system has no randomness");
    }
}

/// An [`Entropy`] in the clothes HPKE asks for.
pub(super) struct AsRng<'a, E: Entropy>(pub &'a mut E);

impl<E: Entropy> TryRng for AsRng<'_, E> {
    type Error = std::convert::Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Self::Error> {
        let mut bytes = [0; 4];
        self.0.fill(&mut bytes);
        Ok(u32::from_le_bytes(bytes))
    }

    fn try_next_u64(&mut self) -> Result<u64, Self::Error> {
        let mut bytes = [0; 8];
        self.0.fill(&mut bytes);
        Ok(u64::from_le_bytes(bytes))
    }

    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), Self::Error> {
        self.0.fill(bytes);
        Ok(())
    }
}

impl<E: Entropy> TryCryptoRng for AsRng<'_, E> {}
