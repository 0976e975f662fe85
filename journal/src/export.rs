//! Everything, to take away: one document that anybody can read, and one file that a program can.

mod document;
mod zip;

use std::{borrow::Cow, collections::BTreeMap};

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};
use wire::ids::{AccountId, Epoch, RecordId, Rev};

pub use self::{
    document::{Label, Words, document},
    zip::{Archive, TooLarge},
};
use crate::record::{Attachment, Body, Media, Opened, What};

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
    /// Where in the archive the bytes of an attachment are.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<Cow<'a, str>>,
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

    /// With the bytes of these attachments in files beside it.
    #[must_use]
    pub fn with_files(mut self, files: &'a BTreeMap<RecordId, String>) -> Self {
        for taken in &mut self.records {
            taken.file = files.get(&taken.id).map(|file| file.as_str().into());
        }
        self
    }

    /// As one JSON file.
    #[must_use]
    pub fn to_json(&self) -> Vec<u8> {
        serde_json::to_vec_pretty(self).unwrap_or_default()
    }
}

/// What the file with the bytes of an attachment is called in the archive: its day, what it is, and of which record.
/// `None` where everything is in the record, or the bytes are not whole yet.
#[must_use]
pub fn file_name(record: RecordId, attachment: &Attachment) -> Option<String> {
    let blob = attachment.blob.as_ref().filter(|_| !attachment.is_growing())?;
    let what = match attachment.what {
        What::Sketch => "sketch",
        What::Voice => "voice",
        What::Photo => "photo",
    };
    let ending = match blob.media {
        Media::Strokes => "json",
        Media::Webm => "webm",
        Media::Mp4 => "m4a",
        Media::Ogg => "ogg",
        Media::Jpeg => "jpg",
        Media::Webp => "webp",
    };
    Some(format!("attachments/{}-{what}-{record}.{ending}", attachment.made.date_naive()))
}

impl<'a> From<&'a Opened> for Taken<'a> {
    fn from(opened: &'a Opened) -> Self {
        Self {
            id: opened.id,
            owner: opened.owner,
            rev: opened.rev,
            epoch: opened.epoch,
            recipients: opened.recipients.as_slice().into(),
            file: None,
            body: Cow::Borrowed(&opened.body),
        }
    }
}

#[cfg(test)]
pub(crate) mod tests;
