//! Whatever is next for the attachments of this account, one thing after the other, behind the words.

use journal::{
    record::{Attachment, Blob, Due, Here},
    seal::SealError,
};
use leptos::{prelude::*, task::spawn_local};
use wire::{
    blobs::{NewBlob, Stored},
    ids::{BlobId, RecordId},
    problem::Code,
};

use super::super::{Trouble, Vault};
use crate::device::{clock, net, net::NetError};

/// While the words of a record are still on their way, milliseconds.
const SOON: u32 = 500;
/// After something went wrong, milliseconds.
const LATER: u32 = 10_000;

/// What came of looking once.
enum Looked {
    /// Something was done: look again.
    Did,
    /// Something is to be done, after so many milliseconds.
    Wait(u32),
    /// Nothing is to be done until something changes.
    Rest,
}

impl Vault {
    /// Looks whether something is to be done, unless that is going on.
    pub(in super::super) fn tend(self) {
        let start = self.blobs.with(|inner| {
            inner.again = true;
            !std::mem::replace(&mut inner.running, true)
        });
        if start {
            spawn_local(async move {
                while self.blobs.with(|inner| std::mem::take(&mut inner.again)) {
                    match self.look_once().await {
                        Ok(Looked::Did) => self.blobs.with(|inner| inner.again = true),
                        Ok(Looked::Rest) => {}
                        Ok(Looked::Wait(milliseconds)) => self.wait(milliseconds).await,
                        Err(_) => self.wait(LATER).await,
                    }
                }
                self.blobs.with(|inner| inner.running = false);
            });
        }
    }

    async fn wait(self, milliseconds: u32) {
        clock::sleep(milliseconds).await;
        self.blobs.with(|inner| inner.again = true);
    }

    async fn look_once(self) -> Result<Looked, Trouble> {
        let Some(me) = self.me() else { return Ok(Looked::Rest) };
        self.chunks().await?;
        self.forget_strays().await?;
        let growing = self.blobs.with(|inner| inner.growing.clone());
        let due: Vec<(RecordId, Due)> = self.records.with_untracked(|records| {
            let own = records.iter().filter(|record| record.owner == me);
            own.filter_map(|record| {
                let due = record.attachment()?.due(|blob| {
                    if growing.contains(&blob) { Here::Nothing } else { self.blobs.here(blob) }
                })?;
                Some((record.id, due))
            })
            .collect()
        });
        let mut looked = Looked::Rest;
        for (id, due) in due {
            match self.act(id, due).await {
                Ok(Looked::Did) => return Ok(Looked::Did),
                Ok(Looked::Wait(milliseconds)) => looked = Looked::Wait(milliseconds),
                Ok(Looked::Rest) => {}
                // The others need not wait for this one.
                Err(_) => looked = Looked::Wait(LATER),
            }
        }
        Ok(looked)
    }

    async fn act(self, id: RecordId, due: Due) -> Result<Looked, Trouble> {
        let reachable = self.is_reachable();
        match due {
            Due::Finish(blob) => self.finish(id, &blob).await?,
            Due::Switch => self.rewrite(id, Attachment::resealed)?,
            Due::Reseal(from, to) => {
                if !reachable && self.blobs.here(from.id) == Here::Nothing {
                    return Ok(Looked::Rest);
                }
                let me = self.me().ok_or(Trouble::Locked)?;
                let content = self.fetch(me, id, &from, |_, _| ()).await?;
                self.seal_here(id, &to, &content).await?;
            }
            Due::Send(_) | Due::Forget if !reachable => return Ok(Looked::Rest),
            // First the words: without its record the server takes no blob, and none is forgotten that it names.
            Due::Send(_) | Due::Forget if !self.is_there(id) => return Ok(Looked::Wait(SOON)),
            // It would say the same at every key.
            Due::Send(_) if !self.may_have_room() => return Ok(Looked::Rest),
            Due::Send(blob) => return self.send(id, &blob).await,
            Due::Forget => self.forget_dropped(id).await?,
        }
        Ok(Looked::Did)
    }

    fn may_have_room(self) -> bool {
        let nothing_waits = self.words_waiting() == 0;
        self.blobs.with(|inner| inner.room.may_try(clock::now(), nothing_waits))
    }

    async fn send(self, record: RecordId, blob: &Blob) -> Result<Looked, Trouble> {
        let path = format!("/blobs/{}", blob.id);
        let there: Stored = net::put(&path, &NewBlob { record }).await?;
        let disk = self.chunks().await?;
        for index in (0..blob.chunks).filter(|index| !there.chunks.contains(index)) {
            let chunk = disk.one(blob.id, index).await?.ok_or(Trouble::from(SealError::Damaged))?;
            match net::put_bytes(&format!("{path}/{index}"), &chunk).await {
                Ok(()) => {}
                Err(NetError::Refused(Code::QuotaFull)) => {
                    // It stays here, and the person is told.
                    self.blobs.full.set(true);
                    self.blobs.with(|inner| inner.room.refused(clock::now()));
                    return Ok(Looked::Rest);
                }
                Err(error) => return Err(error.into()),
            }
        }
        self.blobs.full.set(false);
        self.blobs.with(|inner| inner.room.is_free());
        let row = self.blobs.rows.with_untracked(|rows| rows.get(&blob.id).copied());
        let row = crate::device::chunks::Row { sent: true, ..row.ok_or(Trouble::Unexpected)? };
        disk.note(&row).await?;
        self.noted(row);
        Ok(Looked::Did)
    }

    async fn forget_dropped(self, id: RecordId) -> Result<(), Trouble> {
        let attachment = self.attachment_now(id).ok_or(Trouble::Unexpected)?;
        for blob in &attachment.dropped {
            match net::delete(&format!("/blobs/{blob}")).await {
                // Another device was quicker, or it never came that far.
                Ok(()) | Err(NetError::Refused(Code::NotFound)) => {
                    self.blobs.with(|inner| inner.room.is_free());
                    self.forget_blob(*blob).await?;
                }
                Err(error) => return Err(error.into()),
            }
        }
        let done = attachment.dropped;
        self.rewrite(id, |mut attachment| {
            attachment.dropped.retain(|blob| !done.contains(blob));
            attachment
        })
    }

    /// Chunks of records that are gone go, too. What the server never had stays as long as nobody deleted it.
    async fn forget_strays(self) -> Result<(), Trouble> {
        let strays: Vec<BlobId> = self.blobs.rows.with_untracked(|rows| {
            let gone = rows.values().filter(|row| {
                row.sent
                    && self.record_now(row.record).is_none()
                    && !self.unopenable.with_untracked(|list| list.iter().any(|one| one.record == row.record))
            });
            gone.map(|row| row.blob).collect()
        });
        for blob in strays {
            self.forget_blob(blob).await?;
        }
        Ok(())
    }
}
