//! What a device has to do next for an attachment of its own. Everything can be cut off anywhere: what is next is
//! read from the record and from what lies on this device, and done again.

use wire::ids::BlobId;

use super::{Attachment, Blob};

/// What of a blob is on this device.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Here {
    /// Nothing, or not all of it.
    Nothing,
    /// Pieces of a recording.
    Growing,
    /// All of it, and the server does not have it yet.
    Unsent,
    /// All of it, and the server has it.
    Sent,
}

/// What is next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Due {
    /// A recording was cut off: what there is of it becomes whole.
    Finish(Blob),
    /// To the server.
    Send(Blob),
    /// It was taken back: sealed anew from the first, as the second.
    Reseal(Blob, Blob),
    /// The server has the new one: the record names it from now on.
    Switch,
    /// The server forgets the old ones.
    Forget,
}

impl Attachment {
    /// What is next, if anything.
    #[must_use]
    pub fn due(&self, here: impl Fn(BlobId) -> Here) -> Option<Due> {
        if let Some(blob) = &self.blob {
            let there = here(blob.id);
            if blob.chunks == 0 {
                return (there != Here::Nothing).then(|| Due::Finish(blob.clone()));
            }
            if let Some(next) = &self.next {
                return Some(match here(next.id) {
                    Here::Sent => Due::Switch,
                    Here::Unsent => Due::Send(next.clone()),
                    Here::Nothing | Here::Growing => Due::Reseal(blob.clone(), next.clone()),
                });
            }
            if there == Here::Unsent {
                return Some(Due::Send(blob.clone()));
            }
        }
        (!self.dropped.is_empty()).then_some(Due::Forget)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use chrono::DateTime;
    use wire::ids::RecordId;

    use super::{
        super::{Media, What},
        *,
    };
    use crate::seal::{ContentKey, Entropy, SystemEntropy};

    fn fresh() -> (BlobId, ContentKey) {
        (BlobId::from_random(SystemEntropy.bytes16()), ContentKey::make(&mut SystemEntropy))
    }

    fn voice(chunks: u32) -> (Attachment, Blob) {
        let at = DateTime::parse_from_rfc3339("2026-10-14T19:00:00+02:00").unwrap();
        let mut voice = Attachment::new(RecordId::from_random([7; 16]), What::Voice, at);
        let (id, key) = fresh();
        let blob = Blob { id, key, media: Media::Webm, bytes: 9, chunks, millis: Some(1) };
        voice.blob = Some(blob.clone());
        (voice, blob)
    }

    #[test]
    fn a_recording_that_was_cut_off_is_finished_where_its_pieces_are_and_nowhere_else() {
        let (voice, blob) = voice(0);
        assert_eq!(voice.due(|_| Here::Nothing), None);
        assert_eq!(voice.due(|_| Here::Growing), Some(Due::Finish(blob.clone())));
        // Cut off after the pieces became whole and before the record said so.
        assert_eq!(voice.due(|_| Here::Unsent), Some(Due::Finish(blob)));
    }

    #[test]
    fn what_is_only_here_is_sent_and_what_is_there_is_left_alone() {
        let (voice, blob) = voice(2);
        assert_eq!(voice.due(|_| Here::Unsent), Some(Due::Send(blob)));
        assert_eq!(voice.due(|_| Here::Sent), None);
        assert_eq!(voice.due(|_| Here::Nothing), None);
    }

    /// Every device, whatever it has of it, brings what was taken back to its end, and then rests.
    #[test]
    fn what_was_taken_back_is_sealed_anew_sent_named_and_the_old_one_forgotten() {
        for start in [Here::Nothing, Here::Unsent, Here::Sent] {
            let (voice, old) = voice(2);
            let mut voice = voice.taken_back(fresh);
            let next = voice.next.clone().unwrap();
            let mut disk = BTreeMap::from([(old.id, start)]);
            let mut steps = Vec::new();
            while let Some(due) = voice.due(|id| disk.get(&id).copied().unwrap_or(Here::Nothing)) {
                match &due {
                    Due::Reseal(from, to) => {
                        assert_eq!((from, to), (&old, &next));
                        disk.insert(next.id, Here::Unsent);
                    }
                    Due::Send(blob) => drop(disk.insert(blob.id, Here::Sent)),
                    Due::Switch => voice = voice.resealed(),
                    Due::Forget => voice.dropped.clear(),
                    Due::Finish(_) => panic!("nothing grows here"),
                }
                steps.push(due);
            }
            assert_eq!(steps.len(), 4, "{start:?}: {steps:?}");
            assert_eq!(voice.blob, Some(next));
        }
    }
}
