//! Search in what was opened, on this device. The index is built behind what is on the screen and kept in memory.

use std::collections::BTreeSet;

use journal::search::Query;
use leptos::{prelude::*, task::spawn_local};
use wire::ids::RecordId;

use super::Vault;
use crate::device::clock::Slices;

/// How long the index is built before the screen has its turn, milliseconds.
const SLICE: u32 = 12;
/// How many changed records are taken in at once before a search.
const AT_ONCE: usize = 50;

impl Vault {
    /// The records that have what is asked for; tracked. While the index is being built, those among what it has.
    #[must_use]
    pub fn find(self, query: &Query) -> BTreeSet<RecordId> {
        self.records.track();
        self.with(|inner| inner.indexed.clone()).track();
        for _ in 0..AT_ONCE {
            if !self.index_one() {
                break;
            }
        }
        self.with(|inner| inner.index.find(query).collect())
    }

    /// Whether everything that was opened can be searched in; tracked.
    #[must_use]
    pub fn is_searchable(self) -> bool {
        self.with(|inner| inner.indexed.clone()).get()
    }

    /// These records changed, came or went.
    pub(super) fn search_in(self, ids: impl IntoIterator<Item = RecordId>) {
        self.with(|inner| inner.unindexed.extend(ids));
    }

    /// Takes everything in, without being in anybody's way.
    pub(super) fn build_index(self) {
        spawn_local(async move {
            let mut slices = Slices::of(SLICE);
            while self.index_one() {
                slices.pause().await;
            }
            self.with(|inner| inner.indexed.clone()).set(true);
        });
    }

    /// Takes in the newest words of one record; false when there is none left.
    fn index_one(self) -> bool {
        let Some(id) = self.with(|inner| inner.unindexed.pop_first()) else { return false };
        self.records.with_untracked(|records| {
            self.with(|inner| match super::find(records, id) {
                Some(record) => inner.index.put(id, record.body.words()),
                None => inner.index.remove(id),
            });
        });
        true
    }
}
