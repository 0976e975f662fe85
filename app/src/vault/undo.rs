//! A little time to change one's mind. What is deleted is gone from the screen at once and from the journal
//! only after some seconds, or when the page is left: a tab that is killed meanwhile has deleted nothing.

use journal::record::{Body, Opened, merge};
use leptos::{prelude::*, task::spawn_local};
use wire::ids::{AccountId, RecordId};

use super::{Trouble, Vault};
use crate::device::clock;

/// How long there is a way back, milliseconds.
const TIME: u32 = 8_000;

/// What can still be undone; a later one takes the place of an earlier one, which then stands.
#[derive(Default)]
pub(super) struct Undo {
    /// What was done, in words; nothing when there is nothing to undo.
    said: Option<&'static str>,
    /// Whether somebody is about to undo it: then there is more time.
    held: bool,
    what: Option<What>,
    /// Which one of this page it is.
    number: u64,
}

enum What {
    /// Not deleted yet; only not shown.
    Deletion(Opened),
    /// As it was before it was written over, and as it was written.
    Change(Opened, Option<Box<Body>>),
    /// Written and nobody else's yet: for these readers, once there is no way back.
    Sending(RecordId, Vec<AccountId>),
}

impl Vault {
    /// Deletes a record, with some seconds to take that back. `said` is what was done: "Page deleted".
    pub fn delete_with_undo(self, id: RecordId, said: &'static str) {
        let Some(record) = self.freshest(id) else { return };
        self.forget(id);
        self.offer(said, What::Deletion(record));
    }

    /// Offers to write a record, which was just written over, again as it was `before`. What is written into it
    /// meanwhile stays.
    pub fn undo_to(self, before: Opened, said: &'static str) {
        let written = self.record_now(before.id).map(|record| Box::new(record.body));
        self.offer(said, What::Change(before, written));
    }

    /// Sends a record that is kept already, with some seconds to take that back. A tab that is killed meanwhile has
    /// sent nothing, and lost nothing.
    pub fn share_with_undo(self, id: RecordId, readers: Vec<AccountId>, said: &'static str) {
        self.offer(said, What::Sending(id, readers));
    }

    /// Whether the answer to this record is about to be sent; tracked.
    #[must_use]
    pub fn is_sending_for(self, about: RecordId) -> bool {
        self.changes.track();
        let sending = self.with(|inner| match &inner.undo.what {
            Some(What::Sending(id, _)) => Some(*id),
            _ => None,
        });
        let answers = |record: Opened| match record.body {
            Body::Acknowledgement(one) => one.alert == about,
            Body::Reply(one) => one.to == about,
            _ => false,
        };
        sending.and_then(|id| self.record_now(id)).is_some_and(answers)
    }

    /// Takes back what was done last.
    pub(super) fn take_undo(self) -> Result<(), Trouble> {
        match self.end_undo() {
            // Written anew meanwhile, by another device: then it is back already, and newer.
            Some(What::Deletion(record)) if self.record_now(record.id).is_none() => self.show(record),
            Some(What::Change(before, written)) => {
                let now = self.freshest(before.id).map(|record| record.body);
                let body = match now.filter(|now| written.as_deref() != Some(now)) {
                    Some(now) => merge(written.as_deref(), &before.body, &now),
                    None => before.body,
                };
                self.write(before.id, body)?;
                self.flush();
            }
            _ => {}
        }
        Ok(())
    }

    /// Does what has not been taken back.
    pub fn settle_undo(self) -> Result<(), Trouble> {
        match self.end_undo() {
            // What another device wrote meanwhile is kept: deleting it was not meant.
            Some(What::Deletion(record)) if self.record_now(record.id).is_none() => {
                self.delete_record(&record)
            }
            Some(What::Sending(id, readers)) => match self.freshest(id) {
                Some(record) => self.share(id, record.body, &readers),
                None => Ok(()),
            },
            _ => Ok(()),
        }
    }

    /// What was done last, in words, while it can be undone; tracked.
    #[must_use]
    pub fn may_undo(self) -> Option<&'static str> {
        self.changes.track();
        self.with(|inner| inner.undo.said)
    }

    /// Whether somebody is about to undo it: then there is more time.
    pub fn hold_undo(self, held: bool) {
        self.with(|inner| inner.undo.held = held);
    }

    /// Before this page goes: what was deleted is deleted, and everything is on its way to the disk.
    pub(super) fn hand_over(self) {
        // In a journal that was closed nothing is deleted.
        let _closed = self.settle_undo();
        self.hasten();
    }

    fn end_undo(self) -> Option<What> {
        let undo = self.with(|inner| std::mem::take(&mut inner.undo));
        self.changed();
        undo.what
    }

    fn offer(self, said: &'static str, what: What) {
        if self.settle_undo().is_err() {
            // The journal was closed in between; what was deleted before is still there.
            return;
        }
        let number = self.with(|inner| {
            inner.undone += 1;
            inner.undone
        });
        self.with(|inner| inner.undo = Undo { said: Some(said), held: false, what: Some(what), number });
        self.changed();
        spawn_local(async move {
            loop {
                clock::sleep(TIME).await;
                let (is_this, held) = self.with(|inner| (inner.undo.number == number, inner.undo.held));
                if !is_this {
                    return;
                }
                if !held {
                    break;
                }
            }
            // In a journal that was closed nothing is deleted.
            let _closed = self.settle_undo();
        });
    }
}
