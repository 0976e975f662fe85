//! When what is one's own was opened by somebody: made once for a list.

use std::collections::HashMap;

use chrono::{DateTime, FixedOffset};
use wire::ids::{AccountId, RecordId, Rev};

use crate::record::Opened;

/// The newest revision that a reader opened of each record, and when.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Openings(HashMap<RecordId, (Rev, DateTime<FixedOffset>)>);

impl Openings {
    /// What the receipts of `reader` say.
    #[must_use]
    pub fn by(records: &[Opened], reader: AccountId) -> Self {
        let mut newest = HashMap::new();
        let theirs = records.iter().filter(|record| record.owner == reader);
        for receipt in theirs.filter_map(Opened::receipt) {
            for (record, revision) in receipt.all() {
                let this = (revision, receipt.opened);
                let known = newest.entry(record).or_insert(this);
                *known = this.max(*known);
            }
        }
        Self(newest)
    }

    /// When a record was last opened, and whether that was before its author last changed it.
    #[must_use]
    pub fn of(&self, record: &Opened) -> Option<(DateTime<FixedOffset>, bool)> {
        let (revision, at) = self.0.get(&record.id)?;
        Some((*at, *revision < record.rev))
    }
}
