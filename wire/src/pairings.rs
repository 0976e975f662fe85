//! Who knows whom.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::{
    ids::{AccountId, InviteId, PairingId},
    keys::PublicKeys,
    login::Role,
    sealed::Message,
};

/// `POST /pairings`: somebody who has an account accepts an invitation.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NewPairing {
    /// From the link's path; works once.
    pub invite: InviteId,
    /// The client's HMAC over both sides' keys, as a registration sends it.
    pub acceptance: Message,
}

/// One pairing of the caller, with what the caller's device needs to check and pin the other side.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Pairing {
    /// Its own name.
    pub pairing: PairingId,
    /// The other side.
    pub peer: AccountId,
    /// What the other side is.
    pub peer_role: Role,
    /// The other side's keys, as the server has them: to be checked, not believed.
    pub peer_keys: PublicKeys,
    /// The invitation it came from.
    pub invite: InviteId,
    /// The client's HMAC over both sides' keys; absent when the link's fragment was lost.
    pub acceptance: Option<Message>,
    /// When it began.
    pub since: DateTime<Utc>,
    /// When the other side last came back with the recovery code.
    pub peer_recovered: Option<DateTime<Utc>>,
}
