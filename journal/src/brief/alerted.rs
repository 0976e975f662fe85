//! What a client wanted her to know at once, and what became of it.

use chrono::{DateTime, FixedOffset};
use wire::ids::{AccountId, RecordId};

use crate::{
    alerts::Told,
    measures::find,
    record::{Acknowledgement, Done},
};

/// One alert. A flag, not an assessment of risk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alerted {
    /// Which record.
    pub id: RecordId,
    /// Which measure it is about; she need not be able to read that one.
    pub measure: RecordId,
    /// What the instrument is called.
    pub title: String,
    /// Item and value of each answer.
    pub answers: Vec<(u8, u8)>,
    /// When that was answered.
    pub answered: DateTime<FixedOffset>,
    /// When it was sent.
    pub sent: DateTime<FixedOffset>,
    /// When she, or whoever else was told, opened it.
    pub opened: Option<DateTime<FixedOffset>>,
    /// Who acknowledged it when, with what was done.
    pub acknowledged: Option<Acknowledged>,
}

/// What was done about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Acknowledged {
    /// By whom.
    pub by: AccountId,
    /// What they are called, where the client passed it on: a colleague's, whom she does not know otherwise.
    pub name: Option<String>,
    /// When.
    pub at: DateTime<FixedOffset>,
    /// What was done.
    pub done: Vec<Done>,
    /// A line of their own; may be empty.
    pub note: String,
}

impl Alerted {
    pub(super) fn new(told: &Told) -> Self {
        let instrument = &told.alert.instrument;
        Self {
            id: told.record.id,
            measure: told.alert.measure,
            title: find(instrument).map_or_else(|| instrument.clone(), |known| known.title.clone()),
            answers: told.alert.answers.clone(),
            answered: told.alert.answered,
            sent: told.alert.sent,
            opened: told.opened,
            acknowledged: told.acknowledged.map(|(by, one)| Acknowledged::new(by, one)),
        }
    }

    /// Whether somebody still has to say what was done.
    #[must_use]
    pub const fn waits(&self) -> bool {
        self.acknowledged.is_none()
    }
}

impl Acknowledged {
    fn new(by: AccountId, one: &Acknowledgement) -> Self {
        let name = one.passed.as_ref().map(|passed| passed.name.clone()).filter(|name| !name.is_empty());
        Self { by, name, at: one.at, done: one.done.clone(), note: one.note.trim().to_owned() }
    }
}
