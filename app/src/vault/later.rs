//! The open journal is a part of its own: what asks for a password runs before it has come, and it comes meanwhile.
#![expect(clippy::unnecessary_wraps, reason = "the macro puts the failure to load into the result")]

use std::pin::Pin;

use leptos::wasm_split::{SplitLoaderError, wasm_split};
use zeroize::Zeroizing;

use super::{Trouble, Vault};

type Opening = Pin<Box<dyn Future<Output = Result<(), Trouble>>>>;

#[wasm_split(today, wasm_split_path = ::leptos::wasm_split, fallible)]
fn opening(vault: Vault, secret: Zeroizing<String>, by: By) -> Result<Opening, SplitLoaderError> {
    Ok(match by {
        By::Password => Box::pin(vault.open_with(secret)),
        By::Passcode => Box::pin(vault.open_with_passcode(secret)),
    })
}

/// What was typed.
#[derive(Clone, Copy)]
enum By {
    Password,
    Passcode,
}

impl Vault {
    /// Opens the journal with the password, without the server.
    ///
    /// # Errors
    /// The first time on a new version and without a network, that its code did not come.
    pub async fn unlock(self, password: Zeroizing<String>) -> Result<(), Trouble> {
        opening(self, password, By::Password).await.map_err(|_| Trouble::Network)?.await
    }

    /// Opens the journal with the passcode of this device, without the server.
    ///
    /// # Errors
    /// As with the password; also that it was tried too often.
    pub async fn unlock_with_passcode(self, code: Zeroizing<String>) -> Result<(), Trouble> {
        opening(self, code, By::Passcode).await.map_err(|_| Trouble::Network)?.await
    }
}
