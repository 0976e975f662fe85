//! Signed-in devices.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::ids::SessionId;

/// One signed-in device of the caller.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Device {
    /// To end it by.
    pub session: SessionId,
    /// What it called itself.
    pub device: String,
    /// When it signed in.
    pub since: DateTime<Utc>,
    /// When it last called, to the hour.
    pub seen: DateTime<Utc>,
    /// Whether it is the one asking.
    pub this: bool,
}
