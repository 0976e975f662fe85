//! What stands beside the words of each entry and is shown with them in a list.

use std::collections::BTreeMap;

use wire::ids::{AccountId, RecordId};

use super::Kind;
use crate::record::{Attachment, Opened, What};

/// By entry what is shown of it beside its words: its first drawing or photo, or else its first voice note. Where
/// entries with one of them are looked for, it is the first of these.
#[must_use]
pub fn attached(records: &[Opened], me: AccountId, kind: Option<Kind>) -> BTreeMap<RecordId, RecordId> {
    let mut all = BTreeMap::new();
    for (id, attachment) in own(records, me) {
        if matches!(kind, Some(Kind::With(wanted)) if wanted != attachment.what) {
            continue;
        }
        let this = (attachment.what == What::Voice, attachment.made, id);
        let first = all.entry(attachment.entry).or_insert(this);
        *first = this.min(*first);
    }
    all.into_iter().map(|(entry, (_, _, id))| (entry, id)).collect()
}

/// What there is beside any words at all, in the order of [`What::ALL`].
#[must_use]
pub fn kinds_beside(records: &[Opened], me: AccountId) -> Vec<What> {
    What::ALL.into_iter().filter(|what| own(records, me).any(|(_, one)| one.what == *what)).collect()
}

fn own(records: &[Opened], me: AccountId) -> impl Iterator<Item = (RecordId, &Attachment)> {
    let own = records.iter().filter(move |record| record.owner == me);
    own.filter_map(|record| Some((record.id, record.attachment()?)))
}
