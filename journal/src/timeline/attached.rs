//! What stands beside the words of each entry and is shown with them in a list.

use std::collections::BTreeMap;

use wire::ids::{AccountId, RecordId};

use crate::record::{Opened, What};

/// By entry what is shown of it beside its words: its first drawing or photo, or else its first voice note.
#[must_use]
pub fn attached(records: &[Opened], me: AccountId) -> BTreeMap<RecordId, RecordId> {
    let mut all = BTreeMap::new();
    for record in records.iter().filter(|record| record.owner == me) {
        if let Some(attachment) = record.attachment() {
            let this = (attachment.what == What::Voice, attachment.made, record.id);
            let first = all.entry(attachment.entry).or_insert(this);
            *first = this.min(*first);
        }
    }
    all.into_iter().map(|(entry, (_, _, id))| (entry, id)).collect()
}
