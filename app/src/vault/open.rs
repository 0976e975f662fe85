//! Sealed to opened, for everything that comes from the disk and from the feed.

use std::collections::{BTreeMap, BTreeSet};

use journal::{
    record::{Body, Opened, merge},
    seal::{KeptKeys, Keyring, Place, SystemEntropy},
    sync::{Base, Saved},
};
use leptos::{prelude::*, task::spawn_local};
use wire::{
    ids::{AccountId, Epoch, RecordId, Rev},
    sync::{Change, Item, Key, Operation, State},
};

use super::{OpenVault, Trouble, Vault, pins::Pins};
use crate::device::clock::Slices;

/// A record that is there and does not open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unopenable {
    /// Which one.
    pub record: RecordId,
    /// Who wrote it.
    pub owner: AccountId,
    /// Why: a newer app may have written it, and then nothing is wrong with it.
    pub why: Trouble,
}

impl Unopenable {
    /// What the server has, as this device met it.
    pub(super) const fn of(item: &Item, why: Trouble) -> Self {
        Self { record: item.record, owner: item.owner, why }
    }
}

/// How long records are opened before the screen has its turn, milliseconds.
const SLICE: u32 = 40;

impl Vault {
    /// Opens all that this device has, and shows it at once: nobody may decide on what is missing from half a
    /// journal.
    pub(super) async fn open_all(self, saved: &Saved, keyring: &Keyring, kept: &mut KeptKeys) {
        let me = keyring.account();
        let (mut records, mut unopenable) = (Vec::<Opened>::with_capacity(saved.known.len()), Vec::new());
        let newer: BTreeSet<RecordId> = saved.waiting.iter().map(|waiting| waiting.record).collect();
        let present =
            saved.known.iter().filter(|item| item.state != State::Gone && !newer.contains(&item.record));
        let (own, others): (Vec<_>, Vec<_>) = present.partition(|item| item.owner == me);
        let mut slices = Slices::of(SLICE);
        // Own records come first: the pins in them open the others.
        for operation in saved.waiting.iter().filter_map(|waiting| waiting.newest()) {
            if operation.change != Change::Delete {
                match open_operation(keyring, operation) {
                    Ok(opened) => records.push(opened),
                    Err(why) => unopenable.push(Unopenable { record: operation.record, owner: me, why }),
                }
            }
        }
        let mut pins = Pins::default();
        for (items, is_own) in [(own, true), (others, false)] {
            for item in items {
                slices.pause().await;
                match open_item(keyring, kept, item, &pins) {
                    Ok(opened) => records.push(opened),
                    Err(why) => unopenable.push(Unopenable::of(item, why)),
                }
            }
            if is_own {
                pins = Pins::among(&records, me);
            }
        }
        records.sort_by_key(|record| record.id);
        kept.retain(|record| super::find(&records, record).is_some());
        self.search_in(records.iter().map(|record| record.id));
        self.records.set(records);
        self.unopenable.set(unopenable);
    }

    /// The newest that the server has, all that arrived together at once.
    pub(super) fn take_in(self, items: &[Item]) {
        let Some(me) = self.me() else { return };
        let (own, others): (Vec<&Item>, Vec<&Item>) = items.iter().partition(|item| item.owner == me);
        let pinned = self.take_in_in_order(&own);
        self.take_in_in_order(&others);
        if pinned {
            self.open_again();
        }
    }

    /// Answers whether somebody was pinned.
    fn take_in_in_order(self, items: &[&Item]) -> bool {
        if items.is_empty() {
            return false;
        }
        let mut opened: BTreeMap<RecordId, Option<Opened>> = BTreeMap::new();
        let mut unopenable = Vec::<Unopenable>::new();
        self.records.with_untracked(|records| {
            let pins = self.me().map(|me| Pins::among(records, me)).unwrap_or_default();
            for item in items {
                unopenable.retain(|one| one.record != item.record);
                let state = self.with_open(|open| match &item.state {
                    State::Gone => {
                        open.kept.forget(item.record);
                        Ok(None)
                    }
                    State::Present { .. } => open_item(&open.keyring, &mut open.kept, item, &pins).map(Some),
                });
                match state.and_then(|state| state) {
                    Ok(state) => drop(opened.insert(item.record, state)),
                    Err(why) => unopenable.push(Unopenable::of(item, why)),
                }
            }
        });
        if opened.values().any(Option::is_none) {
            // What was shared of what is gone goes, too.
            self.with(|inner| inner.tidy_due = true);
        }
        let was = |one: &Unopenable| items.iter().any(|item| item.record == one.record);
        if !unopenable.is_empty() || self.unopenable.with_untracked(|list| list.iter().any(was)) {
            self.unopenable.update(|list| {
                list.retain(|one| !was(one));
                list.append(&mut unopenable);
            });
        }
        let pinned = opened.values().flatten().any(|opened| matches!(opened.body, Body::Pin(_)));
        self.show_all(opened);
        pinned
    }

    /// Puts records into the list, or takes them off it, in one change.
    fn show_all(self, states: BTreeMap<RecordId, Option<Opened>>) {
        if states.is_empty() {
            return;
        }
        self.search_in(states.keys().copied());
        self.records.update(|records| {
            records.retain(|record| !states.contains_key(&record.id));
            records.extend(states.into_values().flatten());
            records.sort_by_key(|record| record.id);
        });
    }

