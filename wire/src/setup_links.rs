//! Setup links: by which a therapist joins a practice. Whoever owns the practice makes them.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::ids::SetupLinkId;

/// The answer of `POST /setup-links`, and the only time that the token is told.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NewSetupLink {
    /// What it is withdrawn by.
    pub link: SetupLinkId,
    /// What stands after `#` in the link; the server keeps its SHA-256.
    pub token: String,
    /// When it stops working.
    pub expires: DateTime<Utc>,
}

/// One setup link of the caller's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SetupLink {
    /// What it is withdrawn by.
    pub link: SetupLinkId,
    /// When it was made.
    pub made: DateTime<Utc>,
    /// When it stops working.
    pub expires: DateTime<Utc>,
    /// When somebody joined by it.
    pub used: Option<DateTime<Utc>>,
}
