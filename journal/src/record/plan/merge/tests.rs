use chrono::DateTime;
use proptest::prelude::*;
use uuid::Uuid;
use wire::ids::AccountId;

use super::*;
use crate::{
    course::Moment,
    record::{AppointmentKind, Body, Rest, merge},
};

fn at(hour: u8) -> DateTime<chrono::FixedOffset> {
    DateTime::parse_from_rfc3339(&format!("2026-10-14T{hour:02}:00:00+02:00")).unwrap()
}

fn appointment(id: u128, hour: u8, note: &str) -> Appointment {
    Appointment {
        id: Uuid::from_u128(id),
        kind: AppointmentKind::Integration,
        at: at(hour),
        minutes: 50,
        note: (!note.is_empty()).then(|| note.into()),
        dose: None,
        zone: None,
    }
}

fn prompt(id: u128, question: &str) -> OwnPrompt {
    OwnPrompt {
        id: Uuid::from_u128(id),
        question: question.into(),
        help: String::new(),
        moment: Moment::NextDays,
        given: at(9),
        rest: Rest::new(),
    }
}

fn measure(instrument: &str, days: u16) -> PlannedMeasure {
    let every_days = Some(days);
    PlannedMeasure {
        instrument: instrument.into(),
        every_days,
        before_integration: true,
        baseline: true,
        rest: Rest::new(),
    }
}

fn plan(appointments: Vec<Appointment>) -> Plan {
    Plan { appointments, ..Plan::new(AccountId::from_random([1; 16])) }
}

#[test]
fn what_each_device_did_is_done() {
    let base = plan(vec![appointment(1, 9, ""), appointment(2, 10, ""), appointment(3, 11, "room 2")]);
    let mut mine = base.clone();
    // One is cancelled here, one is moved there, and the note of the third got other words on both.
    mine.appointments.remove(0);
    mine.appointments[1].note = Some("room 3".into());
    mine.measures.push(measure("phq-9", 14));
    let mut theirs = base.clone();
    theirs.appointments[1].at = at(15);
    theirs.appointments[2].note = Some("by video".into());
    theirs.prompts.push(prompt(7, "What did the sea say?"));
    theirs.telling = Telling::Always;
    let met = Plan::merge(Some(&base), &mine, &theirs);
    assert_eq!(met.appointments, [appointment(2, 15, ""), appointment(3, 11, "room 3\n\nby video")]);
    assert_eq!((met.measures.len(), met.prompts.len(), met.telling), (1, 1, Telling::Always));
}

#[test]
fn an_appointment_that_was_moved_is_not_cancelled() {
    let base = plan(vec![appointment(1, 9, "")]);
    let (cancelled, moved) = (plan(Vec::new()), plan(vec![appointment(1, 15, "")]));
    for (mine, theirs) in [(&cancelled, &moved), (&moved, &cancelled)] {
        assert_eq!(Plan::merge(Some(&base), mine, theirs).appointments, moved.appointments);
    }
}

#[test]
fn a_note_that_one_side_took_away_is_gone() {
    let base = plan(vec![appointment(1, 9, "room 2")]);
    let (emptied, moved) = (plan(vec![appointment(1, 9, "")]), plan(vec![appointment(1, 10, "room 2")]));
    for (mine, theirs) in [(&emptied, &moved), (&moved, &emptied)] {
        assert_eq!(Plan::merge(Some(&base), mine, theirs).appointments, [appointment(1, 10, "")]);
    }
}

#[test]
fn of_two_plans_that_never_met_nothing_is_dropped_and_nothing_is_told_unasked() {
    let (mut one, mut other) = (plan(vec![appointment(1, 9, "")]), plan(vec![appointment(2, 10, "")]));
    one.telling = Telling::Always;
    one.prompts.push(prompt(1, "One?"));
    other.prompts.push(prompt(2, "Two?"));
    other.measures.push(measure("gad-7", 7));
    let both = one.with(&other);
    assert_eq!((both.appointments.len(), both.prompts.len(), both.measures.len()), (2, 2, 1));
    assert_eq!(both.telling, Telling::Ask);
}

