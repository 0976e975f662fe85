//! Public keys, and the wraps that bring an account's keys to a new device.

use serde::{Deserialize, Serialize};

use crate::sealed::Wrap;

/// The public half of an account's identity.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PublicKeys {
    /// Ed25519, signs `sharing`.
    #[serde(with = "crate::bytes")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = "base64url"))]
    pub signing: [u8; 32],
    /// X25519, receives grants.
    #[serde(with = "crate::bytes")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = "base64url"))]
    pub sharing: [u8; 32],
    /// By `signing` over the account id and `sharing`.
    #[serde(with = "crate::bytes")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = "base64url"))]
    pub signature: [u8; 64],
}

/// An account's keys, sealed. The server keeps them and hands them to a device that proved the password.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Wraps {
    /// The account key under the password's export key.
    pub password: Wrap,
    /// The account key under the recovery code.
    pub recovery: Wrap,
    /// The private identity keys under the account key.
    pub identity: Wrap,
}
