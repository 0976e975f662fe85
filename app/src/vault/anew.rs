//! What a server that was put back has lost of ours, sealed once more.

use journal::{
    record::merge,
    seal::{Entropy, SystemEntropy},
    sync::{Base, Event},
};
use leptos::prelude::*;
use wire::{
    ids::{AccountId, Epoch, OpId, Rev},
    sync::{Change, Item, Operation, State},
};

use super::{Trouble, Unopenable, Vault, open::opened_item, pins::pinned};

impl Vault {
    /// Seals it and tells the machine; its bytes are offered to the server again, too.
    pub(super) async fn hand_in(self, mine: Item, theirs: Option<Item>, over: Rev) {
        let record = mine.record;
        let sealed = self.sealed_anew(&mine, theirs.as_ref());
        if let Err(why) = &sealed {
            let why = *why;
            self.unopenable.update(|list| list.push(Unopenable::of(&mine, why)));
        }
        let (operation, body) = sealed.map_or((None, None), |(operation, body)| (Some(operation), body));
        let op = operation.as_ref().map(|operation| operation.op);
        let shown = operation.clone();
        self.tell(Event::Restored { record, over, operation });
        let taken = self.with_open(|open| op.is_some() && open.machine.waits_as(record) == op);
        if let (Ok(true), Some(operation), Some((body, readers, epoch))) = (taken, shown, body)
            && let Ok(opened) = self.opened(&operation, body, readers, epoch)
        {
            self.show(opened);
        }
        self.offer_bytes_again(record).await;
    }

    #[expect(clippy::type_complexity, reason = "what was sealed, and what is shown of it")]
    fn sealed_anew(
        self,
        mine: &Item,
        theirs: Option<&Item>,
    ) -> Result<(Operation, Option<(journal::record::Body, Vec<AccountId>, Epoch)>), Trouble> {
        let id = mine.record;
        let base = self.with_open(|open| open.machine.base_for(id))?;
        if mine.state == State::Gone {
            let op = OpId::from_random(SystemEntropy.bytes16());
            let change = Change::Delete;
            return Ok((Operation { op, record: id, base: base.rev, over: None, change }, None));
        }
        let (ours, theirs) = self.records.with_untracked(|records| {
            self.with_open(|open| {
                let theirs = theirs.filter(|item| item.state != State::Gone);
                let theirs = theirs.map(|item| opened_item(open, item, records));
                (opened_item(open, mine, records), theirs)
            })
        })?;
        let (ours, theirs) = (ours?, theirs.transpose()?);
        let mut readers = self.who_stays(ours.recipients);
        let (mut rev, mut epoch, mut body) = (base.rev, ours.epoch.max(base.epoch), ours.body);
        if let Some(theirs) = theirs {
            // Whoever lost access on either side has lost it.
            readers.retain(|one| theirs.recipients.contains(one));
            (rev, epoch) = (rev.max(theirs.rev), epoch.max(theirs.epoch));
            // Whoever wrote more often is likelier to have known of the other.
            let is_further = theirs.rev > ours.rev;
            let (first, second) = if is_further { (&theirs.body, &body) } else { (&body, &theirs.body) };
            body = merge(None, first, second);
        }
        let me = self.me().ok_or(Trouble::Locked)?;
        self.records.with_untracked(|records| {
            readers.retain(|one| pinned(records, me, *one).is_some_and(|(_, how)| how.is_verified()));
        });
        let at = Base { rev, epoch: epoch.next() };
        let operation = self.seal(id, &body, &readers, at)?;
        Ok((operation, Some((body, readers, at.epoch))))
    }
}
