//! Something beside the words of an entry: a drawing, a voice note, a photo.

mod due;
mod merge;
#[cfg(test)]
mod two_devices;

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};
use wire::{
    bytes,
    ids::{AccountId, BlobId, RecordId},
};

pub use self::due::{Due, Here};
use super::{Opened, Rest};
use crate::{
    seal::{BlobPlace, ContentKey},
    sketch::Sketch,
};

/// What it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum What {
    /// Drawn by hand.
    Sketch,
    /// Spoken.
    Voice,
    /// Taken or chosen.
    Photo,
}

impl What {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Sketch, Self::Voice, Self::Photo];
}

/// How the bytes of a blob are to be read. Our own list: what a browser calls a file is not believed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Media {
    /// Strokes as JSON, where they are too many for the record.
    Strokes,
    /// Sound, as Chromium and Firefox record it.
    Webm,
    /// Sound, as Safari records it.
    Mp4,
    /// Sound, as older Firefox records it.
    Ogg,
    /// A picture.
    Jpeg,
    /// A picture.
    Webp,
}

impl Media {
    /// As a browser wants to hear it.
    #[must_use]
    pub const fn mime(self) -> &'static str {
        match self {
            Self::Strokes => "application/json",
            Self::Webm => "audio/webm",
            Self::Mp4 => "audio/mp4",
            Self::Ogg => "audio/ogg",
            Self::Jpeg => "image/jpeg",
            Self::Webp => "image/webp",
        }
    }

    /// What a browser's recorder or canvas says it made.
    #[must_use]
    pub fn from_mime(mime: &str) -> Option<Self> {
        let plain = mime.split(';').next().unwrap_or_default().trim();
        match plain {
            "audio/webm" | "video/webm" => Some(Self::Webm),
            "audio/mp4" | "video/mp4" => Some(Self::Mp4),
            "audio/ogg" => Some(Self::Ogg),
            "image/jpeg" => Some(Self::Jpeg),
            "image/webp" => Some(Self::Webp),
            _ => None,
        }
    }
}

/// Where the bytes are, and what opens them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Blob {
    /// Which blob.
    pub id: BlobId,
    /// What its chunks are sealed under.
    pub key: ContentKey,
    /// How to read it.
    pub media: Media,
    /// How long it is, in bytes before sealing.
    pub bytes: u64,
    /// How many chunks there are; 0 while it is still growing on the device that makes it.
    pub chunks: u32,
    /// How long a recording is, in milliseconds.
    #[serde(default)]
    pub millis: Option<u32>,
}

/// A small picture, to be shown at once.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Preview {
    /// How to read it.
    pub media: Media,
    /// The picture.
    #[serde(with = "bytes")]
    pub bytes: Vec<u8>,
    /// Width and height of the whole picture, pixels.
    pub size: (u32, u32),
}

impl std::fmt::Debug for Preview {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Preview({} bytes)", self.bytes.len())
    }
}

/// One attachment.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Attachment {
    /// Version of this body.
    pub v: u8,
    /// The entry it belongs to.
    pub entry: RecordId,
    /// What it is.
    pub what: What,
    /// When it was begun.
    pub made: DateTime<FixedOffset>,
    /// What it shows or says, in words: for whoever does not see or hear it, and for the search.
    #[serde(default)]
    pub about: String,
    /// The drawing, where it is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sketch: Option<Sketch>,
    /// A small picture of a photo.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub preview: Option<Preview>,
    /// Where the bytes are.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub blob: Option<Blob>,
    /// It was taken back: the bytes are to be sealed anew as this, because a reader knew the old key.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<Blob>,
    /// Blobs that the server is to forget.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub dropped: Vec<BlobId>,
    /// What a newer version wrote.
    #[serde(flatten)]
    pub rest: Rest,
}

impl Attachment {
    /// With nothing in it yet.
    #[must_use]
    pub fn new(entry: RecordId, what: What, made: DateTime<FixedOffset>) -> Self {
        Self {
            v: 1,
            entry,
            what,
            made,
            about: String::new(),
            sketch: None,
            preview: None,
            blob: None,
            next: None,
            dropped: Vec::new(),
            rest: Rest::new(),
        }
    }

    /// Whether it is still growing on the device that makes it, or was cut off there.
    #[must_use]
    pub fn is_growing(&self) -> bool {
        self.blob.as_ref().is_some_and(|blob| blob.chunks == 0)
    }

    /// The same attachment for nobody but its author: what a reader knew the key of gets another one. `fresh`
    /// makes id and key. Nothing is lost meanwhile: the old blob stays the one to read until the new one is whole.
    #[must_use]
    pub fn taken_back(mut self, fresh: impl FnOnce() -> (BlobId, ContentKey)) -> Self {
        let Some(blob) = self.blob.clone().filter(|blob| blob.chunks > 0) else { return self };
        // Taken back a second time before the first was done: that key was known, too.
        self.dropped.extend(self.next.take().map(|unfinished| unfinished.id));
        let (id, key) = fresh();
        self.next = Some(Blob { id, key, ..blob });
        self
    }

    /// The new blob is whole on the server: it is the one to read, the old one goes.
    #[must_use]
    pub fn resealed(mut self) -> Self {
        if let Some(next) = self.next.take() {
            let now = next.id;
            self.dropped.extend(self.blob.replace(next).map(|old| old.id).filter(|old| *old != now));
        }
        self
    }
}

impl Opened {
    /// The attachment in it, if it is one.
    #[must_use]
    pub const fn attachment(&self) -> Option<&Attachment> {
        if let super::Body::Attachment(attachment) = &self.body { Some(attachment) } else { None }
    }
}

