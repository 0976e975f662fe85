//! "I opened this."

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};
use wire::ids::{RecordId, Rev};

use super::Rest;

/// Written by the reader's device, granted to the author.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receipt {
    /// Version of this body.
    pub v: u8,
    /// What was opened.
    pub record: RecordId,
    /// Which revision of it.
    pub revision: Rev,
    /// When, on the reader's clock.
    pub opened: DateTime<FixedOffset>,
    /// What was seen with it at one glance, as check-ins in a chart: each record with its revision.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<(RecordId, Rev)>,
    /// What a newer version wrote.
    #[serde(flatten)]
    pub rest: Rest,
}

impl Receipt {
    /// Which revision of a record it is for, if it is for that record.
    #[must_use]
    pub fn covers(&self, record: RecordId) -> Option<Rev> {
        self.all().filter(|(one, _)| *one == record).map(|(_, revision)| revision).max()
    }

    /// Everything it is for.
    pub fn all(&self) -> impl Iterator<Item = (RecordId, Rev)> + '_ {
        [(self.record, self.revision)].into_iter().chain(self.also.iter().copied())
    }
}
