//! The bytes of attachments: sealed before they are kept, kept before they are sent, and sent behind the words. What
//! is next for each is read anew from records and disk ([`Attachment::due`]), so it can be cut off anywhere.

mod grow;
mod tend;

use std::{cell::RefCell, collections::BTreeMap, rc::Rc};

use journal::{
    record::{Attachment, Blob, Body, Here, Media, Opened},
    room::Room,
    seal::{ContentKey, Entropy, SystemEntropy, chunks},
};
use leptos::{prelude::*, task::spawn_local};
use wire::ids::{BlobId, RecordId};
use zeroize::Zeroizing;

pub use self::grow::Growing;
use super::{Kept, Trouble, Vault};
use crate::device::{
    chunks::{Chunks, Row},
    net,
};

/// How far an attachment is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Still being made, or cut off where it was made.
    Growing,
    /// On this device.
    Here,
    /// On this device, and the server has no more room for it.
    Full,
    /// On the server.
    Everywhere,
}

/// What the vault knows of blobs.
#[derive(Clone, Copy)]
pub(super) struct Blobs {
    /// What of them is on this device.
    rows: RwSignal<BTreeMap<BlobId, Row>>,
    /// Whether the server has no more room.
    full: RwSignal<bool>,
    inner: StoredValue<Rc<RefCell<Inner>>, LocalStorage>,
}

#[derive(Default)]
struct Inner {
    chunks: Option<Chunks>,
    running: bool,
    again: bool,
    /// Being recorded in this tab.
    growing: Vec<BlobId>,
    /// Whether the server has room.
    room: Room,
}

impl Blobs {
    pub(super) fn new() -> Self {
        Self {
            rows: RwSignal::new(BTreeMap::new()),
            full: RwSignal::new(false),
            inner: StoredValue::new_local(Rc::default()),
        }
    }

    fn with<T>(self, act: impl FnOnce(&mut Inner) -> T) -> T {
        self.inner.with_value(|inner| act(&mut inner.borrow_mut()))
    }

    fn here(self, blob: BlobId) -> Here {
        self.rows.with_untracked(|rows| match rows.get(&blob) {
            None => Here::Nothing,
            Some(row) if row.total == 0 => Here::Growing,
            Some(row) if row.sent => Here::Sent,
            Some(_) => Here::Unsent,
        })
    }
}

impl Vault {
    /// How far the bytes of an attachment are; `None` where everything is in the record. Tracked.
    #[must_use]
    pub fn way(self, id: RecordId) -> Option<Way> {
        let record = self.record(id)?;
        let blob = record.attachment()?.blob.as_ref()?;
        let row = self.blobs.rows.with(|rows| rows.get(&blob.id).copied());
        Some(match row {
            _ if blob.chunks == 0 => Way::Growing,
            Some(row) if !row.sent && self.blobs.full.get() => Way::Full,
            Some(row) if !row.sent => Way::Here,
            _ => Way::Everywhere,
        })
    }

    /// How many recordings and photos the server does not have, those not counted whose record waits itself, or is
    /// gone; tracked.
    pub(super) fn bytes_waiting(self) -> usize {
        let waiting =
            |row: &&Row| !row.sent && self.record_now(row.record).is_some() && self.is_there(row.record);
        self.blobs.rows.with(|rows| rows.values().filter(waiting).count())
    }

    /// Whether the server has no more room for them; tracked.
    pub(super) fn is_server_full(self) -> bool {
        self.blobs.full.get()
    }

    /// Seals bytes and keeps them here; the blob to write into the record.
    pub async fn keep_bytes(self, record: RecordId, media: Media, content: &[u8]) -> Result<Blob, Trouble> {
        let blob = Blob {
            id: BlobId::from_random(SystemEntropy.bytes16()),
            key: ContentKey::make(&mut SystemEntropy),
            media,
            bytes: content.len() as u64,
            chunks: chunks(content.len()).ok_or(Trouble::Unexpected)?,
            millis: None,
        };
        self.seal_here(record, &blob, content).await?;
        Ok(blob)
    }

    /// The bytes of an attachment: those that are here, the rest from the server. `so_far` hears how many of how
    /// many chunks there are.
    pub async fn bytes_of(
        self,
        id: RecordId,
        so_far: impl Fn(u32, u32),
    ) -> Result<(Media, Zeroizing<Vec<u8>>), Trouble> {
        let record = self.record_now(id).ok_or(Trouble::Unexpected)?;
        let blob = record.attachment().and_then(|found| found.blob.clone()).ok_or(Trouble::Unexpected)?;
        let content = self.fetch(record.owner, id, &blob, so_far).await?;
        Ok((blob.media, content))
    }

