use proptest::prelude::*;
use uuid::Uuid;
use wire::ids::{Epoch, Rev};

use super::*;
use crate::record::{AppointmentKind, Body, Item};

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

fn list(number: u8, made: &str, lines: &[&str]) -> Opened {
    let mut agenda = Agenda::new(at(made));
    for (place, line) in lines.iter().enumerate() {
        agenda.put(Item::line(Uuid::from_u128(place as u128), (*line).into(), at(made)));
    }
    opened(number, me(), Body::Agenda(agenda))
}

fn appointment(kind: AppointmentKind, when: &str, number: u128) -> Appointment {
    Appointment {
        id: Uuid::from_u128(number),
        kind,
        at: at(when),
        minutes: 50,
        note: None,
        dose: None,
        zone: None,
    }
}

fn hours() -> Vec<Appointment> {
    vec![
        appointment(AppointmentKind::Dosing, "2026-10-13T09:00:00+02:00", 1),
        appointment(AppointmentKind::Integration, "2026-10-16T14:00:00+02:00", 2),
        appointment(AppointmentKind::Integration, "2026-10-23T14:00:00+02:00", 3),
    ]
}

fn now_and_before(records: &[Opened], hours: &[Appointment], now: &str) -> (Option<u8>, Vec<u8>) {
    let (now, course) = (at(now), Course::new(hours, at(now)));
    let number =
        |list: &Listed| (1..=u8::MAX).find(|number| RecordId::from_random([*number; 16]) == list.id).unwrap();
    let current = current(records, me(), &course, now);
    (current.as_ref().map(number), history(records, me(), &course, now).iter().map(number).collect())
}

#[test]
fn a_list_is_for_the_next_hour_and_history_when_that_has_ended() {
    let records = [list(1, "2026-10-12T20:00:00+02:00", &["the house"])];
    // A dosing session between does not end it: one does not talk there.
    for (when, expected) in [
        ("2026-10-12T20:00:00+02:00", (Some(1), vec![])),
        ("2026-10-13T12:00:00+02:00", (Some(1), vec![])),
        ("2026-10-16T14:49:00+02:00", (Some(1), vec![])),
        ("2026-10-16T14:50:00+02:00", (None, vec![1])),
    ] {
        assert_eq!(now_and_before(&records, &hours(), when), expected, "{when}");
    }
}

#[test]
fn the_next_list_begins_empty_and_the_last_one_stays_readable() {
    let records = [
        list(1, "2026-10-12T20:00:00+02:00", &["the house"]),
        list(2, "2026-10-16T15:00:00+02:00", &["my sister"]),
        list(3, "2026-10-15T15:00:00+02:00", &[]),
    ];
    assert_eq!(now_and_before(&records, &hours(), "2026-10-17T10:00:00+02:00"), (Some(2), vec![1]));
    assert_eq!(now_and_before(&records, &hours(), "2026-10-24T10:00:00+02:00"), (None, vec![2, 1]));
}

#[test]
fn without_a_date_a_list_waits_and_an_hour_that_is_moved_takes_its_list_along() {
    let records = [list(1, "2026-10-16T20:00:00+02:00", &["the house"])];
    let now = "2026-10-24T10:00:00+02:00";
    assert_eq!(now_and_before(&records, &hours()[..2], now), (Some(1), vec![]));
    assert_eq!(now_and_before(&records, &hours(), now), (None, vec![1]));
    let moved = [appointment(AppointmentKind::Integration, "2026-10-30T14:00:00+02:00", 3)];
    assert_eq!(now_and_before(&records, &moved, now), (Some(1), vec![]));
}

#[test]
fn somebody_elses_list_is_not_mine() {
    let mut record = list(1, "2026-10-12T20:00:00+02:00", &["the house"]);
    record.owner = AccountId::from_random([9; 16]);
    assert_eq!(now_and_before(&[record], &hours(), "2026-10-12T21:00:00+02:00"), (None, vec![]));
}

#[test]
fn a_line_that_is_on_the_list_is_no_longer_being_typed() {
    let now = at("2026-10-12T20:00:00+02:00");
    let mut jotting = Jotting::new(Uuid::from_u128(7), now);
    let mut agenda = Agenda::new(now);
    assert_eq!(jotting.pending(Some(&agenda)), None);
    jotting.text = " why the sea? ".into();
    assert_eq!(jotting.pending(None), Some("why the sea?"));
    agenda.put(Item::line(jotting.id, "why the sea?".into(), now));
    // The app may have died between writing the list and emptying the line.
    assert_eq!(jotting.pending(Some(&agenda)), None);
    jotting.text = "why the sea, again?".into();
    assert_eq!(jotting.pending(Some(&agenda)), Some("why the sea, again?"));
}

#[test]
fn of_two_lines_being_typed_the_one_with_words_counts() {
    let empty = Jotting::new(Uuid::from_u128(1), at("2026-10-12T21:00:00+02:00"));
    let mut typed = Jotting::new(Uuid::from_u128(2), at("2026-10-12T20:00:00+02:00"));
    typed.text = "heron".into();
    let records = [opened(1, me(), Body::Jotting(empty)), opened(2, me(), Body::Jotting(typed))];
    assert_eq!(jotting(&records, me()).map(|(_, jotting)| jotting.text.as_str()), Some("heron"));
}

#[test]
fn moving_keeps_everything_and_stops_at_the_ends() {
    let now = at("2026-10-12T20:00:00+02:00");
    let Body::Agenda(mut agenda) = list(1, "2026-10-12T20:00:00+02:00", &["a", "b", "c"]).body else {
        panic!()
    };
    let order = |agenda: &Agenda| agenda.items.iter().map(|item| item.text.clone()).collect::<String>();
    agenda.move_to(Uuid::from_u128(2), 0, now);
    assert_eq!(order(&agenda), "cab");
    agenda.move_to(Uuid::from_u128(2), 9, now);
    assert_eq!(order(&agenda), "abc");
    agenda.move_to(Uuid::from_u128(8), 0, now);
    assert_eq!(order(&agenda), "abc");
}

proptest! {
    #[test]
    fn every_list_with_words_is_either_current_or_history_and_never_both(
        made in proptest::collection::vec(0i64..40 * 24, 1..6),
        planned in proptest::collection::vec((0i64..40 * 24, any::<bool>()), 0..6),
        now in 0i64..50 * 24,
    ) {
        let start = at("2026-10-01T00:00:00+02:00");
        let hour = |hours: i64| start + chrono::Duration::hours(hours);
        let records: Vec<_> = made
            .iter()
            .enumerate()
            .map(|(number, hours)| list(u8::try_from(number).unwrap() + 1, &hour(*hours).to_rfc3339(), &["x"]))
            .collect();
        let hours: Vec<_> = planned
            .iter()
            .zip(1..)
            .map(|((hours, dosing), number)| {
                let kind = if *dosing { AppointmentKind::Dosing } else { AppointmentKind::Integration };
                appointment(kind, &hour(*hours).to_rfc3339(), number)
            })
            .collect();
        let (current, mut history) = now_and_before(&records, &hours, &hour(now).to_rfc3339());
        history.extend(current);
        history.sort_unstable();
        prop_assert_eq!(history, (1..=u8::try_from(made.len()).unwrap()).collect::<Vec<_>>());
    }
}
