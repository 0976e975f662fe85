//! Password to keys: the device's half of OPAQUE (RFC 9807), and the stretching for unlocking offline.
//!
//! A crate of its own so that it can be a WASM module of its own, loaded by a worker when somebody signs in.

pub mod ask;

use argon2::{Algorithm, Argon2, Params, Version};
use opaque_ke::{
    ClientLogin, ClientLoginFinishParameters, ClientRegistration, ClientRegistrationFinishParameters,
    CredentialResponse, Identifiers, RegistrationResponse,
};
use rand08::{CryptoRng, RngCore};
use wire::{
    login::{ARGON2_KIB, ARGON2_PASSES, CONTEXT, Suite},
    sealed::Message,
};
use zeroize::Zeroizing;

/// Why a password did not lead to keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SignInError {
    /// The password is wrong, or the name does not exist, or the server is not the one it was registered at.
    #[error("name and password do not belong together")]
    Wrong,
    /// The server's message is not one of this protocol.
    #[error("the server's answer is malformed")]
    Malformed,
}

/// The secret that opens the account key; never leaves the device.
pub type ExportKey = Zeroizing<Vec<u8>>;

/// A registration between its two messages.
pub struct Registering {
    state: ClientRegistration<Suite>,
    password: Zeroizing<String>,
}

impl Registering {
    /// The first message.
    ///
    /// # Errors
    /// None for a password that is not empty.
    pub fn start(
        password: &str,
        rng: &mut (impl RngCore + CryptoRng),
    ) -> Result<(Self, Message), SignInError> {
        let start = ClientRegistration::<Suite>::start(rng, password.as_bytes())
            .map_err(|_| SignInError::Malformed)?;
        let message = Message(start.message.serialize().to_vec());
        Ok((Self { state: start.state, password: Zeroizing::new(password.to_owned()) }, message))
    }

    /// The last message, and the export key.
    ///
    /// # Errors
    /// When the server's answer is malformed.
    pub fn finish(
        self,
        response: &Message,
        rng: &mut (impl RngCore + CryptoRng),
    ) -> Result<(Message, ExportKey), SignInError> {
        let response =
            RegistrationResponse::<Suite>::deserialize(&response.0).map_err(|_| SignInError::Malformed)?;
        let cost = cost()?;
        let parameters = ClientRegistrationFinishParameters::new(Identifiers::default(), Some(&cost));
        let finish = self
            .state
            .finish(rng, self.password.as_bytes(), response, parameters)
            .map_err(|_| SignInError::Malformed)?;
        Ok((Message(finish.message.serialize().to_vec()), Zeroizing::new(finish.export_key.to_vec())))
    }
}

/// A sign-in between its two messages.
pub struct LoggingIn {
    state: ClientLogin<Suite>,
    password: Zeroizing<String>,
}

impl LoggingIn {
    /// The first message.
    ///
    /// # Errors
    /// None for a password that is not empty.
    pub fn start(
        password: &str,
        rng: &mut (impl RngCore + CryptoRng),
    ) -> Result<(Self, Message), SignInError> {
        let start =
            ClientLogin::<Suite>::start(rng, password.as_bytes()).map_err(|_| SignInError::Malformed)?;
        let message = Message(start.message.serialize().to_vec());
        Ok((Self { state: start.state, password: Zeroizing::new(password.to_owned()) }, message))
    }

    /// The last message, and the same export key as at registration.
    ///
    /// # Errors
    /// [`SignInError::Wrong`] when password, name or server is another.
    pub fn finish(
        self,
        response: &Message,
        rng: &mut (impl RngCore + CryptoRng),
    ) -> Result<(Message, ExportKey), SignInError> {
        let response =
            CredentialResponse::<Suite>::deserialize(&response.0).map_err(|_| SignInError::Malformed)?;
        let cost = cost()?;
        let parameters = ClientLoginFinishParameters::new(Some(CONTEXT), Identifiers::default(), Some(&cost));
        let finish = self
            .state
            .finish(rng, self.password.as_bytes(), response, parameters)
            .map_err(|_| SignInError::Wrong)?;
        Ok((Message(finish.message.serialize().to_vec()), Zeroizing::new(finish.export_key.to_vec())))
    }
}

/// Stretches a password for unlocking on this device. `salt` is at least 16 random bytes kept beside it.
///
/// # Errors
/// When the salt is too short.
pub fn stretch(password: &str, salt: &[u8]) -> Result<Zeroizing<[u8; 32]>, SignInError> {
    let mut out = Zeroizing::new([0; 32]);
    cost()?
        .hash_password_into(password.as_bytes(), salt, out.as_mut_slice())
        .map_err(|_| SignInError::Malformed)?;
    Ok(out)
}

/// Argon2id, 64 MiB, three passes, one lane: a constant of the device.
fn cost() -> Result<Argon2<'static>, SignInError> {
    let params = Params::new(ARGON2_KIB, ARGON2_PASSES, 1, None).map_err(|_| SignInError::Malformed)?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

#[cfg(test)]
mod tests;
