//! The open journal is a part of its own: what asks for a password runs before it has come, and it comes meanwhile.
#![expect(clippy::unnecessary_wraps, reason = "the macro puts the failure to load into the result")]

use std::pin::Pin;

use journal::{record::Profile, seal::RecoveryCode};
use leptos::wasm_split::{SplitLoaderError, wasm_split};
use wire::ids::InviteId;
use zeroize::Zeroizing;

use super::{Credentials, Invited, Trouble, Vault};

type Coming<T> = Pin<Box<dyn Future<Output = Result<T, Trouble>>>>;

#[wasm_split(opening, wasm_split_path = ::leptos::wasm_split, fallible)]
fn opening(vault: Vault, secret: Zeroizing<String>, by: By) -> Result<Coming<()>, SplitLoaderError> {
    Ok(match by {
        By::Password => Box::pin(vault.open_with(secret)),
        By::Passcode => Box::pin(vault.open_with_passcode(secret)),
    })
}

/// What was typed to open what is here.
#[derive(Clone, Copy)]
enum By {
    Password,
    Passcode,
}

#[wasm_split(opening, wasm_split_path = ::leptos::wasm_split, fallible)]
fn entering(
    vault: Vault,
    who: Credentials,
    how: How,
) -> Result<Coming<Option<RecoveryCode>>, SplitLoaderError> {
    Ok(match how {
        How::SigningIn => Box::pin(async move { vault.enter_with_password(who).await.map(|()| None) }),
        How::Recovering(code) => Box::pin(async move { vault.enter_with_code(&code, who).await.map(Some) }),
        How::Therapist { token, profile } => {
            Box::pin(async move { vault.enter_as_therapist(&token, who, profile).await.map(Some) })
        }
        How::Client { invited, called } => {
            Box::pin(async move { vault.enter_as_client(&invited, who, &called).await.map(Some) })
        }
    })
}

/// With what somebody comes to this device.
enum How {
    SigningIn,
    Recovering(RecoveryCode),
    Therapist { token: String, profile: Profile },
    Client { invited: Box<Invited>, called: String },
}

// With the screens that ask for it, and not with all that opens a journal: an invitation is the first that a client sees.
#[wasm_split(account, wasm_split_path = ::leptos::wasm_split, fallible)]
fn looking(vault: Vault, invite: InviteId, fragment: String) -> Result<Coming<Invited>, SplitLoaderError> {
    Ok(Box::pin(async move { vault.offered(invite, &fragment).await }))
}

#[wasm_split(opening, wasm_split_path = ::leptos::wasm_split, fallible)]
fn arriving() -> Result<(), SplitLoaderError> {
    Ok(())
}

/// Fetches what opens a journal, while somebody is typing. What does not come is asked for again when it is needed.
pub async fn opening_comes() {
    let _later = arriving().await;
}

/// All of these fail with [`Trouble::Network`] the first time on a new version and without a network, because their
/// code did not come.
impl Vault {
    /// Opens the journal with the password, without the server.
    ///
    /// # Errors
    /// That the password is wrong or the storage cannot be read.
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

    /// Signs in on this device.
    ///
    /// # Errors
    /// That name or password are wrong, or what the server or the storage have against it.
    pub async fn sign_in(self, who: Credentials) -> Result<(), Trouble> {
        self.arrive(who, How::SigningIn).await.map(drop)
    }

    /// Comes back with the recovery code: a new password, a new code, all other sessions ended.
    ///
    /// # Errors
    /// As signing in.
    pub async fn recover(self, code: RecoveryCode, who: Credentials) -> Result<RecoveryCode, Trouble> {
        self.arrive(who, How::Recovering(code)).await?.ok_or(Trouble::Unexpected)
    }

    /// A therapist's account.
    ///
    /// # Errors
    /// As signing in; also that the setup link was used or the name is taken.
    pub async fn register_therapist(
        self,
        token: String,
        who: Credentials,
        profile: Profile,
    ) -> Result<RecoveryCode, Trouble> {
        self.arrive(who, How::Therapist { token, profile }).await?.ok_or(Trouble::Unexpected)
    }

    /// A client's account, paired with whoever invited.
    ///
    /// # Errors
    /// As signing in; also that the invitation was used or the name is taken.
    pub async fn register_client(
        self,
        invited: Invited,
        who: Credentials,
        called: String,
    ) -> Result<RecoveryCode, Trouble> {
        self.arrive(who, How::Client { invited: Box::new(invited), called }).await?.ok_or(Trouble::Unexpected)
    }

    async fn arrive(self, who: Credentials, how: How) -> Result<Option<RecoveryCode>, Trouble> {
        entering(self, who, how).await.map_err(|_| Trouble::Network)?.await
    }

    /// Looks at an invitation.
    ///
    /// # Errors
    /// That it was used, or that its keys do not fit the link.
    pub async fn look_at(self, invite: InviteId, fragment: String) -> Result<Invited, Trouble> {
        looking(self, invite, fragment).await.map_err(|_| Trouble::Network)?.await
    }
}
