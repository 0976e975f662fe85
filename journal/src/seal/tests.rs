use std::str::FromStr;

use proptest::prelude::*;
use wire::{
    ids::{AccountId, Epoch, InviteId, RecordId, Rev},
    sealed::{Grant, Sealed},
};

use super::*;

/// The same bytes every time: for tests only.
struct Frozen(u8);

impl Entropy for Frozen {
    fn fill(&mut self, bytes: &mut [u8]) {
        for byte in bytes {
            self.0 = self.0.wrapping_mul(5).wrapping_add(41);
            *byte = self.0;
        }
    }
}

struct Person {
    ring: Keyring,
    registration: Registration,
    code: RecoveryCode,
}

fn person(seed: u8) -> Person {
    let account = AccountId::from_random([seed; 16]);
    let (ring, registration, code) = Keyring::make(account, &[seed; 64], &mut Frozen(seed)).unwrap();
    Person { ring, registration, code }
}

fn place(owner: &Person) -> Place {
    Place {
        owner: owner.ring.account(),
        record: RecordId::from_random([9; 16]),
        rev: Rev(3),
        epoch: Epoch(1),
    }
}

fn elsewhere(at: Place) -> Vec<Place> {
    vec![
        Place { owner: AccountId::from_random([77; 16]), ..at },
        Place { record: RecordId::from_random([78; 16]), ..at },
        Place { rev: at.rev.next(), ..at },
        Place { epoch: at.epoch.next(), ..at },
    ]
}

#[test]
fn the_author_and_whom_they_chose_can_read_and_nobody_else() {
    let (client, therapist, stranger) = (person(1), person(2), person(3));
    let at = place(&client);
    let sealed = client
        .ring
        .seal_record(&at, b"the house by the sea", &[therapist.ring.as_peer().unwrap()], &mut Frozen(9))
        .unwrap();
    let author = client.ring.as_peer().unwrap();
    assert_eq!(
        client.ring.open_own(&at, &sealed.content, &sealed.own_wrap).unwrap(),
        b"the house by the sea"
    );
    let grant = &sealed.grants[0].grant;
    assert_eq!(
        therapist.ring.open_granted(&at, &author, &sealed.content, grant).unwrap(),
        b"the house by the sea"
    );
    assert_eq!(stranger.ring.open_granted(&at, &author, &sealed.content, grant), Err(SealError::Damaged));
    assert!(stranger.ring.open_own(&at, &sealed.content, &sealed.own_wrap).is_err());
    // The therapist cannot pass words off as the client's, nor the other way round.
    let as_therapist = therapist.ring.as_peer().unwrap();
    assert!(therapist.ring.open_granted(&at, &as_therapist, &sealed.content, grant).is_err());
}

#[test]
fn words_cannot_be_replaced_by_somebody_who_knows_the_records_key() {
    let (client, therapist) = (person(1), person(2));
    let at = place(&client);
    let peer = [therapist.ring.as_peer().unwrap()];
    let one = client.ring.seal_record(&at, b"yes", &peer, &mut Frozen(9)).unwrap();
    // Same key, same place, other words.
    let other = client.ring.seal_record(&at, b"no!", &peer, &mut Frozen(9)).unwrap();
    let author = client.ring.as_peer().unwrap();
    assert_eq!(client.ring.open_own(&at, &other.content, &one.own_wrap), Err(SealError::Damaged));
    assert_eq!(
        therapist.ring.open_granted(&at, &author, &other.content, &one.grants[0].grant),
        Err(SealError::Damaged)
    );
}

#[test]
fn every_part_of_a_records_place_is_bound() {
    let (client, therapist) = (person(1), person(2));
    let at = place(&client);
    let sealed =
        client.ring.seal_record(&at, b"x", &[therapist.ring.as_peer().unwrap()], &mut Frozen(9)).unwrap();
    let author = client.ring.as_peer().unwrap();
    for other in elsewhere(at) {
        assert!(client.ring.open_own(&other, &sealed.content, &sealed.own_wrap).is_err(), "{other:?}");
        assert!(
            therapist.ring.open_granted(&other, &author, &sealed.content, &sealed.grants[0].grant).is_err()
        );
    }
}

