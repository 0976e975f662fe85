//! Two devices, a server and a network that comes and goes: whatever is cut off wherever, the bytes stay readable, and
//! nothing stays behind that no record names.

use std::collections::{BTreeMap, BTreeSet};

use chrono::DateTime;
use proptest::prelude::*;
use wire::ids::{BlobId, RecordId};

use super::{Attachment, Blob, Due, Here, Media, What};
use crate::seal::{ContentKey, Entropy, SystemEntropy};

/// What happens to one of the devices.
#[derive(Clone, Copy, Debug)]
enum Event {
    /// Something else about it changes there.
    Words(usize),
    /// It is taken back there.
    TakeBack(usize),
    /// What is next is done there; cut off before it is noted, or not.
    Tend(usize, bool),
    /// Its words meet those of the server.
    Sync(usize),
}

#[derive(Clone)]
struct Device {
    record: Attachment,
    /// The record as the server had it last.
    base: Attachment,
    seen: usize,
    waits: bool,
    disk: BTreeMap<BlobId, Here>,
}

struct World {
    server: Attachment,
    version: usize,
    blobs: BTreeSet<BlobId>,
    /// Whose keys a reader may have had when it was taken back.
    known: BTreeSet<BlobId>,
    devices: [Device; 2],
}

fn id_of(blob: Option<&Blob>) -> Option<BlobId> {
    blob.map(|blob| blob.id)
}

fn named(record: &Attachment) -> impl Iterator<Item = BlobId> {
    [id_of(record.blob.as_ref()), id_of(record.next.as_ref())]
        .into_iter()
        .flatten()
        .chain(record.dropped.clone())
}

impl World {
    fn new(starts: [Here; 2]) -> Self {
        let at = DateTime::parse_from_rfc3339("2026-10-14T19:00:00+02:00").unwrap();
        let mut photo = Attachment::new(RecordId::from_random([7; 16]), What::Photo, at);
        let (id, key) = fresh();
        photo.blob = Some(Blob { id, key, media: Media::Jpeg, bytes: 9, chunks: 1, millis: None });
        let devices = starts.map(|start| Device {
            record: photo.clone(),
            base: photo.clone(),
            seen: 0,
            waits: false,
            disk: BTreeMap::from([(id, start)]),
        });
        Self { server: photo, version: 0, blobs: BTreeSet::from([id]), known: BTreeSet::new(), devices }
    }

    fn happens(&mut self, event: Event) {
        match event {
            Event::Words(which) => self.devices[which].waits = true,
            Event::TakeBack(which) => self.take_back(which),
            Event::Tend(which, cut) => drop(self.tend(which, cut)),
            Event::Sync(which) => self.sync(which),
        }
        assert!(
            id_of(self.server.blob.as_ref()).is_some_and(|id| self.blobs.contains(&id)),
            "lost: {event:?}"
        );
        let all = || self.devices.iter().map(|device| &device.record).chain([&self.server]);
        let names: BTreeSet<_> = all().flat_map(named).collect();
        assert!(self.blobs.is_subset(&names), "left unnamed: {event:?}");
    }

    fn take_back(&mut self, which: usize) {
        let device = &mut self.devices[which];
        self.known.extend(
            [id_of(device.record.blob.as_ref()), id_of(device.record.next.as_ref())].into_iter().flatten(),
        );
        device.record = device.record.clone().taken_back(fresh);
        device.waits = true;
    }

    /// As the vault does it. Whether something was done.
    fn tend(&mut self, which: usize, cut: bool) -> bool {
        let device = &mut self.devices[which];
        let Some(due) = device.record.due(|id| device.disk.get(&id).copied().unwrap_or(Here::Nothing)) else {
            return false;
        };
        // The words come first, with what came from elsewhere.
        let is_there = !device.waits && device.seen == self.version;
        match due {
            Due::Finish(_) => panic!("nothing grows here"),
            Due::Reseal(from, to) => {
                let here = device.disk.get(&from.id).is_some_and(|here| *here != Here::Nothing);
                if !here && !self.blobs.contains(&from.id) {
                    return false;
                }
                device.disk.entry(from.id).or_insert(Here::Sent);
                device.disk.insert(to.id, Here::Unsent);
            }
            Due::Send(_) | Due::Forget if !is_there => return false,
            Due::Send(blob) => {
                self.blobs.insert(blob.id);
                if !cut {
                    device.disk.insert(blob.id, Here::Sent);
                }
            }
            Due::Switch => {
                device.record = device.record.clone().resealed();
                device.waits = true;
            }
            Due::Forget => {
                for id in &device.record.dropped {
                    self.blobs.remove(id);
                    device.disk.remove(id);
                }
                if !cut {
                    device.record.dropped.clear();
                    device.waits = true;
                }
            }
        }
        true
    }

    fn sync(&mut self, which: usize) {
        let device = &mut self.devices[which];
        if device.seen != self.version {
            let theirs = self.server.clone();
            if device.waits {
                device.record = Attachment::merge(Some(&device.base), &device.record, &theirs);
                device.waits = device.record != theirs;
            } else {
                device.record = theirs.clone();
            }
            device.base = theirs;
            device.seen = self.version;
        }
        if std::mem::take(&mut device.waits) {
            self.server = device.record.clone();
            device.base = device.record.clone();
            self.version += 1;
            device.seen = self.version;
        }
    }

    /// Everything is done that is to be done.
    fn comes_to_rest(&mut self) {
        for _ in 0..40 {
            for which in [0, 1] {
                self.happens(Event::Sync(which));
                self.happens(Event::Tend(which, false));
            }
        }
    }
}

fn fresh() -> (BlobId, ContentKey) {
    (BlobId::from_random(SystemEntropy.bytes16()), ContentKey::make(&mut SystemEntropy))
}

fn event() -> impl Strategy<Value = Event> {
    prop_oneof![
        1 => (0_usize..2).prop_map(Event::Words),
        1 => (0_usize..2).prop_map(Event::TakeBack),
        4 => (0_usize..2, any::<bool>()).prop_map(|(which, cut)| Event::Tend(which, cut)),
        3 => (0_usize..2).prop_map(Event::Sync),
    ]
}

proptest! {
    #[test]
    fn no_cut_loses_the_bytes_or_leaves_any_behind_or_keeps_a_key_that_was_known(
        there in (any::<bool>(), any::<bool>()), events in proptest::collection::vec(event(), 0..40),
    ) {
        let start = |here| if here { Here::Sent } else { Here::Nothing };
        let mut world = World::new([start(there.0), start(there.1)]);
        for event in events {
            world.happens(event);
        }
        world.comes_to_rest();
        let [one, other] = &world.devices;
        prop_assert_eq!(&one.record, &other.record);
        prop_assert_eq!(&one.record, &world.server);
        let blob = world.server.blob.clone().unwrap();
        prop_assert_eq!((&world.server.next, world.server.dropped.len()), (&None, 0));
        prop_assert_eq!(&world.blobs, &BTreeSet::from([blob.id]));
        prop_assert!(!world.known.contains(&blob.id));
    }
}
