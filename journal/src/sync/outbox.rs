//! What waits for one record: at most two operations.

use serde::{Deserialize, Serialize};
use wire::{
    ids::{OpId, RecordId, Rev},
    sync::{Item, Operation},
};

/// Operations of one record that the server has not confirmed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Waiting {
    /// Which record.
    pub record: RecordId,
    /// May have reached the server: never altered, retried as it is. Only what it is to go over may change, after the
    /// server was put back.
    pub sent: Option<Operation>,
    /// Newer words, replaceable until they are sent.
    pub next: Option<Operation>,
    /// What the older of the two was made from.
    pub base: Option<Item>,
}

impl Waiting {
    /// The newest words.
    #[must_use]
    pub fn newest(&self) -> Option<&Operation> {
        self.next.as_ref().or(self.sent.as_ref())
    }

    /// What goes out first.
    pub(super) fn first(&mut self) -> Option<&mut Operation> {
        self.sent.as_mut().or(self.next.as_mut())
    }

    /// Whether it goes over a state that is older than what it was made from.
    pub(super) fn goes_over(&self) -> bool {
        [&self.sent, &self.next].into_iter().flatten().any(|operation| operation.over.is_some())
    }
}

/// What a `Resolve` asked for; no other answer counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Asked {
    /// The newest of ours, then.
    pub mine: OpId,
    /// The revision to go on from, then.
    pub upon: Rev,
    /// Whether theirs is another by now.
    pub stale: bool,
}

/// Why a record's operations are not sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Hold {
    /// Waits for the answer to the one `Resolve` that is open.
    Conflict(Asked),
    /// The server showed a state that contradicts what was seen: nothing goes there until the app starts anew.
    Suspect,
    /// The server lacks what it was made from: the feed is read anew first.
    Anew,
    /// Refused for good, until the person changes the record again or the app starts anew.
    Refused,
}