#[test]
fn every_flipped_bit_and_every_cut_is_refused() {
    let (client, therapist) = (person(1), person(2));
    let at = place(&client);
    let sealed =
        client.ring.seal_record(&at, b"x", &[therapist.ring.as_peer().unwrap()], &mut Frozen(9)).unwrap();
    let author = client.ring.as_peer().unwrap();
    for index in 0..sealed.content.0.len() {
        let mut content = sealed.content.clone();
        content.0[index] ^= 1 << (index % 8);
        assert!(client.ring.open_own(&at, &content, &sealed.own_wrap).is_err(), "content byte {index}");
        content.0.truncate(index);
        assert!(client.ring.open_own(&at, &content, &sealed.own_wrap).is_err(), "content cut at {index}");
    }
    for index in 0..sealed.own_wrap.0.len() {
        let mut wrap = sealed.own_wrap.clone();
        wrap.0[index] ^= 1 << (index % 8);
        assert!(client.ring.open_own(&at, &sealed.content, &wrap).is_err(), "wrap byte {index}");
    }
    let grant = &sealed.grants[0].grant;
    for index in 0..grant.0.len() {
        let mut grant = grant.clone();
        grant.0[index] ^= 1 << (index % 8);
        assert!(
            therapist.ring.open_granted(&at, &author, &sealed.content, &grant).is_err(),
            "grant byte {index}"
        );
        grant.0.truncate(index);
        assert!(
            therapist.ring.open_granted(&at, &author, &sealed.content, &grant).is_err(),
            "grant cut at {index}"
        );
    }
}

#[test]
fn a_newer_format_is_told_apart_from_damage() {
    let client = person(1);
    let at = place(&client);
    let mut sealed = client.ring.seal_record(&at, b"x", &[], &mut Frozen(9)).unwrap();
    sealed.own_wrap.0[0] = 2;
    assert_eq!(client.ring.open_own(&at, &sealed.content, &sealed.own_wrap), Err(SealError::NewerFormat));
}

#[test]
fn two_short_records_look_alike_in_size() {
    let client = person(1);
    let at = place(&client);
    let short = client.ring.seal_record(&at, b"{}", &[], &mut Frozen(9)).unwrap();
    let longer = client.ring.seal_record(&at, &[b'x'; 400], &[], &mut Frozen(9)).unwrap();
    assert_eq!(short.content.0.len(), longer.content.0.len());
    assert_eq!(short.own_wrap.0.len(), longer.own_wrap.0.len());
}

#[test]
fn the_password_the_recovery_code_and_the_device_each_open_the_same_account() {
    let client = person(1);
    let Registration { keys, wraps, recovery_check } = &client.registration;
    let account = client.ring.account();
    let at = place(&client);
    let sealed = client.ring.seal_record(&at, b"here", &[], &mut Frozen(9)).unwrap();
    let by_password = Keyring::open_with_password(account, &[1; 64], keys, wraps).unwrap();
    let typed = RecoveryCode::from_str(&client.code.to_string().to_lowercase().replace('-', " ")).unwrap();
    let by_code =
        Keyring::open_with_recovery(account, &typed, keys, &wraps.recovery, &wraps.identity).unwrap();
    let unlock = join_unlock(&[4; 32], &[5; 32]);
    let kept = client.ring.to_device(&unlock, &mut Frozen(8)).unwrap();
    let by_device = Keyring::from_device(account, &unlock, keys, &kept, &wraps.identity).unwrap();
    for ring in [by_password, by_code, by_device] {
        assert_eq!(ring.open_own(&at, &sealed.content, &sealed.own_wrap).unwrap(), b"here");
    }
    assert_eq!(*recovery_check, typed.check_value());
    let wrong = Keyring::open_with_password(account, &[2; 64], keys, wraps).unwrap_err();
    assert_eq!(wrong, SealError::WrongKey);
    let other_device = join_unlock(&[4; 32], &[6; 32]);
    assert!(Keyring::from_device(account, &other_device, keys, &kept, &wraps.identity).is_err());
}

#[test]
fn an_account_whose_public_keys_were_swapped_does_not_open() {
    let (client, other) = (person(1), person(2));
    let swapped = &other.registration.keys;
    let opened =
        Keyring::open_with_password(client.ring.account(), &[1; 64], swapped, &client.registration.wraps);
    assert_eq!(opened.unwrap_err(), SealError::ForeignKeys);
}

#[test]
fn keys_are_believed_only_for_the_account_that_signed_them() {
    let (one, other) = (person(1), person(2));
    assert!(Peer::check(one.ring.account(), &one.registration.keys).is_ok());
    assert_eq!(Peer::check(other.ring.account(), &one.registration.keys), Err(SealError::ForeignKeys));
    let mut mixed = one.registration.keys.clone();
    mixed.sharing = other.registration.keys.sharing;
    assert_eq!(Peer::check(one.ring.account(), &mixed), Err(SealError::ForeignKeys));
}

