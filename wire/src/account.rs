//! What somebody who is signed in changes about the account itself: password, recovery code, its end.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::{
    ids::LoginId,
    sealed::{Message, Wrap},
};

/// The password, shown to be known once more: a sign-in by the caller's own name that was begun with
/// `POST /login/start` and is finished here. An open screen alone must not be enough to take an account over.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Proof {
    /// From the start.
    pub login: LoginId,
    /// OPAQUE credential finalization.
    pub finalization: Message,
}

/// `POST /account/password/start`.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PasswordStart {
    /// OPAQUE registration request for the new password.
    pub request: Message,
}

/// `POST /account/password/finish`: every other session ends.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PasswordFinish {
    /// Of the old password.
    pub proof: Proof,
    /// OPAQUE registration upload.
    pub upload: Message,
    /// The account key under the new password.
    pub password: Wrap,
}

/// `POST /account/recovery`: a new code; the old one opens nothing here any more.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NewRecovery {
    /// Of the password.
    pub proof: Proof,
    /// The account key under the new code.
    pub recovery: Wrap,
    /// SHA-256 of the new recovery proof.
    #[serde(with = "crate::bytes")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = "base64url"))]
    pub recovery_check: [u8; 32],
}

/// `POST /account/deletion`: every session ends; signing in before it is due allows to undo it.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AskDeletion {
    /// Of the password.
    pub proof: Proof,
}

/// Answer to [`AskDeletion`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Deletion {
    /// When everything goes.
    pub due: DateTime<Utc>,
}
