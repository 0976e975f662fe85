//! Where somebody's words are, for the line that says so.

use chrono::{DateTime, FixedOffset};
use journal::sync::{Action, Event};
use leptos::prelude::*;
use wire::ids::RecordId;

use super::{
    Vault,
    session::{Server, Session},
};
use crate::device::database::StorageError;

/// Where the newest words of one record are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// In this page only.
    Not,
    /// On this device.
    Here,
    /// On this device and on the server.
    Everywhere,
}

/// Where everything is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sync {
    /// The browser does not keep what is typed.
    Storage(StorageError),
    /// Nothing waits, and everything that the server has is here.
    Done,
    /// On its way, there or here.
    Sending,
    /// Kept here until there is a network.
    Offline(usize),
    /// Kept here until the server answers again.
    Away(usize),
    /// Kept here until somebody signs in again.
    SignedOut(usize),
    /// The words are on the server; so many recordings and photos stay here, because it has no more room for them.
    NoRoom(usize),
}

impl Vault {
    /// Where the newest words of a record are; tracked.
    #[must_use]
    pub fn kept(self, record: RecordId) -> Kept {
        self.changes.track();
        if self.is_unsaved(record) {
            return Kept::Not;
        }
        match self.with_open(|open| open.machine.is_pending(record)) {
            Ok(false) => Kept::Everywhere,
            _ => Kept::Here,
        }
    }

    /// Whether a record stays on this device because it is longer than the server takes; tracked.
    #[must_use]
    pub fn is_too_long(self, record: RecordId) -> bool {
        self.changes.track();
        self.with_open(|open| open.machine.is_too_long(record)).unwrap_or(false)
    }

    /// How many records do; tracked.
    #[must_use]
    pub fn too_long(self) -> usize {
        self.changes.track();
        self.with_open(|open| open.machine.too_long()).unwrap_or(0)
    }

    /// Where everything is; tracked.
    #[must_use]
    pub fn sync_state(self) -> Sync {
        self.changes.track();
        if let Some(error) = self.storage.get() {
            return Sync::Storage(error);
        }
        let words = self.words_waiting();
        let bytes = self.bytes_waiting();
        let waiting = words + bytes;
        let Server { session, is_away } = self.server.get();
        match session {
            _ if !self.online.get() => Sync::Offline(waiting),
            Session::Ended => Sync::SignedOut(waiting),
            _ if is_away => Sync::Away(waiting),
            Session::Lives if waiting == 0 && self.has_caught_up() => Sync::Done,
            Session::Lives if words == 0 && bytes > 0 && self.is_server_full() => Sync::NoRoom(bytes),
            Session::Lives | Session::Unknown => Sync::Sending,
        }
    }

    /// Whether this device has nothing yet of a journal that is on its way to it; tracked.
    #[must_use]
    pub fn is_arriving(self) -> bool {
        self.records.with(Vec::is_empty) && self.sync_state() == Sync::Sending
    }

    /// What the server does not take; tracked. What is still being asked about is no part of it: a reader may have left.
    #[must_use]
    pub fn refused(self) -> Vec<RecordId> {
        self.changes.track();
        let refused = self.with_open(|open| open.machine.refused()).unwrap_or_default();
        self.with(|inner| refused.into_iter().filter(|record| !inner.unpaired.contains(record)).collect())
    }

    /// Offers what was refused to the server once more.
    pub fn try_refused(self) {
        self.tell(Event::TryRefused);
    }

    /// Whether this device does not keep what is typed; tracked.
    #[must_use]
    pub fn is_unsafe(self) -> bool {
        self.storage.with(Option::is_some)
    }

    /// Since when words wait for the server; tracked.
    #[must_use]
    pub fn unsent_since(self) -> Option<DateTime<FixedOffset>> {
        self.changes.track();
        self.with(|inner| inner.unsent_since)
    }

    /// How many changes, recordings and photos would be gone with this device.
    #[must_use]
    pub fn waiting(self) -> usize {
        self.words_waiting() + untrack(|| self.bytes_waiting())
    }

    /// Whether everything that the server had to tell is here and can be seen.
    fn has_caught_up(self) -> bool {
        let has_read = self.with_open(|open| open.machine.has_caught_up()).unwrap_or(false);
        has_read && !self.with(|inner| inner.queue.iter().any(|action| matches!(action, Action::Changed(_))))
    }

    /// How many records the server does not have yet.
    pub(super) fn words_waiting(self) -> usize {
        self.with_open(|open| open.machine.pending()).unwrap_or(0)
    }
}
