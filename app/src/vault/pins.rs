//! Whose keys this account has pinned.

use std::{cell::OnceCell, collections::BTreeMap};

use journal::{
    record::{Body, Opened, Pin, Verified},
    seal::Peer,
};
use wire::{
    ids::{AccountId, RecordId},
    keys::PublicKeys,
};

use super::Trouble;

/// The pin of somebody, among opened records of `me`.
pub(super) fn pinned(records: &[Opened], me: AccountId, peer: AccountId) -> Option<(Peer, Verified)> {
    let (_, pin) = pin_of(records, me, peer)?;
    Peer::check(pin.peer, &pin.keys).ok().map(|checked| (checked, pin.how))
}

/// Whether somebody is not paired any more.
pub(super) fn has_left(records: &[Opened], me: AccountId, peer: AccountId) -> bool {
    pin_of(records, me, peer).is_some_and(|(_, pin)| pin.ended.is_some())
}

/// The record that pins somebody. Two devices that were offline may both have pinned; one that has the proof of
/// the link counts.
pub(super) fn pin_of(records: &[Opened], me: AccountId, peer: AccountId) -> Option<(RecordId, &Pin)> {
    let own = records.iter().filter(|record| record.owner == me);
    let pins = own.filter_map(|record| match &record.body {
        Body::Pin(pin) if pin.peer == peer => Some((record.id, pin)),
        _ => None,
    });
    pins.min_by_key(|(_, pin)| !pin.how.is_verified())
}

/// The record that pins each, as [`pin_of`] has it, in one go: a therapist has many clients and very many records.
pub(super) fn pins(records: &[Opened], me: AccountId) -> BTreeMap<AccountId, (RecordId, &Pin)> {
    let mut all: BTreeMap<AccountId, (RecordId, &Pin)> = BTreeMap::new();
    for record in records.iter().filter(|record| record.owner == me) {
        let Body::Pin(pin) = &record.body else { continue };
        let better = |(_, known): &(RecordId, &Pin)| known.how.is_verified() || !pin.how.is_verified();
        if !all.get(&pin.peer).is_some_and(better) {
            all.insert(pin.peer, (record.id, pin));
        }
    }
    all
}

/// Whose keys are pinned.
#[derive(Default)]
pub(super) struct Pins(BTreeMap<AccountId, Pinned>);

impl Pins {
    /// The pins among the opened records of `me`.
    pub(super) fn among(records: &[Opened], me: AccountId) -> Self {
        let keys = pins(records, me).into_iter();
        Self(keys.map(|(peer, (_, pin))| (peer, Pinned::new(peer, pin.keys.clone()))).collect())
    }

    pub(super) fn of(&self, author: AccountId) -> Option<&Pinned> {
        self.0.get(&author)
    }
}

/// Somebody's keys. A signature is checked once something has to be opened with them: a therapist has hundreds.
pub(super) struct Pinned {
    account: AccountId,
    keys: PublicKeys,
    checked: OnceCell<Option<Peer>>,
}

impl Pinned {
    const fn new(account: AccountId, keys: PublicKeys) -> Self {
        Self { account, keys, checked: OnceCell::new() }
    }

    pub(super) const fn keys(&self) -> &PublicKeys {
        &self.keys
    }

    pub(super) fn checked(&self) -> Result<&Peer, Trouble> {
        let checked = self.checked.get_or_init(|| Peer::check(self.account, &self.keys).ok());
        checked.as_ref().ok_or(Trouble::ForeignKeys)
    }
}
