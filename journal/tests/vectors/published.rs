//! Published vectors of what sealing stands on, with the parameters that sealing uses. Shared by the native test and by
//! the one in WASM.

use std::convert::Infallible;

use chacha20poly1305::{
    XChaCha20Poly1305,
    aead::{Aead, KeyInit, Payload},
};
use hkdf::Hkdf;
use hpke::{
    Deserializable, OpModeR, OpModeS, Serializable,
    aead::ChaCha20Poly1305,
    kdf::HkdfSha256,
    kem::{Kem, X25519HkdfSha256},
    rand_core::{TryCryptoRng, TryRng},
};
use serde_json::Value;
use sha2::Sha256;

const PUBLISHED: &str = include_str!("../../testdata/published.json");

/// One vector; its numbers have the names of the paper it stands in.
struct Vector(Value);

impl Vector {
    fn of(paper: &str) -> Self {
        let all: Value = serde_json::from_str(PUBLISHED).unwrap();
        Self(all[paper].clone())
    }

    fn bytes(&self, name: &str) -> Vec<u8> {
        let digits = self.0[name].as_str().unwrap();
        (0..digits.len()).step_by(2).map(|at| u8::from_str_radix(&digits[at..at + 2], 16).unwrap()).collect()
    }

    fn array<const MANY: usize>(&self, name: &str) -> [u8; MANY] {
        self.bytes(name).try_into().unwrap()
    }
}

/// What a vector says in place of chance; asked for once, for all of it.
struct Written(Vec<u8>);

impl TryRng for Written {
    type Error = Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        let mut bytes = [0; 4];
        self.try_fill_bytes(&mut bytes)?;
        Ok(u32::from_le_bytes(bytes))
    }

    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        let mut bytes = [0; 8];
        self.try_fill_bytes(&mut bytes)?;
        Ok(u64::from_le_bytes(bytes))
    }

    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), Infallible> {
        bytes.copy_from_slice(&self.0);
        Ok(())
    }
}

impl TryCryptoRng for Written {}

/// What is published comes out.
pub fn hold() {
    derive(&Vector::of("RFC 5869, A.3"));
    seal(&Vector::of("draft-irtf-cfrg-xchacha-03, appendix A"));
    grant(&Vector::of("RFC 9180, A.2.3.1"));
}

fn derive(vector: &Vector) {
    let mut okm = [0; 42];
    Hkdf::<Sha256>::new(None, &vector.bytes("IKM")).expand(&vector.bytes("info"), &mut okm).unwrap();
    assert_eq!(okm.as_slice(), vector.bytes("OKM"));
}

fn seal(vector: &Vector) {
    let (key, nonce) = (vector.array::<32>("key"), vector.array::<24>("IV"));
    let (plain, aad) = (vector.bytes("plaintext"), vector.bytes("AAD"));
    let cipher = XChaCha20Poly1305::new((&key).into());
    let sealed = cipher.encrypt((&nonce).into(), Payload { msg: &plain, aad: &aad }).unwrap();
    assert_eq!(sealed, [vector.bytes("ciphertext"), vector.bytes("tag")].concat());
    assert_eq!(cipher.decrypt((&nonce).into(), Payload { msg: &sealed, aad: &aad }).unwrap(), plain);
}

/// The first message of mode Auth, from the author's side and from the recipient's.
fn grant(vector: &Vector) {
    let private =
        |name| <X25519HkdfSha256 as Kem>::PrivateKey::from_bytes(&vector.array::<32>(name)).unwrap();
    let public = |name| <X25519HkdfSha256 as Kem>::PublicKey::from_bytes(&vector.array::<32>(name)).unwrap();
    let (info, plain, aad) = (vector.bytes("info"), vector.bytes("pt"), vector.bytes("aad"));
    let (encapped, sealed) =
        hpke::single_shot_seal_with_rng::<ChaCha20Poly1305, HkdfSha256, X25519HkdfSha256>(
            &OpModeS::Auth((private("skSm"), public("pkSm"))),
            &public("pkRm"),
            &info,
            &plain,
            &aad,
            &mut Written(vector.bytes("ikmE")),
        )
        .unwrap();
    assert_eq!(encapped.to_bytes().as_slice(), vector.bytes("enc"));
    assert_eq!(sealed, vector.bytes("ct"));
    let opened = hpke::single_shot_open::<ChaCha20Poly1305, HkdfSha256, X25519HkdfSha256>(
        &OpModeR::Auth(public("pkSm")),
        &private("skRm"),
        &encapped,
        &info,
        &sealed,
        &aad,
    );
    assert_eq!(opened.unwrap(), plain);
}
