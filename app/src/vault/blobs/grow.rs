//! A recording while it grows: each piece is sealed and on the disk before the next one comes.

use journal::{
    record::{Attachment, Blob, Body, Media, What},
    seal::{ContentKey, Entropy, SystemEntropy},
};
use wire::ids::{BlobId, RecordId};

use super::super::{Trouble, Vault};
use crate::device::{chunks::Row, clock};

/// What is being recorded.
#[derive(Clone, Debug)]
pub struct Growing {
    /// Its record.
    pub record: RecordId,
    blob: Blob,
}

impl Vault {
    /// Begins a recording that belongs to an entry.
    pub async fn begin_recording(self, entry: RecordId, media: Media) -> Result<Growing, Trouble> {
        let id = BlobId::from_random(SystemEntropy.bytes16());
        let key = ContentKey::make(&mut SystemEntropy);
        let blob = Blob { id, key, media, bytes: 0, chunks: 0, millis: Some(0) };
        let record = Self::new_id();
        self.blobs.with(|inner| inner.growing.push(id));
        let row = Row { blob: id, record, total: 0, bytes: 0, millis: Some(0), sent: false };
        self.chunks().await?.note(&row).await?;
        self.noted(row);
        // The key is on the disk, sealed, before any sound is sealed under it.
        let attachment =
            Attachment { blob: Some(blob.clone()), ..Attachment::new(entry, What::Voice, clock::now()) };
        self.write(record, Body::Attachment(attachment))?;
        Ok(Growing { record, blob })
    }

    /// Keeps the next piece; `millis` is how long the recording is with it.
    pub async fn keep_piece(
        self,
        growing: &Growing,
        index: u32,
        millis: u32,
        piece: &[u8],
    ) -> Result<(), Trouble> {
        let owner = self.me().ok_or(Trouble::Locked)?;
        let place = growing.blob.place(owner, growing.record);
        let sealed = place.seal_growing(&growing.blob.key, index, piece, &mut SystemEntropy)?;
        let row = Row {
            blob: growing.blob.id,
            record: growing.record,
            total: 0,
            bytes: 0,
            millis: Some(millis),
            sent: false,
        };
        self.chunks().await?.add_piece(&row, index, &sealed).await?;
        self.noted(row);
        Ok(())
    }

    /// The recording has ended: what was kept becomes whole.
    pub async fn end_recording(self, growing: &Growing) -> Result<(), Trouble> {
        let done = self.finish(growing.record, &growing.blob).await;
        self.blobs.with(|inner| inner.growing.retain(|id| *id != growing.blob.id));
        self.tend();
        done
    }

    /// All pieces as one blob, also where the tab died in the middle of recording.
    pub(super) async fn finish(self, record: RecordId, blob: &Blob) -> Result<(), Trouble> {
        let disk = self.chunks().await?;
        let owner = self.me().ok_or(Trouble::Locked)?;
        let row = self.row(blob.id).ok_or(Trouble::Unexpected)?;
        let whole = if row.total == 0 {
            let pieces = disk.all(blob.id).await?;
            if pieces.is_empty() {
                // Cut off before the first sound: there is nothing to keep.
                self.forget_blob(blob.id).await?;
                return self.delete(record);
            }
            let content = blob.place(owner, record).open_growing(&blob.key, &pieces)?;
            let whole = Blob { millis: row.millis, ..blob.clone() };
            self.seal_here(record, &whole, &content).await?;
            self.row(blob.id).ok_or(Trouble::Unexpected)?
        } else {
            row
        };
        let blob = Blob { bytes: whole.bytes, chunks: whole.total, millis: whole.millis, ..blob.clone() };
        self.rewrite(record, |attachment| Attachment { blob: Some(blob), ..attachment })
    }

    fn row(self, blob: BlobId) -> Option<Row> {
        use leptos::prelude::WithUntracked;
        self.blobs.rows.with_untracked(|rows| rows.get(&blob).copied())
    }
}