    async fn fetch(
        self,
        owner: wire::ids::AccountId,
        record: RecordId,
        blob: &Blob,
        so_far: impl Fn(u32, u32),
    ) -> Result<Zeroizing<Vec<u8>>, Trouble> {
        let disk = self.chunks().await?;
        let mut sealed = disk.all(blob.id).await?;
        let row = Row {
            blob: blob.id,
            record,
            total: blob.chunks,
            bytes: blob.bytes,
            millis: blob.millis,
            sent: true,
        };
        let have = u32::try_from(sealed.len()).unwrap_or(u32::MAX);
        for index in have..blob.chunks {
            so_far(index, blob.chunks);
            let chunk = net::get_bytes(&format!("/blobs/{}/{index}", blob.id)).await?;
            // What cannot be kept is fetched again the next time.
            if disk.add(&row, index, &chunk).await.is_ok() {
                self.noted(row);
            }
            sealed.push(chunk);
        }
        let place = blob.place(owner, record);
        match place.open(&blob.key, blob.chunks, &sealed) {
            Ok(content) => Ok(content),
            Err(error) => {
                // What the server gave is not what was sealed: it is asked again the next time. What was made here
                // and is not sent stays.
                if self.blobs.here(blob.id) == Here::Sent {
                    self.forget_blob(blob.id).await?;
                }
                Err(error.into())
            }
        }
    }

    /// Seals a whole content under a blob's key, on the disk.
    async fn seal_here(self, record: RecordId, blob: &Blob, content: &[u8]) -> Result<(), Trouble> {
        let owner = self.me().ok_or(Trouble::Locked)?;
        let sealed = blob.place(owner, record).seal(&blob.key, content, &mut SystemEntropy)?;
        let total = u32::try_from(sealed.len()).map_err(|_| Trouble::Unexpected)?;
        let bytes = content.len() as u64;
        let row = Row { blob: blob.id, record, total, bytes, millis: blob.millis, sent: false };
        self.chunks().await?.keep(&row, &sealed).await?;
        self.noted(row);
        Ok(())
    }

    async fn chunks(self) -> Result<Chunks, Trouble> {
        if let Some(chunks) = self.blobs.with(|inner| inner.chunks.clone()) {
            return Ok(chunks);
        }
        let chunks = Chunks::open().await?;
        let rows = chunks.rows().await?;
        self.blobs.rows.update(|all| all.extend(rows.into_iter().map(|row| (row.blob, row))));
        self.blobs.with(|inner| inner.chunks = Some(chunks.clone()));
        Ok(chunks)
    }

    async fn forget_blob(self, blob: BlobId) -> Result<(), Trouble> {
        self.chunks().await?.forget(blob).await?;
        self.blobs.rows.update(|rows| rows.retain(|id, _| *id != blob));
        Ok(())
    }

    /// What was deleted is not kept here either, also where the server never had it.
    pub(super) fn forget_bytes(self, record: &Opened) {
        let Some(attachment) = record.attachment() else { return };
        self.blobs.with(|inner| inner.room.taken_away());
        let blobs: Vec<BlobId> = attachment.blob.iter().chain(&attachment.next).map(|blob| blob.id).collect();
        spawn_local(async move {
            for blob in blobs {
                // What could not be forgotten now lies here sealed, under a key that is gone.
                let _tried = self.forget_blob(blob).await;
            }
        });
    }

    /// The server may have lost the bytes of a record with it. They are sent again where all of them are here; it
    /// takes those that it lacks.
    pub(super) async fn offer_bytes_again(self, record: RecordId) {
        let Ok(disk) = self.chunks().await else { return };
        let rows: Vec<Row> = self.blobs.rows.with_untracked(|rows| {
            rows.values().filter(|row| row.record == record && row.sent).copied().collect()
        });
        for row in rows {
            let is_whole = disk.all(row.blob).await.is_ok_and(|chunks| chunks.len() == row.total as usize);
            let row = Row { sent: false, ..row };
            if is_whole && disk.note(&row).await.is_ok() {
                self.noted(row);
            }
        }
    }

    fn noted(self, row: Row) {
        self.blobs.rows.update(|rows| rows.extend([(row.blob, row)]));
    }

    /// Writes an attachment of one's own, for whoever reads it now.
    fn rewrite(self, id: RecordId, change: impl FnOnce(Attachment) -> Attachment) -> Result<(), Trouble> {
        let attachment = self.attachment_now(id).ok_or(Trouble::Unexpected)?;
        self.write(id, Body::Attachment(change(attachment)))?;
        self.flush();
        Ok(())
    }

    /// Whether the server has the record as it is here.
    fn is_there(self, id: RecordId) -> bool {
        untrack(|| self.kept(id)) == Kept::Everywhere
    }
}
