//! Nudges through the browser's push service: where to, when, and what little they say.
//!
//! A push service sees an address, times and lengths. What it carries is sealed for the browser (RFC 8291), of one
//! length, and has no words even inside: those are chosen on the device.

use std::fmt;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// `GET /push/key`: by what the server shows a push service who it is (RFC 8292).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PushKey {
    /// A point on P-256, uncompressed; the `applicationServerKey` of a browser's subscription.
    #[serde(with = "crate::bytes")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = "base64url"))]
    pub key: [u8; 65],
}

/// `PUT /push/subscription`: where the caller's session is nudged, in the place of what was there. It goes when the
/// session ends.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Subscription {
    /// An address of the browser's push service, as the browser gave it; https, at most
    /// [`crate::limits::ENDPOINT_BYTES`].
    pub endpoint: String,
    /// The browser's public key: a point on P-256, uncompressed.
    #[serde(with = "crate::bytes")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = "base64url"))]
    pub p256dh: [u8; 65],
    /// The secret that the browser shares with the server (RFC 8291, section 3.2).
    #[serde(with = "crate::bytes")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = "base64url"))]
    pub auth: [u8; 16],
}

impl fmt::Debug for Subscription {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Subscription(..)")
    }
}

/// `GET` and `PUT /reminders`: when all devices of the account are nudged next. The device decides it anew whenever
/// the journal is open; the server forgets each moment when it has come, so that somebody who stays away is left
/// alone after [`crate::limits::REMINDERS`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Reminders {
    /// Each in the future and at most [`crate::limits::REMINDER_DAYS`] ahead. The server answers them ascending, each
    /// once.
    pub at: Vec<DateTime<Utc>>,
}

/// What a push carries, as JSON: `{"kind":"moment"}`. The device has words for it; there may be other kinds one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Nudge {
    /// A moment of [`Reminders`] has come.
    Moment,
    /// Something was granted to this account that its author calls urgent.
    Waiting,
}
