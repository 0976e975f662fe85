//! "I answered this, and I want you to know": an answer that asks for care, told to the therapist.

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};
use wire::ids::{AccountId, RecordId};

use super::{Body, Measure, Opened, Rest, Telling};
use crate::measures::find;

/// Written by the client's device when the client sends it, or as agreed in the plan; granted to the therapist.
/// It says what was answered and when, and nothing else of the measure. A flag, not an assessment of risk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Alert {
    /// Version of this body.
    pub v: u8,
    /// Which measure it is about; the therapist need not be able to read that one.
    pub measure: RecordId,
    /// The instrument's id.
    pub instrument: String,
    /// Item and value of each answer above zero on an item that asks for care.
    pub answers: Vec<(u8, u8)>,
    /// When that was answered, on the client's clock.
    pub answered: DateTime<FixedOffset>,
    /// When it was sent, on the client's clock; while it is not, when it was made.
    pub sent: DateTime<FixedOffset>,
    /// Why it is not told yet. Until it is, it is granted to nobody, and the reader never sees this field.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub waits: Option<Telling>,
    /// Who could read the measure before a correction brought these answers into it. Until the client has said who shall
    /// know of them, nobody reads it; and this field goes when the alert is told.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub held: Vec<AccountId>,
    /// What a newer version wrote.
    #[serde(flatten)]
    pub rest: Rest,
}

impl Alert {
    /// What there is to tell of a measure, as of now; `None` when no answer in it asks for care.
    #[must_use]
    pub fn of(id: RecordId, measure: &Measure, now: DateTime<FixedOffset>) -> Option<Self> {
        let instrument = find(&measure.instrument)?;
        let safety = instrument.items.iter().filter(|item| item.safety);
        let answers: Vec<_> = safety
            .filter_map(|item| Some((item.id, *measure.answers.get(&item.id)?)))
            .filter(|(_, value)| *value > 0)
            .collect();
        if answers.is_empty() {
            return None;
        }
        Some(Self {
            v: 1,
            measure: id,
            instrument: measure.instrument.clone(),
            answers,
            answered: measure.changed,
            sent: now,
            waits: None,
            held: Vec::new(),
            rest: Rest::new(),
        })
    }
}

impl Opened {
    /// The alert in it, if it is one.
    #[must_use]
    pub const fn alert(&self) -> Option<&Alert> {
        if let Body::Alert(alert) = &self.body { Some(alert) } else { None }
    }
}