#[test]
fn an_invitation_holds_only_with_its_own_link_and_keys() {
    let (therapist, client, stranger) = (person(1), person(2), person(3));
    let peer = |person: &Person| person.ring.as_peer().unwrap();
    let invite = InviteId::from_random([5; 16]);
    let link = Fragment::make(&peer(&therapist), &mut Frozen(7));
    let read = Fragment::from_str(&format!("#{link}")).unwrap();
    assert!(read.matches(&peer(&therapist)) && !read.matches(&peer(&stranger)));
    let card = link.seal_card(invite, b"Dr. Okafor", &mut Frozen(7)).unwrap();
    assert_eq!(read.open_card(invite, &card).unwrap(), b"Dr. Okafor");
    let acceptance = read.accept(invite, &peer(&therapist), &peer(&client)).unwrap();
    assert!(link.verify(invite, &peer(&therapist), &peer(&client), &acceptance));
    assert!(!link.verify(invite, &peer(&therapist), &peer(&stranger), &acceptance));
    let another = Fragment::make(&peer(&therapist), &mut Frozen(8));
    assert!(!another.verify(invite, &peer(&therapist), &peer(&client), &acceptance));
    assert!(another.open_card(invite, &card).is_err());
}

#[test]
fn a_link_whose_secret_is_not_the_right_one_is_as_good_as_lost() {
    let (therapist, stranger) = (person(1).ring.as_peer().unwrap(), person(2).ring.as_peer().unwrap());
    let invite = InviteId::from_random([5; 16]);
    let link = Fragment::make(&therapist, &mut Frozen(7));
    let card = link.seal_card(invite, b"Dr. Okafor", &mut Frozen(7)).unwrap();
    assert_eq!(link.try_on(invite, &therapist, &card).unwrap().as_deref(), Some(&b"Dr. Okafor"[..]));
    assert_eq!(link.try_on(invite, &stranger, &card), Err(SealError::ForeignKeys));
    let mangled = Fragment::make(&therapist, &mut Frozen(8));
    assert_eq!(mangled.try_on(invite, &therapist, &card), Ok(None));
    let mut newer = card;
    newer.0[0] = u8::MAX;
    assert_eq!(link.try_on(invite, &therapist, &newer), Err(SealError::NewerFormat));
}

#[test]
fn a_mangled_link_is_told_apart_from_a_newer_one() {
    assert_eq!(Fragment::from_str("").unwrap_err(), SealError::Damaged);
    assert_eq!(Fragment::from_str("1.abc").unwrap_err(), SealError::Damaged);
    assert_eq!(Fragment::from_str("2.a.b").unwrap_err(), SealError::NewerFormat);
}

#[test]
fn a_slip_in_the_recovery_code_is_noticed() {
    let code = person(1).code.to_string();
    assert_eq!(code.len(), 34);
    let mut missed = 0;
    for (index, letter) in code.char_indices().filter(|(_, letter)| *letter != '-') {
        let other = if letter == '7' { "8" } else { "7" };
        let slip = format!("{}{other}{}", &code[..index], &code[index + 1..]);
        missed += u32::from(RecoveryCode::from_str(&slip).is_ok());
    }
    assert_eq!(missed, 0);
}

#[test]
fn secrets_do_not_print() {
    let client = person(1);
    assert_eq!(format!("{:?}", client.code), "RecoveryCode");
    assert!(format!("{:?}", client.ring).starts_with("Keyring of "));
    let sealed = client.ring.seal_record(&place(&client), b"x", &[], &mut Frozen(9)).unwrap();
    assert!(format!("{:?}", sealed.content).starts_with("Sealed("));
}

proptest! {
    #[test]
    fn whatever_was_written_comes_back(content in proptest::collection::vec(any::<u8>(), 0..4000)) {
        let client = person(1);
        let sealed = client.ring.seal_record(&place(&client), &content, &[], &mut SystemEntropy).unwrap();
        prop_assert_eq!(client.ring.open_own(&place(&client), &sealed.content, &sealed.own_wrap).unwrap(), content);
    }

    #[test]
    fn arbitrary_bytes_are_refused_without_a_panic(bytes in proptest::collection::vec(any::<u8>(), 0..700), text in ".{0,80}") {
        let client = person(1);
        let at = place(&client);
        let author = client.ring.as_peer().unwrap();
        prop_assert!(client.ring.open_own(&at, &Sealed(bytes.clone()), &wire::sealed::Wrap(bytes.clone())).is_err());
        prop_assert!(client.ring.open_granted(&at, &author, &Sealed(bytes.clone()), &Grant(bytes)).is_err());
        prop_assert!(Fragment::from_str(&text).is_err());
        prop_assert!(RecoveryCode::from_str(&text).is_err());
    }
}