impl Blob {
    /// Where its chunks stand.
    #[must_use]
    pub const fn place(&self, owner: AccountId, record: RecordId) -> BlobPlace {
        BlobPlace { owner, record, blob: self.id }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        seal::{Entropy, SystemEntropy},
        sketch::{Ink, Stroke},
    };

    fn fresh() -> (BlobId, ContentKey) {
        (BlobId::from_random(SystemEntropy.bytes16()), ContentKey::make(&mut SystemEntropy))
    }

    fn photo() -> Attachment {
        let at = DateTime::parse_from_rfc3339("2026-10-14T19:00:00+02:00").unwrap();
        let mut photo = Attachment::new(RecordId::from_random([7; 16]), What::Photo, at);
        let (id, key) = fresh();
        photo.blob = Some(Blob { id, key, media: Media::Jpeg, bytes: 9, chunks: 1, millis: None });
        photo
    }

    #[test]
    fn what_was_taken_back_gets_another_key_and_the_old_blob_goes_only_when_the_new_one_is_whole() {
        let before = photo();
        let old = before.blob.clone().unwrap();
        let during = before.taken_back(fresh);
        let next = during.next.clone().unwrap();
        assert_eq!((during.blob.as_ref(), during.dropped.len()), (Some(&old), 0));
        assert!(next.key != old.key && next.id != old.id);
        assert_eq!((next.bytes, next.chunks, next.media), (old.bytes, old.chunks, old.media));
        let after = during.resealed();
        assert_eq!((after.blob, after.next, after.dropped), (Some(next), None, vec![old.id]));
    }

    #[test]
    fn taken_back_twice_no_key_that_was_known_is_used() {
        let once = photo().taken_back(fresh);
        let (old, first) = (once.blob.clone().unwrap(), once.next.clone().unwrap());
        let done = once.taken_back(fresh).resealed();
        assert!(done.blob.as_ref().is_some_and(|blob| blob.key != first.key && blob.key != old.key));
        assert_eq!(done.dropped, [first.id, old.id]);
    }

    #[test]
    fn two_devices_drew_on_one_sheet_and_every_stroke_stays() {
        let stroke = |x| Stroke::begin(Ink::Ink, 24, 0.0, (x, 0));
        let sketch = |xs: &[i16]| Some(Sketch { strokes: xs.iter().map(|x| stroke(*x)).collect() });
        let mut base = photo();
        base.sketch = sketch(&[1, 2]);
        let mine = Attachment { sketch: sketch(&[1, 3]), about: "house".into(), ..base.clone() };
        let theirs = Attachment { sketch: sketch(&[1, 2, 4]), about: "sea".into(), ..base.clone() };
        let merged = Attachment::merge(Some(&base), &mine, &theirs);
        assert_eq!(merged.sketch, sketch(&[1, 3, 4]));
        assert!(merged.about.contains("house") && merged.about.contains("sea"));
    }

    #[test]
    fn whatever_two_devices_did_to_the_blob_one_is_read_and_no_other_is_forgotten_to_be_forgotten() {
        let base = photo();
        let old = base.blob.clone().unwrap().id;
        let (one, other) = (base.clone().taken_back(fresh), base.clone().taken_back(fresh));
        let both = Attachment::merge(Some(&base), &one, &other);
        assert_eq!((&both.blob, &both.next), (&one.blob, &one.next));
        assert_eq!(both.dropped, [other.next.clone().unwrap().id]);
        // One was done with it, the other changed only words.
        let done = one.clone().resealed();
        let words = Attachment { about: "x".into(), ..one.clone() };
        for merged in
            [Attachment::merge(Some(&one), &done, &words), Attachment::merge(Some(&one), &words, &done)]
        {
            assert_eq!((&merged.blob, &merged.next), (&done.blob, &None));
            assert_eq!(merged.dropped, [old]);
        }
    }

    #[test]
    fn whoever_comes_late_to_the_end_of_it_brings_back_no_blob_and_no_key_that_was_known() {
        let once = photo().taken_back(fresh);
        let late = once.clone().resealed();
        let (old, first) = (once.blob.clone().unwrap().id, once.next.clone().unwrap().id);
        // Taken back a second time meanwhile, and not done with it: there is one more to come.
        let again = once.clone().taken_back(fresh);
        let both = Attachment::merge(Some(&once), &late, &again);
        assert_eq!((&both.blob, &both.next), (&late.blob, &again.next));
        assert_eq!(both.dropped, [old]);
        // Done with it, and everything before it forgotten.
        let done = Attachment { dropped: Vec::new(), ..again.resealed() };
        let both = Attachment::merge(Some(&once), &late, &done);
        assert_eq!((&both.blob, &both.next), (&done.blob, &None));
        assert!(both.dropped.len() == 2 && [old, first].iter().all(|id| both.dropped.contains(id)));
        // Only words were changed there.
        let words = Attachment { about: "x".into(), ..once.clone() };
        let both = Attachment::merge(Some(&once), &words, &done);
        assert_eq!((&both.blob, &both.next), (&done.blob, &None));
    }

    #[test]
    fn a_drawing_without_a_blob_needs_no_other_key() {
        let mut drawing = photo();
        drawing.blob = None;
        assert_eq!(drawing.clone().taken_back(fresh), drawing);
        assert_eq!(drawing.clone().resealed(), drawing);
    }

    #[test]
    fn a_browsers_name_for_a_file_is_one_of_ours_or_none() {
        assert_eq!(Media::from_mime("audio/webm;codecs=opus"), Some(Media::Webm));
        assert_eq!(Media::from_mime("image/svg+xml"), None);
        assert_eq!(Media::from_mime("text/html"), None);
    }
}
