use wire::{
    ids::{Epoch, InviteId, RecordId, Rev},
    keys::PublicKeys,
};

use super::*;
use crate::record::{Consent, Invitation, Pin, Profile, Purpose, Rest, Said, Verified};

const ME: u8 = 1;
const CLIENT: u8 = 2;

fn account(number: u8) -> AccountId {
    AccountId::from_random([number; 16])
}

fn at(text: &str) -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339(text).unwrap()
}

fn noon() -> DateTime<FixedOffset> {
    at("2026-10-14T12:00:00+02:00")
}

fn record(number: u8, owner: u8, body: Body) -> Opened {
    let id = RecordId::from_random([number; 16]);
    Opened { id, owner: account(owner), rev: Rev(1), epoch: Epoch(0), body, recipients: Vec::new() }
}

fn pin(ended: bool) -> Opened {
    let pin = Pin {
        v: 1,
        peer: account(CLIENT),
        keys: PublicKeys { signing: [7; 32], sharing: [7; 32], signature: [7; 64] },
        how: Verified::Invite,
        pinned: noon(),
        invite: Some(InviteId::from_random([1; 16])),
        ended: ended.then(noon),
        rest: Rest::new(),
    };
    record(10, ME, Body::Pin(pin))
}

fn invitation() -> Opened {
    let note = Invitation {
        v: 1,
        invite: InviteId::from_random([1; 16]),
        fragment: "1.a.b".into(),
        called: "M. from the river".into(),
        made: noon(),
        rest: Rest::new(),
    };
    record(11, ME, Body::Invitation(note))
}

fn note(number: u8, text: &str) -> Opened {
    let note = Note { text: text.into(), ..Note::new(account(CLIENT), None, noon(), noon()) };
    record(number, ME, Body::Note(note))
}

fn all(records: &[Opened]) -> Vec<Former> {
    former(records, account(ME), at("2026-11-20T12:00:00+01:00"))
}

#[test]
fn whoever_is_gone_is_known_by_the_therapists_own_word_and_only_where_there_are_notes() {
    let notes = [note(20, "She slept."), note(21, "A long hour."), note(22, " ")];
    let with = |ended: bool, notes: &[Opened]| [&[pin(ended), invitation()], notes].concat();
    assert!(all(&with(false, &notes)).is_empty(), "who is still here is no client of before");
    assert!(all(&with(true, &notes[2..])).is_empty(), "there is nothing to read");
    let expected = Former {
        client: account(CLIENT),
        called: Some("M. from the river".into()),
        covered: None,
        ended: Some(noon()),
        notes: 2,
    };
    assert_eq!(all(&with(true, &notes)), [expected]);
}

#[test]
fn nothing_that_the_client_wrote_is_in_it() {
    let profile =
        Profile { v: 1, display_name: "Maya".into(), practice: None, reading: None, rest: Rest::new() };
    let records = [pin(true), note(20, "She slept."), record(30, CLIENT, Body::Profile(profile))];
    assert_eq!(all(&records)[0].called, None);
}

#[test]
fn a_cover_that_is_over_is_said_until_the_clients_device_has_ended_it() {
    let consent = Consent {
        v: 1,
        introduction: RecordId::from_random([90; 16]),
        by: account(3),
        by_name: "Dr. Okafor".into(),
        peer: account(ME),
        peer_name: "Dr. Lund".into(),
        invite: InviteId::from_random([1; 16]),
        fragment: "1.a.b".into(),
        purpose: Purpose::Cover,
        from: "2026-10-19".parse().ok(),
        until: "2026-10-30".parse().ok(),
        said: Said::Agreed,
        at: noon(),
        rest: Rest::new(),
    };
    let consent = record(31, CLIENT, Body::Consent(consent));
    let over = all(&[pin(false), invitation(), consent]);
    let day = "2026-10-30".parse().unwrap();
    assert_eq!(over[0].covered, Some(("Dr. Okafor".to_owned(), day)));
    // Ended, its record is gone; without notes nothing is left to be said.
    assert!(all(&[pin(true), invitation()]).is_empty());
}
