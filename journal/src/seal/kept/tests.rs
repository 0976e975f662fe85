use wire::ids::AccountId;

use super::*;
use crate::seal::{Registration, SealedRecord, SystemEntropy};

struct Person {
    ring: Keyring,
    registration: Registration,
}

fn person(seed: u8) -> Person {
    let account = AccountId::from_random([seed; 16]);
    let (ring, registration, _) = Keyring::make(account, &[seed; 64], &mut SystemEntropy).unwrap();
    Person { ring, registration }
}

/// A client shared with a therapist, who opened it and kept its key.
struct Opened {
    client: Person,
    therapist: Person,
    at: Place,
    sealed: SealedRecord,
    kept: KeptKeys,
}

fn opened(words: &[u8]) -> Opened {
    let (client, therapist) = (person(1), person(2));
    let at = at(&client, 9);
    let sealed = client
        .ring
        .seal_record(&at, words, &[therapist.ring.as_peer().unwrap()], &mut SystemEntropy)
        .unwrap();
    let mut kept = KeptKeys::default();
    let author = client.ring.as_peer().unwrap();
    let read = kept.open(&therapist.ring, &at, &author, &sealed.content, &sealed.grants[0].grant).unwrap();
    assert_eq!(read, words);
    Opened { client, therapist, at, sealed, kept }
}

fn at(owner: &Person, record: u8) -> Place {
    Place {
        owner: owner.ring.account(),
        record: RecordId::from_random([record; 16]),
        rev: Rev(3),
        epoch: Epoch(1),
    }
}

#[test]
fn what_was_opened_once_opens_after_a_restart_without_its_grant() {
    let Opened { client, therapist, at, sealed, mut kept } = opened(b"the house by the sea");
    let disk = kept.write(&therapist.ring, &mut SystemEntropy).unwrap();
    let kept = KeptKeys::read(&therapist.ring, &disk);
    let again = kept.open_again(&at, &client.registration.keys, &sealed.content);
    assert_eq!(again.unwrap(), b"the house by the sea");
}

#[test]
fn a_kept_key_opens_nothing_that_its_grant_did_not_open() {
    let Opened { client, therapist, at, sealed, kept } = opened(b"yes");
    let keys = &client.registration.keys;
    let places = [
        Place { owner: therapist.ring.account(), ..at },
        Place { record: RecordId::from_random([78; 16]), ..at },
        Place { rev: at.rev.next(), ..at },
        Place { epoch: at.epoch.next(), ..at },
    ];
    for place in places {
        assert!(kept.open_again(&place, keys, &sealed.content).is_none(), "{place:?}");
    }
    // Keys that were pinned anew are not those that granted it.
    assert!(kept.open_again(&at, &person(1).registration.keys, &sealed.content).is_none());
    // Whoever knows the key, as every reader does, cannot put other words under it.
    let key = kept.keys[&at.record].key.clone();
    let other = envelope::seal(Kind::Record, &key, &at.context(), b"no!", &mut SystemEntropy).unwrap();
    assert!(kept.open_again(&at, keys, &Sealed(other)).is_none());
    for index in 0..sealed.content.0.len() {
        let mut content = sealed.content.clone();
        content.0[index] ^= 1;
        assert!(kept.open_again(&at, keys, &content).is_none(), "byte {index}");
    }
}

#[test]
fn the_disk_shows_no_key_and_nobody_else_reads_it() {
    let Opened { client, therapist, at, sealed, mut kept } = opened(b"yes");
    let key = kept.keys[&at.record].key.clone();
    let disk = kept.write(&therapist.ring, &mut SystemEntropy).unwrap();
    assert!(!disk.windows(32).any(|part| part == key.as_slice()));
    assert!(!disk.windows(16).any(|part| part == at.record.bytes()));
    for reader in [&client, &person(2)] {
        assert!(KeptKeys::read(&reader.ring, &disk).keys.is_empty());
    }
    for index in 0..disk.len() {
        let mut flipped = disk.clone();
        flipped[index] ^= 1;
        assert!(KeptKeys::read(&therapist.ring, &flipped).keys.is_empty(), "byte {index}");
        assert!(KeptKeys::read(&therapist.ring, &disk[..index]).keys.is_empty(), "cut at {index}");
    }
    assert!(kept.open_again(&at, &client.registration.keys, &sealed.content).is_some());
}

#[test]
fn what_did_not_open_is_not_kept() {
    let Opened { client, therapist, at, sealed, .. } = opened(b"yes");
    let mut kept = KeptKeys::default();
    let author = client.ring.as_peer().unwrap();
    let mut damaged = sealed.content.clone();
    *damaged.0.last_mut().unwrap() ^= 1;
    assert!(kept.open(&therapist.ring, &at, &author, &damaged, &sealed.grants[0].grant).is_err());
    assert!(kept.keys.is_empty());
}

#[test]
fn what_is_gone_is_dropped_and_its_key_leaves_the_disk_at_once() {
    let Opened { client, therapist, at, sealed, mut kept } = opened(b"yes");
    kept.write(&therapist.ring, &mut SystemEntropy).unwrap();
    kept.forget(RecordId::from_random([78; 16]));
    kept.retain(|_| true);
    assert!(!kept.is_due() && !kept.is_worth_it());
    let mut other =
        KeptKeys::read(&therapist.ring, &kept.write(&therapist.ring, &mut SystemEntropy).unwrap());
    kept.retain(|record| record != at.record);
    other.forget(at.record);
    for mut kept in [kept, other] {
        assert!(kept.is_due() && kept.is_worth_it());
        let disk = kept.write(&therapist.ring, &mut SystemEntropy).unwrap();
        assert!(!kept.is_worth_it());
        let kept = KeptKeys::read(&therapist.ring, &disk);
        assert!(kept.open_again(&at, &client.registration.keys, &sealed.content).is_none());
    }
}

#[test]
fn a_long_feed_is_written_down_a_few_times_and_a_short_one_not_at_all() {
    let Opened { therapist, at, kept, .. } = opened(b"yes");
    let key = kept.keys[&at.record].key.clone();
    let mut kept = KeptKeys::default();
    let mut written = Vec::new();
    for number in 0..4_000_u32 {
        let record = RecordId::from_bytes(u128::from(number).to_be_bytes());
        let entry =
            Kept { rev: Rev(1), epoch: Epoch(0), author: [0; 16], content: [0; 32], key: key.clone() };
        kept.keys.insert(record, entry);
        kept.fresh += 1;
        if kept.is_due() {
            kept.write(&therapist.ring, &mut SystemEntropy).unwrap();
            written.push(number + 1);
        }
    }
    assert_eq!(written.first(), Some(&16));
    assert!(written.len() < 25, "{written:?}");
}
