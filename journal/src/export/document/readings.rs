//! Who opened what, beside what was opened.

use std::collections::BTreeMap;

use chrono::{DateTime, FixedOffset};
use wire::ids::{AccountId, RecordId};

use super::Words;
use crate::{
    export::{Everything, Taken},
    record::Body,
};

/// What was opened by whom, and when for the first time; and what they are called.
pub struct Readings<'a> {
    by_record: BTreeMap<RecordId, BTreeMap<AccountId, DateTime<FixedOffset>>>,
    names: BTreeMap<AccountId, &'a str>,
}

impl<'a> Readings<'a> {
    /// Of what is in the document.
    pub fn of(everything: &'a Everything<'_>) -> Self {
        let mut by_record: BTreeMap<RecordId, BTreeMap<AccountId, DateTime<FixedOffset>>> =
            everything.records.iter().map(|taken| (taken.id, BTreeMap::new())).collect();
        let mut names = BTreeMap::new();
        for taken in &everything.records {
            match &*taken.body {
                Body::Receipt(receipt) => {
                    for (record, _) in receipt.all() {
                        let Some(readers) = by_record.get_mut(&record) else { continue };
                        let first = readers.entry(taken.owner).or_insert(receipt.opened);
                        *first = receipt.opened.min(*first);
                    }
                }
                Body::Profile(profile) => {
                    names.insert(taken.owner, profile.display_name.as_str());
                }
                _ => {}
            }
        }
        Self { by_record, names }
    }

    /// A line for each reader, in the order in which they opened it.
    pub fn said(&self, taken: &Taken<'_>, words: &dyn Words) -> Vec<String> {
        let mut readers: Vec<_> = self.by_record.get(&taken.id).into_iter().flatten().collect();
        readers.sort_by_key(|(_, at)| **at);
        readers.into_iter().map(|(by, at)| words.opened(self.names.get(by).copied(), *at)).collect()
    }

    /// Whether all that a record says is said beside what was opened.
    pub fn say(&self, body: &Body) -> bool {
        let Body::Receipt(receipt) = body else { return false };
        receipt.all().all(|(record, _)| self.by_record.contains_key(&record))
    }
}
