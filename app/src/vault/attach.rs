//! What is beside the words of an entry: drawings, voice notes, photos.

use journal::{
    record::{Attachment, Body, Opened},
    seal::{ContentKey, Entropy, SystemEntropy},
};
use leptos::prelude::*;
use wire::ids::{BlobId, RecordId};

use super::Vault;

impl Vault {
    /// The attachments of an entry, the oldest first; tracked.
    #[must_use]
    pub fn attachments(self, entry: RecordId) -> Vec<Opened> {
        self.records.with(|records| {
            let mut found: Vec<Opened> =
                records.iter().filter(|record| belongs(record, entry)).cloned().collect();
            found.sort_by_key(|record| record.attachment().map(|attachment| attachment.made));
            found
        })
    }

    /// Whether an entry has attachments now: it is not empty then, even without a word.
    #[must_use]
    pub fn has_attachments(self, entry: RecordId) -> bool {
        self.records.with_untracked(|records| records.iter().any(|record| belongs(record, entry)))
    }

    /// An attachment of one's own as it is now.
    #[must_use]
    pub fn attachment_now(self, id: RecordId) -> Option<Attachment> {
        self.freshest(id).filter(|record| Some(record.owner) == self.me())?.attachment().cloned()
    }
}

pub(super) fn belongs(record: &Opened, entry: RecordId) -> bool {
    record.attachment().is_some_and(|attachment| attachment.entry == entry)
}

/// A body that nobody but its author shall read from now on: what chunks were sealed under is known, so they get
/// another key.
pub(super) fn afresh(body: Body) -> Body {
    match body {
        Body::Attachment(attachment) => Body::Attachment(attachment.taken_back(|| {
            (BlobId::from_random(SystemEntropy.bytes16()), ContentKey::make(&mut SystemEntropy))
        })),
        other => other,
    }
}
