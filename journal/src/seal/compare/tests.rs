use wire::ids::AccountId;

use super::*;
use crate::seal::{Entropy, Keyring};

struct Counting(u8);

impl Entropy for Counting {
    fn fill(&mut self, bytes: &mut [u8]) {
        for byte in bytes {
            self.0 = self.0.wrapping_mul(5).wrapping_add(41);
            *byte = self.0;
        }
    }
}

fn peer(account: u8, keys: u8) -> Peer {
    let account = AccountId::from_random([account; 16]);
    let (ring, ..) = Keyring::make(account, &[keys; 64], &mut Counting(keys)).unwrap();
    ring.as_peer().unwrap()
}

#[test]
fn both_sides_make_the_same_words_and_anybody_between_them_others() {
    let (maya, okafor) = (peer(1, 1), peer(2, 2));
    let hers = Comparison::between(&maya, &okafor);
    assert_eq!(hers, Comparison::between(&okafor, &maya));
    // The server shows keys of its own under the same account.
    assert_ne!(hers.material, Comparison::between(&maya, &peer(2, 3)).material);
    assert_ne!(hers.material, Comparison::between(&peer(1, 3), &okafor).material);
    // Keys alone are not enough: they belong to an account.
    assert_ne!(hers, Comparison::between(&maya, &peer(4, 2)));
    assert_eq!(hers.salt, Comparison::between(&maya, &peer(2, 3)).salt);
}

#[test]
fn each_word_is_eleven_bits_in_their_order() {
    assert_eq!(eight_words(&[0; 32]), ["abandon"; 8]);
    assert_eq!(eight_words(&[255; 32]), ["zoo"; 8]);
    // 1, 2, 3 … 8, eleven bits each.
    let bits = (1..=8_u128).fold(0, |bits, number| (bits << 11) | number) << 40;
    let mut stretched = [0; 32];
    stretched[..16].copy_from_slice(&bits.to_be_bytes());
    assert_eq!(
        eight_words(&stretched),
        ["ability", "able", "about", "above", "absent", "absorb", "abstract", "absurd"]
    );
    // What is behind the first 88 bits has no part in it.
    stretched[11..].fill(255);
    assert_eq!(eight_words(&stretched)[7], "absurd");
}
