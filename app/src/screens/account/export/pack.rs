//! An archive while it is made, with the recordings and photos of what is in it.

use std::collections::BTreeMap;

use chrono::{DateTime, FixedOffset};
use journal::{
    export::{Archive, file_name},
    record::{Attachment, Opened},
};
use wire::ids::RecordId;

use crate::{device::files::Growing, vault::Vault};

/// One archive; everything in it lies in one folder.
pub struct Pack {
    archive: Archive,
    file: Growing,
    folder: String,
}

impl Pack {
    /// An empty one.
    pub fn new(folder: String, made: DateTime<FixedOffset>) -> Self {
        Self { archive: Archive::new(made), file: Growing::default(), folder }
    }

    /// One file; `None` where there is no room for it.
    pub fn add(&mut self, name: &str, bytes: &[u8]) -> Option<()> {
        let head = self.archive.file(&format!("{}/{name}", self.folder), bytes).ok()?;
        (self.file.add(&head) && self.file.add(bytes)).then_some(())
    }

    /// The recordings and photos among these records, one after the other; `told` hears which of how many. Gives the
    /// names of their files, and how many are neither here nor to be had.
    pub async fn attachments(
        &mut self,
        vault: Vault,
        records: &[Opened],
        told: impl Fn(usize, usize),
    ) -> Option<(BTreeMap<RecordId, String>, usize)> {
        let attachments = recorded(records);
        let (many, mut names) = (attachments.len(), BTreeMap::new());
        for (at, (id, attachment)) in attachments.into_iter().enumerate() {
            told(at + 1, many);
            let Some(name) = file_name(id, attachment) else { continue };
            if let Ok((_, bytes)) = vault.bytes_of(id, |_, _| {}).await {
                self.add(&name, &bytes)?;
                names.insert(id, name);
            }
        }
        let missing = many - names.len();
        Some((names, missing))
    }

    /// Hands it over to the browser.
    pub fn save(self) -> Option<()> {
        let end = self.archive.finish().ok()?;
        (self.file.add(&end) && self.file.save(&format!("{}.zip", self.folder), "application/zip"))
            .then_some(())
    }
}

/// What has bytes beside its record.
pub fn recorded(records: &[Opened]) -> Vec<(RecordId, &Attachment)> {
    records
        .iter()
        .filter_map(|record| Some((record.id, record.attachment()?)))
        .filter(|(_, attachment)| attachment.blob.is_some())
        .collect()
}
