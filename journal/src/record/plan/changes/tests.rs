use proptest::prelude::*;
use uuid::Uuid;
use wire::ids::AccountId;

use super::*;
use crate::record::AppointmentKind;

fn at(hour: u32) -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339(&format!("2026-10-14T{hour:02}:00:00+02:00")).unwrap()
}

fn appointment(number: u128, minutes: u16) -> Appointment {
    Appointment {
        id: Uuid::from_u128(number),
        kind: AppointmentKind::Integration,
        at: at(12),
        minutes,
        note: None,
        dose: None,
        zone: None,
    }
}

fn plan(appointments: &[(u128, u16)]) -> Plan {
    let appointments = appointments.iter().map(|(number, minutes)| appointment(*number, *minutes)).collect();
    Plan { appointments, ..Plan::new(AccountId::from_random([1; 16])) }
}

fn changed(before: &Plan, hour: u32, change: impl FnOnce(&mut Plan)) -> Plan {
    let mut after = before.clone();
    change(&mut after);
    after.noting(before, at(hour))
}

fn says(plan: &Plan) -> Vec<(u128, u16)> {
    let mut all: Vec<_> = plan.appointments.iter().map(|one| (one.id.as_u128(), one.minutes)).collect();
    all.sort_unstable();
    all
}

#[test]
fn the_latest_change_stands_whoever_made_it() {
    let before = plan(&[(1, 50), (2, 50), (3, 50)]);
    // A colleague begins with what was passed on, and makes one longer and takes one away.
    let colleague = changed(&before, 10, |plan| plan.appointments[0].minutes = 60);
    let colleague = changed(&colleague, 11, |plan| plan.appointments.retain(|one| one.id.as_u128() != 2));
    // Later the therapist makes the same one shorter, and another one longer.
    let therapist = changed(&before, 12, |plan| plan.appointments[0].minutes = 30);
    let therapist = changed(&therapist, 13, |plan| plan.appointments[2].minutes = 90);
    for both in [colleague.latest(&therapist), therapist.latest(&colleague)] {
        assert_eq!(says(&both), [(1, 30), (3, 90)]);
    }
    // What was taken away and then changed by the other one is there.
    let again = changed(&therapist, 14, |plan| plan.appointments[1].minutes = 45);
    assert_eq!(says(&colleague.latest(&again)), [(1, 30), (2, 45), (3, 90)]);
}

#[test]
fn what_was_agreed_about_telling_is_what_was_agreed_last() {
    let before = plan(&[]);
    let always = changed(&before, 10, |plan| plan.telling = Telling::Always);
    let ask = changed(&always, 11, |plan| plan.telling = Telling::Ask);
    assert_eq!(always.latest(&ask).telling, Telling::Ask);
    assert_eq!(before.latest(&always).telling, Telling::Always);
}

#[test]
fn without_times_all_is_there_and_the_first_one_stands_first() {
    let (mine, theirs) = (plan(&[(1, 60)]), plan(&[(1, 50), (2, 50)]));
    assert_eq!(says(&mine.latest(&theirs)), [(1, 60), (2, 50)]);
    // Of a copy without times nothing that she took away comes back.
    assert_eq!(mine.followed_by(&theirs), mine);
}

#[test]
fn whoever_covers_sees_what_was_changed_since() {
    let before = plan(&[(1, 50)]);
    let hers = changed(&before, 10, |plan| plan.appointments.push(appointment(2, 50)));
    let copy = changed(&before, 12, |plan| plan.appointments[0].minutes = 90);
    assert_eq!(says(&hers.followed_by(&copy)), [(1, 90), (2, 50)]);
    let older = changed(&before, 9, |plan| plan.appointments.push(appointment(2, 20)));
    assert_eq!(hers.followed_by(&older), hers);
}

proptest! {
    /// Whatever two people do, in any order, both orders of joining say the same of what has a time.
    #[test]
    fn it_does_not_matter_who_is_asked_first(
        steps in proptest::collection::vec((any::<bool>(), 1_u128..5, proptest::option::of(5_u16..90)), 0..12),
    ) {
        let before = plan(&[(1, 50), (2, 50)]);
        let mut plans = [before.clone(), before.clone()];
        let mut expected = says(&before);
        for (hour, (who, number, minutes)) in (1..).zip(steps) {
            let one = &mut plans[usize::from(who)];
            let change = |plan: &mut Plan| {
                plan.appointments.retain(|one| one.id.as_u128() != number);
                plan.appointments.extend(minutes.map(|minutes| appointment(number, minutes)));
            };
            let after = changed(one, hour, change);
            if says(&after) == says(one) {
                continue;
            }
            *one = after;
            expected.retain(|(there, _)| *there != number);
            expected.extend(minutes.map(|minutes| (number, minutes)));
            expected.sort_unstable();
        }
        prop_assert_eq!(says(&plans[0].latest(&plans[1])), expected.clone());
        prop_assert_eq!(says(&plans[1].latest(&plans[0])), expected);
    }
}
