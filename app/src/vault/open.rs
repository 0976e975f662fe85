//! Sealed to opened, for everything that comes from the disk and from the feed.

use journal::{
    record::{Body, Opened, Pin, Verified, merge},
    seal::{Peer, Place},
    sync::{Base, Saved},
};
use leptos::prelude::*;
use wire::{
    ids::{AccountId, Epoch, RecordId},
    sync::{Change, Item, Key, Operation, State},
};

use super::{OpenVault, Trouble, Vault};

impl Vault {
    /// Opens all that this device has. Own records come first: the pins in them open the others.
    pub(super) fn open_all(self, saved: &Saved, open: &OpenVault) {
        let me = open.keyring.account();
        let (mut records, mut unopenable) = (Vec::<Opened>::new(), Vec::new());
        let (own, others): (Vec<_>, Vec<_>) = saved.known.iter().partition(|item| item.owner == me);
        for item in own.into_iter().chain(others) {
            if item.state == State::Gone {
                continue;
            }
            match open_item(open, item, &records) {
                Ok(opened) => records.push(opened),
                Err(_) => unopenable.push(item.record),
            }
        }
        for operation in saved.waiting.iter().filter_map(|waiting| waiting.newest()) {
            records.retain(|record| record.id != operation.record);
            unopenable.retain(|record| *record != operation.record);
            if operation.change == Change::Delete {
                continue;
            }
            match open_operation(open, operation) {
                Ok(opened) => records.push(opened),
                Err(_) => unopenable.push(operation.record),
            }
        }
        records.sort_by_key(|record| record.id);
        self.records.set(records);
        self.unopenable.set(unopenable);
    }

    /// The newest that the server has.
    pub(super) fn take_in(self, item: &Item) {
        let was_unopenable = self.unopenable.with_untracked(|list| list.contains(&item.record));
        if was_unopenable {
            self.unopenable.update(|list| list.retain(|record| *record != item.record));
        }
        if item.state == State::Gone {
            self.forget(item.record);
            return;
        }
        let opened = self.records.with_untracked(|records| {
            self.with_open(|open| open_item(open, item, records)).and_then(|opened| opened)
        });
        match opened {
            Ok(opened) => {
                let is_pin = matches!(opened.body, Body::Pin(_));
                self.show(opened);
                if is_pin {
                    self.open_again();
                }
            }
            Err(_) => self.unopenable.update(|list| list.push(item.record)),
        }
    }

    /// Tries again what did not open: its author may be pinned by now.
    pub(super) fn open_again(self) {
        for id in self.unopenable.get_untracked() {
            let item = self.with_open(|open| open.machine.known(id).cloned()).ok().flatten();
            if let Some(item) = item {
                self.take_in(&item);
            }
        }
    }

    /// Both versions of a record in one operation upon the server's.
    pub(super) fn resolve(
        self,
        current: &Item,
        mine: &Operation,
        base: Option<&Item>,
    ) -> Result<(Operation, Opened), Trouble> {
        let (ours, theirs, base) = self.records.with_untracked(|records| {
            self.with_open(|open| {
                let theirs = match current.state {
                    State::Present { .. } => Some(open_item(open, current, records)),
                    State::Gone => None,
                };
                let base = base.and_then(|item| open_item(open, item, records).ok());
                (open_operation(open, mine), theirs, base)
            })
        })?;
        // What does not open, because it is damaged or from a newer app, must not be written over.
        let (ours, theirs) = (ours?, theirs.transpose()?);
        let merged = match &theirs {
            Some(theirs) => merge(base.as_ref().map(|opened| &opened.body), &ours.body, &theirs.body),
            None => ours.body,
        };
        // Whoever lost access on either side has lost it.
        let recipients: Vec<_> = match &theirs {
            Some(theirs) => {
                ours.recipients.iter().copied().filter(|one| theirs.recipients.contains(one)).collect()
            }
            None => ours.recipients,
        };
        let there = theirs.as_ref().map_or(Epoch(0), |opened| opened.epoch);
        let at = Base { rev: current.rev, epoch: ours.epoch.max(there.next()) };
        let operation = self.seal(current.record, &merged, &recipients, at)?;
        let opened = self.opened(&operation, merged, recipients, at.epoch)?;
        Ok((operation, opened))
    }

    /// Puts a record into the list, replacing an older state.
    pub(super) fn show(self, opened: Opened) {
        self.records.update(|records| match records.binary_search_by_key(&opened.id, |record| record.id) {
            Ok(place) => {
                if let Some(there) = records.get_mut(place) {
                    *there = opened;
                }
            }
            Err(place) => records.insert(place, opened),
        });
    }

    /// Takes a record off the list.
    pub(super) fn forget(self, id: RecordId) {
        let there = self.records.with_untracked(|records| super::find(records, id).is_some());
        if there {
            self.records.update(|records| records.retain(|record| record.id != id));
        }
    }
}

/// The pin of somebody, among opened records of `me`.
pub(super) fn pinned(records: &[Opened], me: AccountId, peer: AccountId) -> Option<(Peer, Verified)> {
    let (_, pin) = pin_of(records, me, peer)?;
    Peer::check(pin.peer, &pin.keys).ok().map(|checked| (checked, pin.how))
}

/// The record that pins somebody. Two devices that were offline may both have pinned; one that has the proof of
/// the link counts.
pub(super) fn pin_of(records: &[Opened], me: AccountId, peer: AccountId) -> Option<(RecordId, &Pin)> {
    let own = records.iter().filter(|record| record.owner == me);
    let pins = own.filter_map(|record| match &record.body {
        Body::Pin(pin) if pin.peer == peer => Some((record.id, pin)),
        _ => None,
    });
    pins.min_by_key(|(_, pin)| pin.how != Verified::Invite)
}

fn open_item(open: &OpenVault, item: &Item, records: &[Opened]) -> Result<Opened, Trouble> {
    let State::Present { epoch, content, key, .. } = &item.state else { return Err(Trouble::Unexpected) };
    let at = Place { owner: item.owner, record: item.record, rev: item.rev, epoch: *epoch };
    let (json, recipients) = match key {
        Key::Own { wrap, recipients } => (open.keyring.open_own(&at, content, wrap)?, recipients.clone()),
        Key::Granted { grant } => {
            let (author, _) =
                pinned(records, open.keyring.account(), item.owner).ok_or(Trouble::ForeignKeys)?;
            (open.keyring.open_granted(&at, &author, content, grant)?, Vec::new())
        }
    };
    let body = Body::parse(&json).map_err(|_| Trouble::Unexpected)?;
    Ok(Opened { id: item.record, owner: item.owner, rev: item.rev, epoch: *epoch, body, recipients })
}

fn open_operation(open: &OpenVault, operation: &Operation) -> Result<Opened, Trouble> {
    let Change::Put { epoch, content, own_wrap, grants, .. } = &operation.change else {
        return Err(Trouble::Unexpected);
    };
    let (owner, rev) = (open.keyring.account(), operation.base.next());
    let at = Place { owner, record: operation.record, rev, epoch: *epoch };
    let json = open.keyring.open_own(&at, content, own_wrap)?;
    let body = Body::parse(&json).map_err(|_| Trouble::Unexpected)?;
    let recipients = grants.iter().map(|granted| granted.recipient).collect();
    Ok(Opened { id: operation.record, owner, rev, epoch: *epoch, body, recipients })
}