#[test]
fn undoing_takes_back_one_change_and_keeps_what_came_after() {
    let before = plan(vec![appointment(1, 9, ""), appointment(2, 10, "")]);
    let after = plan(vec![appointment(2, 10, "")]);
    let mut now = after.clone();
    now.appointments[0].at = at(12);
    now.measures.push(measure("phq-9", 14));
    let undone = now.without(&before, &after);
    assert_eq!(undone.appointments, [appointment(1, 9, ""), appointment(2, 12, "")]);
    assert_eq!(undone.measures.len(), 1);
}

#[test]
fn a_plan_from_before_there_were_doses_and_moments_is_read() {
    let old = serde_json::json!({
        "kind": "plan", "v": 1, "client": AccountId::from_random([1; 16]),
        "appointments": [{ "id": Uuid::from_u128(1), "kind": "dosing", "at": "2026-10-13T09:00:00+02:00",
            "minutes": 180, "note": "lozenge" }],
        "prompts": [{ "id": Uuid::from_u128(2), "question": "What now?", "given": "2026-10-13T09:00:00+02:00" }],
    });
    let Body::Plan(plan) = serde_json::from_value(old).unwrap() else { panic!("a plan") };
    assert_eq!((&plan.appointments[0].dose, plan.prompts[0].moment), (&None, Moment::NextDays));
}

/// One device's changes: which of the known appointments it drops or moves, and which it adds.
fn changed(base: &Plan, dropped: &[bool], hours: &[Option<u8>], added: &[u128]) -> Plan {
    let mut plan = base.clone();
    for (one, hour) in plan.appointments.iter_mut().zip(hours) {
        if let Some(hour) = hour {
            one.at = at(*hour);
        }
    }
    let mut dropped = dropped.iter();
    plan.appointments.retain(|_| !dropped.next().copied().unwrap_or_default());
    plan.appointments.extend(added.iter().map(|id| appointment(100 + id, 20, "new")));
    plan
}

proptest! {
    #[test]
    fn nothing_that_either_side_added_or_moved_is_lost(
        mine in (prop::collection::vec(any::<bool>(), 4), prop::collection::vec(prop::option::of(0..24_u8), 4),
            prop::collection::btree_set(0..3_u128, 0..3)),
        theirs in (prop::collection::vec(any::<bool>(), 4), prop::collection::vec(prop::option::of(0..24_u8), 4),
            prop::collection::btree_set(10..13_u128, 0..3)),
    ) {
        let base = plan((0..4).map(|id| appointment(id, 8, "")).collect());
        let side = |(dropped, hours, added): &(Vec<bool>, Vec<Option<u8>>, std::collections::BTreeSet<u128>)| {
            changed(&base, dropped, hours, &added.iter().copied().collect::<Vec<_>>())
        };
        let (mine, theirs) = (side(&mine), side(&theirs));
        let of = |one: &Plan, other: &Plan| {
            match merge(Some(&Body::Plan(base.clone())), &Body::Plan(one.clone()), &Body::Plan(other.clone())) {
                Body::Plan(plan) => plan,
                _ => unreachable!("plans make a plan"),
            }
        };
        let (here, there) = (of(&mine, &theirs), of(&theirs, &mine));
        for side in [&mine, &theirs] {
            for one in side.appointments.iter().filter(|one| !base.appointments.contains(one)) {
                prop_assert!(here.appointments.iter().any(|met| met.id == one.id), "{one:?} is lost");
            }
        }
        let ids = |plan: &Plan| plan.appointments.iter().map(|one| one.id).collect::<std::collections::BTreeSet<_>>();
        // Both devices end with the same appointments, each once.
        prop_assert_eq!(ids(&here), ids(&there));
        prop_assert_eq!(ids(&here).len(), here.appointments.len());
        // Where only one side did something, that is what is done.
        prop_assert_eq!(ids(&of(&mine, &base)), ids(&mine));
        prop_assert_eq!(of(&base, &mine).appointments, of(&mine, &base).appointments);
    }
}
