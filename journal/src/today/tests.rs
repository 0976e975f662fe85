use uuid::Uuid;
use wire::ids::{Epoch, Rev};

use super::*;
use crate::record::{AppointmentKind, Body, CheckIn, Entry, OtherVersion};

fn at(text: &str) -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339(text).unwrap()
}

fn me() -> AccountId {
    AccountId::from_random([1; 16])
}

fn opened(number: u8, owner: AccountId, body: Body) -> Opened {
    let id = RecordId::from_random([number; 16]);
    Opened { id, owner, rev: Rev(1), epoch: Epoch(0), body, recipients: Vec::new() }
}

fn appointments() -> Vec<Appointment> {
    let appointment = |kind, when: &str, number| Appointment {
        id: Uuid::from_u128(number),
        kind,
        at: at(when),
        minutes: 60,
        note: None,
    };
    vec![
        appointment(AppointmentKind::Dosing, "2026-10-13T09:00:00+02:00", 1),
        appointment(AppointmentKind::Integration, "2026-10-16T14:00:00+02:00", 2),
    ]
}

fn thing(records: &[Opened], now: &str, put_off: &[Moment]) -> Thing {
    next_thing(records, me(), &Course::new(&appointments(), at(now)), at(now), put_off)
}

fn written(moment: Moment, changed: &str, finished: bool) -> Entry {
    let dosing = (Uuid::from_u128(1), at("2026-10-13T09:00:00+02:00"));
    let mut entry = Entry::new(moment, Some(dosing), at(changed));
    entry.free = "words".into();
    entry.finished = finished.then(|| at(changed));
    entry
}

fn check_in(day: &str) -> Body {
    Body::CheckIn(CheckIn::new(at(day)))
}

#[test]
fn the_moment_asks_first_and_then_the_check_in_and_then_nothing() {
    let (day, moment) = ("2026-10-14T10:00:00+02:00", Moment::NextDays);
    assert_eq!(thing(&[], day, &[]), Thing::Write(moment));
    assert_eq!(thing(&[], day, &[moment]), Thing::CheckIn);
    let entry = opened(1, me(), Body::Entry(written(moment, "2026-10-14T09:30:00+02:00", true)));
    assert_eq!(thing(std::slice::from_ref(&entry), day, &[]), Thing::CheckIn);
    let both = [entry, opened(2, me(), check_in(day))];
    // 52 hours before the appointment there is nothing; 47 hours before there is the appointment.
    assert_eq!(thing(&both, day, &[]), Thing::Nothing);
    let near = thing(&both, "2026-10-14T15:00:00+02:00", &[]);
    assert!(matches!(near, Thing::Appointment(next) if next.id == Uuid::from_u128(2)));
}

#[test]
fn a_draft_of_the_last_day_is_offered_before_a_new_prompt() {
    let draft = opened(1, me(), Body::Entry(written(Moment::SameDay, "2026-10-13T20:00:00+02:00", false)));
    assert_eq!(thing(std::slice::from_ref(&draft), "2026-10-14T10:00:00+02:00", &[]), Thing::Draft(draft.id));
    assert_eq!(thing(&[draft], "2026-10-14T21:00:00+02:00", &[]), Thing::Write(Moment::NextDays));
}

#[test]
fn right_after_a_session_one_word_is_enough() {
    assert_eq!(thing(&[], "2026-10-13T10:30:00+02:00", &[]), Thing::SoftLanding);
    assert_eq!(thing(&[], "2026-10-13T10:30:00+02:00", &[Moment::SoftLanding]), Thing::CheckIn);
}

#[test]
fn two_versions_that_met_come_before_everything() {
    let mut entry = written(Moment::SoftLanding, "2026-10-13T10:00:00+02:00", true);
    let changed = entry.changed;
    entry.others =
        vec![OtherVersion { changed, answers: Vec::new(), feelings: Vec::new(), free: "other".into() }];
    let record = opened(1, me(), Body::Entry(entry));
    assert_eq!(
        thing(std::slice::from_ref(&record), "2026-10-13T10:30:00+02:00", &[]),
        Thing::TwoVersions(record.id)
    );
}

#[test]
fn what_somebody_else_wrote_is_not_mine_to_do() {
    let theirs = opened(1, AccountId::from_random([2; 16]), check_in("2026-10-14T10:00:00+02:00"));
    assert_eq!(thing(&[theirs], "2026-10-14T10:00:00+02:00", &[Moment::NextDays]), Thing::CheckIn);
}
