//! What somebody decided about sharing. Never granted to anybody: what a reader holds does not say where it is from.

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};
use wire::ids::RecordId;

use super::Rest;

/// How much of a record is shared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Form {
    /// The record itself; later changes go along.
    All,
    /// A passage of an entry, as an excerpt.
    Passage,
    /// The scales of a check-in, without its words.
    Numbers,
    /// Nothing, although a rule would share it.
    Nothing,
}

/// One decision about one record of one's own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Share {
    /// Version of this body.
    pub v: u8,
    /// What it is about.
    pub source: RecordId,
    /// How much of it.
    pub form: Form,
    /// The record that the reader has instead; `None` when they have the source itself, or nothing.
    pub copy: Option<RecordId>,
    /// What the copy was taken from, as it read when the author last looked at both.
    pub basis: String,
    /// Whether a rule of the author decided, and not the author's own hand.
    pub by_rule: bool,
    /// When.
    pub at: DateTime<FixedOffset>,
    /// What a newer version wrote.
    #[serde(flatten)]
    pub rest: Rest,
}
