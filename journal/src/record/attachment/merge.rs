//! What becomes of an attachment that two devices changed.

use wire::ids::BlobId;

use super::{Attachment, Blob};
use crate::{
    record::merge::{both, rests},
    sketch::Sketch,
};

impl Attachment {
    /// After both changed it: no stroke and no word of either is dropped, and every blob is kept or to be forgotten.
    pub(in crate::record) fn merge(base: Option<&Self>, mine: &Self, theirs: &Self) -> Self {
        let blob = read(base, mine, theirs);
        let mut merged = Self {
            about: both(base.map(|base| &base.about), &mine.about, &theirs.about),
            sketch: sketches(base, mine, theirs),
            preview: mine.preview.clone().or_else(|| theirs.preview.clone()),
            next: still_next(base, mine, theirs, blob.as_ref()),
            blob,
            rest: rests(&mine.rest, &theirs.rest),
            ..mine.clone()
        };
        let named =
            [&mine.blob, &mine.next, &theirs.blob, &theirs.next].into_iter().flatten().map(|blob| blob.id);
        let mut dropped: Vec<BlobId> =
            mine.dropped.iter().chain(&theirs.dropped).copied().chain(named).collect();
        let kept = [&merged.blob, &merged.next].map(|blob| blob.as_ref().map(|blob| blob.id));
        dropped.retain(|id| !kept.contains(&Some(*id)));
        dropped.sort_unstable();
        dropped.dedup();
        merged.dropped = dropped;
        merged
    }
}

fn sketches(base: Option<&Attachment>, mine: &Attachment, theirs: &Attachment) -> Option<Sketch> {
    let (Some(ours), Some(other)) = (&mine.sketch, &theirs.sketch) else {
        return mine.sketch.clone().or_else(|| theirs.sketch.clone());
    };
    let before = base.and_then(|base| base.sketch.as_ref());
    // What mine rubbed out stays out.
    let was_there = |stroke| before.is_some_and(|before| before.strokes.contains(stroke));
    let new = other.strokes.iter().filter(|stroke| !ours.strokes.contains(stroke) && !was_there(stroke));
    Some(Sketch { strokes: ours.strokes.iter().chain(new).cloned().collect() })
}

/// The blob to read. Where I only came to the end of what was taken back before, and the other side came further, mine
/// may be forgotten by now.
fn read(base: Option<&Attachment>, mine: &Attachment, theirs: &Attachment) -> Option<Blob> {
    let id = |blob: &Option<Blob>| blob.as_ref().map(|blob| blob.id);
    let resealed = base.is_some_and(|base| base.next.is_some() && id(&base.next) == id(&mine.blob));
    let went_on = base.is_some_and(|base| theirs.blob.is_some() && theirs.blob != base.blob);
    if resealed && went_on { theirs.blob.clone() } else { newer(base, mine, theirs, |one| one.blob.as_ref()) }
}

/// The blob that is to take its place: where one side came to the end of it while it was taken back again on the other,
/// there is one more to come. None that is read already, that somebody is about to forget, or that one side is done with.
fn still_next(
    base: Option<&Attachment>,
    mine: &Attachment,
    theirs: &Attachment,
    read: Option<&Blob>,
) -> Option<Blob> {
    let next = newer(base, mine, theirs, |one| one.next.as_ref());
    let is = |blob: Option<&Blob>, id: BlobId| blob.is_some_and(|blob| blob.id == id);
    let is_done = |id| {
        let knows = |side: &Attachment| is(side.blob.as_ref(), id) || is(side.next.as_ref(), id);
        base.is_some_and(|base| is(base.next.as_ref(), id)) && ![mine, theirs].into_iter().all(knows)
    };
    let is_dropped = |id| mine.dropped.contains(&id) || theirs.dropped.contains(&id);
    let mut all = [next.as_ref(), mine.next.as_ref(), theirs.next.as_ref()].into_iter().flatten();
    all.find(|blob| !is(read, blob.id) && !is_dropped(blob.id) && !is_done(blob.id)).cloned()
}

/// The side that changed it; where both did, or it is not known who did, mine, unless only theirs is whole.
fn newer(
    base: Option<&Attachment>,
    mine: &Attachment,
    theirs: &Attachment,
    which: fn(&Attachment) -> Option<&Blob>,
) -> Option<Blob> {
    let (ours, other) = (which(mine), which(theirs));
    let is_whole = |blob: Option<&Blob>| blob.is_some_and(|blob| blob.chunks > 0);
    let cut_off = ours.is_some() && !is_whole(ours) && is_whole(other);
    let untouched = base.map_or(ours.is_none(), |base| which(base) == ours);
    if cut_off || untouched { other.cloned() } else { ours.cloned() }
}
