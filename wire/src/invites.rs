//! Invitations. What comes after `#` in the link never gets here.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::{
    ids::{AccountId, InviteId},
    keys::PublicKeys,
    sealed::Sealed,
};

/// `POST /invites`.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NewInvite {
    /// Chosen by the therapist's device.
    pub invite: InviteId,
    /// Name and practice, sealed under the link's secret.
    pub card: Sealed,
}

/// One of the therapist's own invitations.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Invite {
    /// The path of the link.
    pub invite: InviteId,
    /// When it was made.
    pub made: DateTime<Utc>,
    /// When it stops working.
    pub expires: DateTime<Utc>,
    /// When somebody accepted it.
    pub used: Option<DateTime<Utc>>,
}

/// `GET /invites/{invite}/offer`, for anybody who has the link.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Offer {
    /// Who invites.
    pub therapist: AccountId,
    /// The inviter's keys; believed only if their fingerprint is the link's.
    pub keys: PublicKeys,
    /// Name and practice, sealed under the link's secret.
    pub card: Sealed,
    /// When it stops working.
    pub expires: DateTime<Utc>,
}
