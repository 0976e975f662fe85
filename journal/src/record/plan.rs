//! What the therapist plans with a client.

use chrono::{DateTime, Duration, FixedOffset};
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use wire::ids::AccountId;

use super::Rest;

/// What an appointment is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AppointmentKind {
    /// Before the first dosing: intention, fears, support.
    Preparation,
    /// A ketamine session.
    Dosing,
    /// Making sense of it together.
    Integration,
}

/// One appointment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Appointment {
    /// Stable through changes of time.
    pub id: Uuid,
    /// What it is for.
    pub kind: AppointmentKind,
    /// When it begins, with the local offset of that day.
    pub at: DateTime<FixedOffset>,
    /// How long it lasts.
    pub minutes: u16,
    /// Route and dose, a room, a wish; the client sees it.
    pub note: Option<String>,
}

impl Appointment {
    /// When it is over.
    #[must_use]
    pub fn end(&self) -> DateTime<FixedOffset> {
        self.at + Duration::minutes(i64::from(self.minutes))
    }

    /// Whether it is an hour to talk, and not a dosing session.
    #[must_use]
    pub fn is_together(&self) -> bool {
        self.kind != AppointmentKind::Dosing
    }
}

/// The appointments with one client.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// Version of this body.
    pub v: u8,
    /// Whose plan it is.
    pub client: AccountId,
    /// In any order.
    pub appointments: Vec<Appointment>,
    /// What a newer version wrote.
    #[serde(flatten)]
    pub rest: Rest,
}