    /// Keeps the keys of what others granted on the disk, if `is_wanted` says so. Where there is no room for them, the
    /// journal takes longer to open, and no more.
    pub(super) fn keep_keys(self, is_wanted: impl FnOnce(&KeptKeys) -> bool) {
        let sealed = self.with_open(|OpenVault { keyring, kept, .. }| {
            is_wanted(kept).then(|| kept.write(keyring, &mut SystemEntropy).ok()).flatten()
        });
        if let (Ok(Some(sealed)), Some(database)) = (sealed, self.with(|inner| inner.database.clone())) {
            spawn_local(async move {
                let _kept = database.keep_keys(&sealed).await;
            });
        }
    }

    /// Tries again what did not open: its author may be pinned by now.
    pub(super) fn open_again(self) {
        let items: Vec<Item> = self.unopenable.with_untracked(|list| {
            let known = |one: &Unopenable| {
                self.with_open(|open| open.machine.known(one.record).cloned()).ok().flatten()
            };
            list.iter().filter_map(known).collect()
        });
        self.take_in_in_order(&items.iter().collect::<Vec<_>>());
    }

    /// Both versions of a record in one operation upon the server's.
    pub(super) fn resolve(
        self,
        current: &Item,
        mine: &Operation,
        base: Option<&Item>,
        upon: Rev,
    ) -> Result<(Operation, Opened), Trouble> {
        let (ours, theirs, base) = self.records.with_untracked(|records| {
            self.with_open(|OpenVault { keyring, kept, .. }| {
                let pins = Pins::among(records, keyring.account());
                let theirs = match current.state {
                    State::Present { .. } => Some(open_item(keyring, kept, current, &pins)),
                    State::Gone => None,
                };
                let base = base.and_then(|item| open_item(keyring, kept, item, &pins).ok());
                (open_operation(keyring, mine), theirs, base)
            })
        })?;
        // What does not open, because it is damaged or from a newer app, must not be written over.
        let (ours, theirs) = (ours?, theirs.transpose()?);
        let merged = match &theirs {
            Some(theirs) => merge(base.as_ref().map(|opened| &opened.body), &ours.body, &theirs.body),
            None => ours.body,
        };
        // Whoever lost access on either side has lost it; by a deletion, everybody did.
        let recipients: Vec<_> = match &theirs {
            Some(theirs) => {
                ours.recipients.iter().copied().filter(|one| theirs.recipients.contains(one)).collect()
            }
            None => Vec::new(),
        };
        let recipients = self.who_reads(&merged, recipients);
        let there = theirs.as_ref().map_or(Epoch(0), |opened| opened.epoch);
        let at = Base { rev: upon, epoch: ours.epoch.max(there.next()) };
        let operation = self.seal(current.record, &merged, &recipients, at)?;
        let opened = self.opened(&operation, merged, recipients, at.epoch)?;
        Ok((operation, opened))
    }

    /// Puts a record into the list, replacing an older state.
    pub(super) fn show(self, opened: Opened) {
        self.search_in([opened.id]);
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
        self.search_in([id]);
        let there = self.records.with_untracked(|records| super::find(records, id).is_some());
        if there {
            self.records.update(|records| records.retain(|record| record.id != id));
        }
    }
}

/// What the server has, or had, of a record.
pub(super) fn opened_item(open: &mut OpenVault, item: &Item, records: &[Opened]) -> Result<Opened, Trouble> {
    let pins = Pins::among(records, open.keyring.account());
    open_item(&open.keyring, &mut open.kept, item, &pins)
}

fn open_item(keyring: &Keyring, kept: &mut KeptKeys, item: &Item, pins: &Pins) -> Result<Opened, Trouble> {
    let State::Present { epoch, content, key, .. } = &item.state else { return Err(Trouble::Unexpected) };
    let at = Place { owner: item.owner, record: item.record, rev: item.rev, epoch: *epoch };
    let (json, recipients) = match key {
        Key::Own { wrap, recipients } => (keyring.open_own(&at, content, wrap)?, recipients.clone()),
        Key::Granted { grant } => {
            let author = pins.of(item.owner).ok_or(Trouble::ForeignKeys)?;
            let json = match kept.open_again(&at, author.keys(), content) {
                Some(json) => json,
                None => kept.open(keyring, &at, author.checked()?, content, grant)?,
            };
            (json, Vec::new())
        }
    };
    let body = Body::parse(&json).map_err(|_| Trouble::Unexpected)?;
    Ok(Opened { id: item.record, owner: item.owner, rev: item.rev, epoch: *epoch, body, recipients })
}

fn open_operation(keyring: &Keyring, operation: &Operation) -> Result<Opened, Trouble> {
    let Change::Put { epoch, content, own_wrap, grants, .. } = &operation.change else {
        return Err(Trouble::Unexpected);
    };
    let (owner, rev) = (keyring.account(), operation.base.next());
    let at = Place { owner, record: operation.record, rev, epoch: *epoch };
    let json = keyring.open_own(&at, content, own_wrap)?;
    let body = Body::parse(&json).map_err(|_| Trouble::Unexpected)?;
    let recipients = grants.iter().map(|granted| granted.recipient).collect();
    Ok(Opened { id: operation.record, owner, rev, epoch: *epoch, body, recipients })
}
