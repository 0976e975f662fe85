//! An appointment while its form is being filled in. Granted to nobody: a client does not read half a date.

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use wire::ids::AccountId;

use super::{AppointmentKind, Body, Opened, Rest, Route};

/// As typed; nothing of it needs to make sense yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pencilled {
    /// Version of this body.
    pub v: u8,
    /// With whom.
    pub client: AccountId,
    /// The appointment that is changed, or the one this becomes.
    pub appointment: Uuid,
    /// What for.
    #[serde(rename = "appointment_kind")]
    pub kind: AppointmentKind,
    /// The day and time field.
    pub when: String,
    /// The length field, minutes.
    pub minutes: String,
    /// Which way it is given, in a dosing session.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub route: Option<Route>,
    /// How much is given.
    #[serde(default)]
    pub amount: String,
    /// What else is to be said.
    pub note: String,
    /// When a key last changed it.
    pub changed: DateTime<FixedOffset>,
    /// What a newer version wrote.
    #[serde(flatten)]
    pub rest: Rest,
}

impl Opened {
    /// The pencilled appointment in it, if it is one.
    #[must_use]
    pub const fn pencilled(&self) -> Option<&Pencilled> {
        if let Body::Pencilled(pencilled) = &self.body { Some(pencilled) } else { None }
    }
}
