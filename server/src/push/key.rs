//! The key by which push services know this server (VAPID, RFC 8292): in a file of its own beside OPAQUE's.
//!
//! It opens nothing. Who has it could send nudges in this server's name to whoever's address they also have.

use std::{fs, io, path::Path};

use chrono::{DateTime, Duration, Utc};
use rand08::rngs::OsRng;
use serde_json::json;
use sha2::{Digest, Sha256};
use web_push_native::p256::ecdsa::{Signature, SigningKey, signature::Signer};
use wire::bytes;

use crate::{
    key_file,
    store::{Store, StoreError},
};

/// How long a token counts; push services take at most a day.
const TOKEN: Duration = Duration::hours(12);

/// Why there is no key to work with.
#[derive(Debug, thiserror::Error)]
pub enum KeyError {
    /// The file cannot be read or written.
    #[error("the push key file: {0}")]
    Io(#[from] io::Error),
    /// The file is not a key.
    #[error("the push key file is damaged; restore it from its backup, or remove it to have a new one made")]
    Damaged,
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// The server's own key.
pub struct Key(SigningKey);

impl Key {
    /// Reads the key, or makes it where there is none. With another key than before, every subscription is forgotten:
    /// push services would turn this one away, and devices subscribe anew.
    ///
    /// # Errors
    /// As the variants say.
    pub async fn load(path: &Path, store: &Store) -> Result<Self, KeyError> {
        if !path.exists() {
            key_file::make(path, &SigningKey::random(&mut OsRng).to_bytes())?;
        }
        let key = SigningKey::from_slice(&fs::read(path)?).map(Self).map_err(|_| KeyError::Damaged)?;
        store.note_push_key(&Sha256::digest(key.public()).into()).await?;
        Ok(key)
    }

    /// The public half, as browsers want it: a point, uncompressed.
    #[must_use]
    pub fn public(&self) -> [u8; 65] {
        let point = self.0.verifying_key().to_encoded_point(false);
        let mut key = [0; 65];
        key.copy_from_slice(point.as_bytes());
        key
    }

    /// What a push service is shown: who asks, whom about it, and for how long it counts.
    #[must_use]
    pub fn authorization(&self, audience: &str, contact: &str, now: DateTime<Utc>) -> String {
        let header = json!({ "typ": "JWT", "alg": "ES256" }).to_string();
        let claims = json!({ "aud": audience, "exp": (now + TOKEN).timestamp(), "sub": contact }).to_string();
        let said = format!("{}.{}", bytes::to_text(header.as_bytes()), bytes::to_text(claims.as_bytes()));
        let signature: Signature = self.0.sign(said.as_bytes());
        let (signature, key) = (bytes::to_text(&signature.to_bytes()), bytes::to_text(&self.public()));
        format!("vapid t={said}.{signature}, k={key}")
    }
}
