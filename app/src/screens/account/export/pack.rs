//! An archive while it is made, with the recordings and photos of what is in it.

use std::collections::BTreeMap;

use chrono::{DateTime, FixedOffset};
use journal::{
    export::{Archive, file_name},
    record::{Attachment, Opened},
};
use wire::ids::RecordId;

use crate::{
    device::{clock, files::Growing, watch},
    vault::{Trouble, Vault},
};

/// Before a server that was not reached is asked once more, milliseconds: a network that has just come back drops
/// what is asked first.
const PATIENCE: u32 = 1_000;

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
        let mut is_patient = true;
        for (at, (id, attachment)) in attachments.into_iter().enumerate() {
            told(at + 1, many);
            let Some(name) = file_name(id, attachment) else { continue };
            let mut found = vault.bytes_of(id, |_, _| {}).await;
            if is_patient && watch::is_online() && matches!(found, Err(Trouble::Network)) {
                clock::sleep(PATIENCE).await;
                found = vault.bytes_of(id, |_, _| {}).await;
                // Whoever takes out a hundred photos does not wait for each.
                is_patient = found.is_ok();
            }
            if let Ok((_, bytes)) = found {
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
