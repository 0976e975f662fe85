//! Making an account, signing in, and coming back with the recovery code.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::{
    ids::{AccountId, InviteId, LoginId, SessionId},
    keys::{PublicKeys, Wraps},
    sealed::{Message, Wrap},
};

/// OPAQUE's context string: both sides mix it into the handshake.
pub const CONTEXT: &[u8] = b"interleaf opaque v1";
/// Argon2id memory, KiB. A constant of the client: a value that a server sends is never obeyed.
pub const ARGON2_KIB: u32 = 64 * 1024;
/// Argon2id passes.
pub const ARGON2_PASSES: u32 = 3;

/// RFC 9807 with ristretto255-SHA512 and 3DH; the stretching is Argon2id on the device.
#[cfg(feature = "opaque")]
#[derive(Clone, Copy, Debug)]
pub struct Suite;

#[cfg(feature = "opaque")]
impl opaque_ke::CipherSuite for Suite {
    type OprfCs = opaque_ke::Ristretto255;
    type KeyExchange = opaque_ke::TripleDh<opaque_ke::Ristretto255, sha2_10::Sha512>;
    type Ksf = argon2::Argon2<'static>;
}

/// What entitles somebody to make an account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "by", rename_all = "snake_case")]
pub enum Ticket {
    /// A setup link: makes a therapist.
    Setup {
        /// From the link's fragment.
        token: String,
    },
    /// An invitation: makes a client, paired with the inviting therapist.
    Invite {
        /// From the link's path.
        invite: InviteId,
    },
}

/// Who somebody is to the practice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Invites clients, reads what they share.
    Therapist,
    /// Writes and chooses what to share.
    Client,
}

/// Where the session's secret goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Carrier {
    /// A `__Host-` cookie, for the web app.
    Cookie,
    /// The answer's `token`, for other clients: `Authorization: Bearer`.
    Bearer,
}

/// `POST /register/start`.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RegisterStart {
    /// The sign-in name as typed; the server folds case and outer space.
    pub name: String,
    /// Why this account may be made.
    pub ticket: Ticket,
    /// OPAQUE registration request.
    pub request: Message,
}

/// Answer to [`RegisterStart`] and part of [`RecoverStarted`].
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RegisterStarted {
    /// OPAQUE registration response.
    pub response: Message,
}

/// `POST /register/finish`: the account, its keys, and with an invitation the pairing, in one transaction.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RegisterFinish {
    /// As in the start.
    pub name: String,
    /// As in the start.
    pub ticket: Ticket,
    /// Chosen by the device; a taken one is refused.
    pub account: AccountId,
    /// OPAQUE registration upload.
    pub upload: Message,
    /// The new identity.
    pub keys: PublicKeys,
    /// The new keys, sealed.
    pub wraps: Wraps,
    /// SHA-256 of the recovery proof.
    #[serde(with = "crate::bytes")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = "base64url"))]
    pub recovery_check: [u8; 32],
    /// With an invitation whose fragment arrived whole: the HMAC over both sides' keys.
    pub acceptance: Option<Message>,
    /// Where the session goes.
    pub carrier: Carrier,
    /// What the devices list says, e.g. "Chrome on Android".
    pub device: String,
}

/// `POST /login/start`.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct LoginStart {
    /// The sign-in name as typed.
    pub name: String,
    /// OPAQUE credential request.
    pub request: Message,
}

/// Answer to [`LoginStart`]; the same shape and size for a name that does not exist.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct LoginStarted {
    /// To finish with, once.
    pub login: LoginId,
    /// OPAQUE credential response.
    pub response: Message,
}

/// `POST /login/finish`.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct LoginFinish {
    /// From the start.
    pub login: LoginId,
    /// OPAQUE credential finalization.
    pub finalization: Message,
    /// Where the session goes.
    pub carrier: Carrier,
    /// What the devices list says.
    pub device: String,
}

/// Signed in: after registering, signing in, recovering; also `GET /session`.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SignedIn {
    /// Whose session it is.
    pub account: AccountId,
    /// The sign-in name as kept.
    pub name: String,
    /// Client or therapist.
    pub role: Role,
    /// This device.
    pub session: SessionId,
    /// Only with [`Carrier::Bearer`], and only once.
    pub token: Option<String>,
    /// The account's own public keys.
    pub keys: PublicKeys,
    /// The account's own keys, sealed.
    pub wraps: Wraps,
    /// When everything of the account goes, if that was asked for.
    pub deletion: Option<DateTime<Utc>>,
}

/// `POST /recover/start`.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RecoverStart {
    /// The sign-in name as typed.
    pub name: String,
    /// Derived from the recovery code; the server holds its SHA-256.
    #[serde(with = "crate::bytes")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = "base64url"))]
    pub proof: [u8; 32],
    /// OPAQUE registration request for the new password.
    pub request: Message,
}

/// Answer to [`RecoverStart`].
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RecoverStarted {
    /// To finish with, once, within ten minutes.
    pub login: LoginId,
    /// OPAQUE registration response.
    pub response: Message,
    /// Whose account it is.
    pub account: AccountId,
    /// The account key under the recovery code.
    pub recovery: Wrap,
    /// The private identity keys under the account key.
    pub identity: Wrap,
    /// The account's own public keys.
    pub keys: PublicKeys,
}

/// `POST /recover/finish`: new password, new code; every other session ends.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RecoverFinish {
    /// From the start.
    pub login: LoginId,
    /// OPAQUE registration upload.
    pub upload: Message,
    /// The same account key under the new password and the new code.
    pub wraps: Wraps,
    /// SHA-256 of the new recovery proof.
    #[serde(with = "crate::bytes")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = "base64url"))]
    pub recovery_check: [u8; 32],
    /// Where the session goes.
    pub carrier: Carrier,
    /// What the devices list says.
    pub device: String,
}
