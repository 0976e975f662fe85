//! Writing, sharing, taking back, deleting.

use std::collections::HashMap;

use journal::{
    alerts,
    record::{Body, Opened, Receipt, Rest},
    seal::{Entropy, Place, SystemEntropy},
    sync::{Action, Base, Event},
};
use leptos::prelude::*;
use wire::{
    ids::{AccountId, Epoch, OpId, RecordId},
    sync::{Change, Operation},
};

use super::{
    Trouble, Vault,
    attach::afresh,
    pins::{has_left, pinned},
};
use crate::device::clock;

impl Vault {
    /// A fresh record id.
    #[must_use]
    pub fn new_id() -> RecordId {
        RecordId::from_random(SystemEntropy.bytes16())
    }

    /// Writes a record; whoever could read it still can. Shown at once, on the disk within a moment
    /// ([`Vault::kept`] says when), sent after [`Vault::flush`].
    pub fn write(self, id: RecordId, body: Body) -> Result<(), Trouble> {
        let recipients = self.freshest(id).map_or_else(Vec::new, |record| record.recipients);
        self.put(id, body, recipients)
    }

    /// Writes a record for these readers, who must be verified, and sends it.
    pub fn share(self, id: RecordId, body: Body, readers: &[AccountId]) -> Result<(), Trouble> {
        self.put(id, body, readers.to_vec())?;
        self.flush();
        Ok(())
    }

    /// Deletes a record, with what is attached to it and every part of it that was shared; one that was never written
    /// needs nothing.
    pub fn delete(self, id: RecordId) -> Result<(), Trouble> {
        let Some(record) = self.record_now(id) else { return self.delete_attached(id) };
        self.delete_record(&record)
    }

    fn delete_attached(self, id: RecordId) -> Result<(), Trouble> {
        let own =
            untrack(|| self.attachments(id)).into_iter().filter(|record| Some(record.owner) == self.me());
        own.map(|attached| attached.id).try_for_each(|attached| self.delete(attached))
    }

    /// Deletes a record, whether it is shown or not.
    pub(super) fn delete_record(self, record: &Opened) -> Result<(), Trouble> {
        let id = record.id;
        self.delete_attached(id)?;
        self.forget_bytes(record);
        self.end_parts(id)?;
        let base = self.with_open(|open| open.machine.base_for(id))?.rev;
        let op = OpId::from_random(SystemEntropy.bytes16());
        self.forget(id);
        self.tell(Event::Queued(Operation { op, record: id, base, over: None, change: Change::Delete }));
        self.flush();
        Ok(())
    }

    /// Says to the author that this revision was opened, once.
    pub fn mark_read(self, id: RecordId) -> Result<(), Trouble> {
        self.mark_seen(&[id])
    }

    /// Says to their one author that these were seen as they are now, in one receipt for all that it is news of.
    pub fn mark_seen(self, ids: &[RecordId]) -> Result<(), Trouble> {
        let me = self.me().ok_or(Trouble::Locked)?;
        let (news, author) = self.records.with_untracked(|records| {
            let mut told = HashMap::new();
            for receipt in records.iter().filter(|one| one.owner == me).filter_map(Opened::receipt) {
                for (record, revision) in receipt.all() {
                    let newest = told.entry(record).or_insert(revision);
                    *newest = revision.max(*newest);
                }
            }
            let seen = ids.iter().filter_map(|id| super::find(records, *id));
            let news = seen.filter(|record| told.get(&record.id).is_none_or(|told| *told < record.rev));
            let author = ids.first().and_then(|id| super::find(records, *id)).map(|record| record.owner);
            (news.map(|record| (record.id, record.rev)).collect::<Vec<_>>(), author)
        });
        let (Some(((record, revision), also)), Some(author)) = (news.split_first(), author) else {
            return Ok(());
        };
        let receipt = Receipt {
            v: 1,
            record: *record,
            revision: *revision,
            opened: clock::now(),
            also: also.to_vec(),
            rest: Rest::new(),
        };
        self.share(Self::new_id(), Body::Receipt(receipt), &[author])
    }

    /// A record as it is now, with what another device wrote if that has just arrived and was not shown yet.
    /// What is sealed next stands on it, so it must have been seen.
    #[must_use]
    pub fn freshest(self, id: RecordId) -> Option<Opened> {
        let arrived = self.with(|inner| {
            let place = inner
                .queue
                .iter()
                .position(|action| matches!(action, Action::Changed(item) if item.record == id));
            place.and_then(|place| inner.queue.remove(place))
        });
        if let Some(Action::Changed(item)) = arrived {
            self.take_in(&[item]);
        }
        self.record_now(id)
    }

    /// The person paused: what waits may go.
    pub fn flush(self) {
        self.tell(Event::Flush);
    }

    pub(super) fn put(self, id: RecordId, body: Body, recipients: Vec<AccountId>) -> Result<(), Trouble> {
        let recipients = self.who_reads(&body, recipients);
        let base = self.with_open(|open| open.machine.base_for(id))?;
        let before = self.record_now(id).map_or_else(Vec::new, |record| record.recipients);
        let lost = before.iter().any(|account| !recipients.contains(account));
        let epoch = if lost { base.epoch.next() } else { base.epoch };
        // A new key for the record alone would leave the old one to an attachment's bytes.
        let body = if lost { afresh(body) } else { body };
        let operation = self.seal(id, &body, &recipients, Base { rev: base.rev, epoch })?;
        self.show(self.opened(&operation, body, recipients, epoch)?);
        self.tell(Event::Queued(operation));
        Ok(())
    }

    /// Whoever left reads nothing more; that must not keep words from being kept.
    pub(super) fn who_stays(self, mut readers: Vec<AccountId>) -> Vec<AccountId> {
        if let Some(me) = self.me() {
            self.records.with_untracked(|records| readers.retain(|one| !has_left(records, me, *one)));
        }
        readers
    }

    pub(super) fn seal(
        self,
        id: RecordId,
        body: &Body,
        recipients: &[AccountId],
        base: Base,
    ) -> Result<Operation, Trouble> {
        let me = self.me().ok_or(Trouble::Locked)?;
        let peers = self.records.with_untracked(|records| {
            recipients
                .iter()
                .map(|account| match pinned(records, me, *account) {
                    Some((peer, how)) if how.is_verified() && !has_left(records, me, *account) => Ok(peer),
                    _ => Err(Trouble::Unverified),
                })
                .collect::<Result<Vec<_>, _>>()
        })?;
        let at = Place { owner: me, record: id, rev: base.rev.next(), epoch: base.epoch };
        let sealed = self
            .with_open(|open| open.keyring.seal_record(&at, &body.to_json(), &peers, &mut SystemEntropy))??;
        // Nobody is woken by what was seen to already and only goes to one more reader.
        let is_news = body.is_urgent()
            && self.records.with_untracked(|records| !alerts::is_acknowledged(records, me, id));
        let change = Change::Put {
            epoch: base.epoch,
            content: sealed.content,
            own_wrap: sealed.own_wrap,
            grants: sealed.grants,
            urgent: is_news && !recipients.is_empty(),
        };
        Ok(Operation {
            op: OpId::from_random(SystemEntropy.bytes16()),
            record: id,
            base: base.rev,
            over: None,
            change,
        })
    }

    pub(super) fn opened(
        self,
        operation: &Operation,
        body: Body,
        recipients: Vec<AccountId>,
        epoch: Epoch,
    ) -> Result<Opened, Trouble> {
        let owner = self.me().ok_or(Trouble::Locked)?;
        Ok(Opened { id: operation.record, owner, rev: operation.base.next(), epoch, body, recipients })
    }
}
