//! What the therapist plans with a client: appointments, measures, prompts.

mod changes;
mod merge;

use chrono::{DateTime, Duration, FixedOffset};
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use wire::ids::AccountId;

pub use self::changes::Changes;
use super::Rest;
use crate::course::Moment;

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

/// How ketamine is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Route {
    /// Held in the mouth.
    Lozenge,
    /// Swallowed.
    Oral,
    /// Into the nose.
    Nasal,
    /// Into a muscle.
    Intramuscular,
    /// Into a vein.
    Intravenous,
    /// Under the skin.
    Subcutaneous,
    /// Another way, or one from a newer version.
    #[serde(other)]
    Other,
}

impl Route {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 7] = [
        Self::Lozenge,
        Self::Oral,
        Self::Nasal,
        Self::Intramuscular,
        Self::Intravenous,
        Self::Subcutaneous,
        Self::Other,
    ];
}

/// What is given in a dosing session, as far as the therapist says it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Dose {
    /// Which way.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub route: Option<Route>,
    /// How much, as it was typed, with its unit; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub amount: String,
}

/// One appointment.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Appointment {
    /// Stable through changes of time.
    pub id: Uuid,
    /// What it is for.
    pub kind: AppointmentKind,
    /// When it begins, with the local offset of that day.
    pub at: DateTime<FixedOffset>,
    /// How long it lasts.
    pub minutes: u16,
    /// A room, a wish; the client sees it.
    pub note: Option<String>,
    /// What is given, in a dosing session; the client sees it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dose: Option<Dose>,
    /// The zone whose clocks the time was said by, as the IANA names it ("Europe/Berlin"); plans made before it was kept
    /// have none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub zone: Option<String>,
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

/// One measure of the plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlannedMeasure {
    /// The instrument's id.
    pub instrument: String,
    /// Every so many days; never more often than the instrument allows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub every_days: Option<u16>,
    /// In the two days before each integration appointment.
    #[serde(default)]
    pub before_integration: bool,
    /// Once at the beginning.
    #[serde(default)]
    pub baseline: bool,
    /// What a newer version wrote.
    #[serde(flatten)]
    pub rest: Rest,
}

/// A prompt of the therapist's own, for this client. It is asked once, when its moment comes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnPrompt {
    /// Stable; kept with the answer.
    pub id: Uuid,
    /// The question.
    pub question: String,
    /// One quiet line under it; may be empty.
    #[serde(default)]
    pub help: String,
    /// In which guided entry it is asked.
    #[serde(default = "days_after", skip_serializing_if = "is_days_after")]
    pub moment: Moment,
    /// When it was given.
    pub given: DateTime<FixedOffset>,
    /// What a newer version wrote.
    #[serde(flatten)]
    pub rest: Rest,
}

/// When a prompt is asked that says nothing of it: while change comes easiest.
const fn days_after() -> Moment {
    Moment::NextDays
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
fn is_days_after(moment: &Moment) -> bool {
    *moment == days_after()
}

/// What was agreed for an answer above zero on an item that asks for care.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Telling {
    /// The client is asked each time whether to tell.
    #[default]
    Ask,
    /// It is told, as agreed beforehand; the client is shown that it is.
    Always,
}

impl Telling {
    /// Whether nothing else was agreed.
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
    fn is_default(&self) -> bool {
        *self == Self::default()
    }
}

/// What is planned with one client.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// Version of this body.
    pub v: u8,
    /// Whose plan it is.
    pub client: AccountId,
    /// In any order.
    pub appointments: Vec<Appointment>,
    /// Which measures and how often.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub measures: Vec<PlannedMeasure>,
    /// Prompts of the therapist's own.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub prompts: Vec<OwnPrompt>,
    /// What happens on an answer that asks for care.
    #[serde(default, skip_serializing_if = "Telling::is_default")]
    pub telling: Telling,
    /// When each thing of it was last changed; plans made before that was kept know of none.
    #[serde(default, skip_serializing_if = "Changes::is_empty")]
    pub changed: Changes,
    /// What a newer version wrote.
    #[serde(flatten)]
    pub rest: Rest,
}

impl Plan {
    /// An empty one.
    #[must_use]
    pub fn new(client: AccountId) -> Self {
        Self {
            v: 1,
            client,
            appointments: Vec::new(),
            measures: Vec::new(),
            prompts: Vec::new(),
            telling: Telling::Ask,
            changed: Changes::new(),
            rest: Rest::new(),
        }
    }
}
