//! OPAQUE's server key: in a file of its own, never in the database.
//!
//! Without it a stolen database is not even a start at guessing passwords; without it nobody can sign in.

use std::{fs, io, path::Path};

use opaque_ke::ServerSetup;
use rand08::rngs::OsRng;
use sha2::{Digest, Sha256};
use wire::login::Suite;

use crate::{
    key_file,
    store::{Store, StoreError},
};

/// Why there is no key to work with.
#[derive(Debug, thiserror::Error)]
pub enum SetupKeyError {
    /// The file cannot be read or written.
    #[error("the setup key file: {0}")]
    Io(#[from] io::Error),
    /// The file is not a setup key.
    #[error("the setup key file is damaged; restore it from its backup")]
    Damaged,
    /// Accounts exist that were made with another key.
    #[error("this is not the setup key these accounts were made with; restore it from its backup")]
    Another,
    /// Accounts exist but the file does not.
    #[error("accounts exist but the setup key file is missing; restore it from its backup")]
    Missing,
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

const CHECK: &str = "setup key check";

/// Reads the key, or makes it on first run. Refuses a missing or foreign one once accounts exist.
///
/// # Errors
/// As the variants say.
pub async fn load(path: &Path, store: &Store) -> Result<ServerSetup<Suite>, SetupKeyError> {
    let check = store.find_meta(CHECK).await?;
    if !path.exists() {
        if check.is_some() && store.has_accounts().await? {
            return Err(SetupKeyError::Missing);
        }
        let key = ServerSetup::<Suite>::new(&mut OsRng);
        key_file::make(path, &key.serialize())?;
    }
    let bytes = fs::read(path)?;
    let key = ServerSetup::<Suite>::deserialize(&bytes).map_err(|_| SetupKeyError::Damaged)?;
    let digest = Sha256::digest(&bytes).to_vec();
    match check {
        Some(known) if known != digest && store.has_accounts().await? => return Err(SetupKeyError::Another),
        Some(_) => {}
        None => store.put_meta(CHECK, &digest).await?,
    }
    Ok(key)
}
