//! Everything, to take away: one document that anybody can read, and one file that a program can.

mod document;
mod zip;

use std::borrow::Cow;

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};
use wire::ids::{AccountId, Epoch, RecordId, Rev};

pub use self::{
    document::{Label, Words, document},
    zip::{Archive, TooLarge},
};
use crate::record::{Body, Opened};

/// Everything that an account can open, with what it cannot.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Everything<'a> {
    /// What this file is.
    pub format: Cow<'a, str>,
    /// Version of this format.
    pub v: u8,
    /// When it was made.
    pub made: DateTime<FixedOffset>,
    /// Whose.
    pub account: AccountId,
    /// The sign-in name.
    pub name: Cow<'a, str>,
    /// Own records, and those that others let this account read.
    pub records: Vec<Taken<'a>>,
    /// Records that are there and do not open.
    pub unopenable: Cow<'a, [RecordId]>,
}

/// One record, whole.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Taken<'a> {
    /// Which record.
    pub id: RecordId,
    /// Who wrote it.
    pub owner: AccountId,
    /// Which revision.
    pub rev: Rev,
    /// Which epoch of its key.
    pub epoch: Epoch,
    /// Who else can read it.
    pub recipients: Cow<'a, [AccountId]>,
    /// What it says, with all that only a newer version knows.
    pub body: Cow<'a, Body>,
}

impl<'a> Everything<'a> {
    /// Of one account, at `made`.
    #[must_use]
    pub fn new(
        account: AccountId,
        name: &'a str,
        made: DateTime<FixedOffset>,
        records: &'a [Opened],
        unopenable: &'a [RecordId],
    ) -> Self {
        Self {
            format: "interleaf export".into(),
            v: 1,
            made,
            account,
            name: name.into(),
            records: records.iter().map(Taken::from).collect(),
            unopenable: unopenable.into(),
        }
    }

    /// As one JSON file.
    #[must_use]
    pub fn to_json(&self) -> Vec<u8> {
        serde_json::to_vec_pretty(self).unwrap_or_default()
    }
}

impl<'a> From<&'a Opened> for Taken<'a> {
    fn from(opened: &'a Opened) -> Self {
        Self {
            id: opened.id,
            owner: opened.owner,
            rev: opened.rev,
            epoch: opened.epoch,
            recipients: opened.recipients.as_slice().into(),
            body: Cow::Borrowed(&opened.body),
        }
    }
}

#[cfg(test)]
mod tests;
