//! Changes up, changes down.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::{
    ids::{AccountId, Epoch, OpId, RecordId, Rev, Seq},
    problem::Code,
    sealed::{Grant, Sealed, Wrap},
};

/// A record's key for one recipient.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Granted {
    /// Must be paired with the author.
    pub recipient: AccountId,
    /// The key.
    pub grant: Grant,
}

/// One change to one record of the caller.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Operation {
    /// The same for every retry.
    pub op: OpId,
    /// Which record.
    pub record: RecordId,
    /// The revision it was made from; 0 for a new record. Applied, it becomes `base + 1`.
    pub base: Rev,
    /// The revision that the server has, where it was put back to an older state than the author has seen: lower than
    /// `base`, and 0 for a record that it lost. Applied, the record becomes `base + 1` all the same.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub over: Option<Rev>,
    /// What to do.
    pub change: Change,
}

/// What an operation does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "do", rename_all = "snake_case")]
pub enum Change {
    /// Write the record whole. Whoever is not in `grants` has no access from then on.
    Put {
        /// Never lower than before; higher when somebody lost access.
        epoch: Epoch,
        /// The sealed content.
        content: Sealed,
        /// The key for the author.
        own_wrap: Wrap,
        /// The key for each recipient.
        grants: Vec<Granted>,
        /// Wakes the recipients' devices; says nothing of why.
        urgent: bool,
    },
    /// Drop content, key and grants; a tombstone stays.
    Delete,
}

/// `POST /sync`.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Push {
    /// At most [`crate::limits::BATCH`]; carried out in order, each on its own.
    pub operations: Vec<Operation>,
}

/// Answer to [`Push`]: one for each operation, in the same order.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Pushed {
    /// In the order of the operations.
    pub answers: Vec<Answer>,
}

/// What became of one operation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Answer {
    /// Which operation.
    pub op: OpId,
    /// What became of it.
    #[serde(flatten)]
    pub outcome: Outcome,
}

/// What became of one operation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "outcome", rename_all = "snake_case")]
pub enum Outcome {
    /// Durably written (now, or by an earlier try with the same id).
    Applied {
        /// The revision it made.
        rev: Rev,
        /// Where it stands in the author's feed.
        seq: Seq,
        /// When the server wrote it.
        written: DateTime<Utc>,
    },
    /// The record is no longer at `base`; nothing was written.
    Conflict {
        /// What it is now.
        current: Item,
    },
    /// It can never be carried out as it is; nothing was written.
    Refused {
        /// Why.
        code: Code,
    },
}

/// `GET /sync?after=N&limit=200&seen=M`, where `M` is the farthest place that the device was told of.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Page {
    /// Ascending by `seq`, each record at most once.
    pub items: Vec<Item>,
    /// What to ask for next. Where the server is behind what was seen, its own end of the feed, in another
    /// [`Seq::era`]: the feed is to be read anew.
    pub next: Seq,
    /// Whether there is more now.
    pub more: bool,
}

/// The present state of one record in somebody's feed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Item {
    /// Its place in the caller's feed.
    pub seq: Seq,
    /// Which record.
    pub record: RecordId,
    /// Who wrote it.
    pub owner: AccountId,
    /// Its revision; of a record that is gone for the caller, the last one the server counted.
    pub rev: Rev,
    /// What there is of it.
    #[serde(flatten)]
    pub state: State,
}

/// What there is of a record, for this caller.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum State {
    /// Readable with the key beside it.
    Present {
        /// Its key's epoch.
        epoch: Epoch,
        /// The sealed content.
        content: Sealed,
        /// How the caller opens it.
        key: Key,
        /// Whether the author called it urgent.
        urgent: bool,
        /// When the server wrote this revision.
        written: DateTime<Utc>,
    },
    /// Deleted, or no longer shared with the caller.
    Gone,
}

/// How a caller opens a record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "by", rename_all = "snake_case")]
pub enum Key {
    /// The caller wrote it.
    Own {
        /// Under the caller's account key.
        wrap: Wrap,
        /// Who else can read it now.
        recipients: Vec<AccountId>,
    },
    /// Somebody shared it with the caller.
    Granted {
        /// For the caller's sharing key.
        grant: Grant,
    },
}

/// What a server-sent event says: only that something changed.
pub const CHANGED: &str = "changed";
