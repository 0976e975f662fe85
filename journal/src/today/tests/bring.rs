//! What there is to do before an hour together, and before a next session.

use super::*;
use crate::record::{Agenda, Item};

/// Before the hour of the 16th, without a prompt that is left to answer.
const NEAR: &str = "2026-10-15T10:00:00+02:00";

fn list(number: u8, made: &str, lines: &[&str], readers: &[u8]) -> Opened {
    let mut agenda = Agenda::new(at(made));
    for (place, line) in (1..).zip(lines) {
        agenda.put(Item::line(Uuid::from_u128(place), (*line).into(), at(made)));
    }
    let recipients = readers.iter().map(|one| AccountId::from_random([*one; 16])).collect();
    Opened { recipients, ..opened(number, me(), Body::Agenda(agenda)) }
}

fn asked() -> [Opened; 2] {
    let entry = written(Moment::NextDays, "2026-10-14T09:30:00+02:00", true);
    [opened(1, me(), Body::Entry(entry)), opened(2, me(), check_in(NEAR))]
}

#[test]
fn before_an_hour_one_is_asked_what_to_bring_then_shown_the_list_until_somebody_can_read_it() {
    let made = "2026-10-14T20:00:00+02:00";
    let hour = Thing::Appointment(appointments().remove(1));
    let the_list = Thing::List(RecordId::from_random([3; 16]));
    let table = [
        (vec![], hour.clone(), "no list"),
        (vec![list(3, made, &[], &[])], hour.clone(), "an empty list"),
        (vec![list(3, made, &["the house"], &[])], the_list.clone(), "a list for nobody else"),
        (vec![list(3, made, &["the house"], &[9])], Thing::Nothing, "a list that is shared"),
        (
            vec![list(3, made, &["the house"], &[]), not_now(NEAR, std::slice::from_ref(&the_list))],
            Thing::Nothing,
            "put off",
        ),
        (vec![not_now(NEAR, std::slice::from_ref(&hour))], Thing::Nothing, "the hour was put off"),
    ];
    for (mut records, expected, why) in table {
        records.extend(asked());
        assert_eq!(thing(&records, NEAR), expected, "{why}");
    }
}

#[test]
fn a_list_waits_for_drafts_prompts_and_the_check_in_and_for_its_hour() {
    let [entry, check_in] = asked();
    let list = list(3, "2026-10-13T20:00:00+02:00", &["the house"], &[]);
    let draft = opened(4, me(), Body::Entry(written(Moment::Free, "2026-10-15T09:00:00+02:00", false)));
    let all = [list.clone(), entry.clone(), check_in.clone(), draft.clone()];
    assert_eq!(thing(&all, NEAR), Thing::Draft(draft.id));
    assert_eq!(thing(&[list.clone(), check_in.clone()], NEAR), Thing::Write(Moment::NextDays));
    assert_eq!(thing(&[list.clone(), entry.clone()], NEAR), Thing::CheckIn);
    // More than two days before the hour it rests, too.
    let early = "2026-10-14T10:00:00+02:00";
    let today = opened(2, me(), Body::CheckIn(CheckIn::new(at(early))));
    assert_eq!(thing(&[list, entry, today], early), Thing::Nothing);
}

/// What is asked in the morning so many days after the first session, when the next one is after so many days.
fn morning(records: &[Opened], after: i64, next: i64) -> Thing {
    let first = appointments().remove(0);
    let at = first.at + Duration::days(next);
    let plan = [first.clone(), Appointment { id: Uuid::from_u128(7), at, ..first.clone() }];
    let now = first.at + Duration::days(after) + Duration::hours(1);
    let calm = opened(60, me(), Body::CheckIn(CheckIn::new(now)));
    seen(&[records, &[calm]].concat(), &plan, now)
}

#[test]
fn each_session_is_prepared_for_in_the_calm_days_before_it_and_not_only_the_first() {
    let done = |number, moment| {
        opened(number, me(), Body::Entry(written(moment, "2026-10-15T08:00:00+02:00", true)))
    };
    let preparation = Thing::Write(Moment::Preparation);
    let answered = [done(1, Moment::NextDays), done(2, Moment::OneWeek)];
    // Days since the last session, days between the two.
    let table = [
        (2, 7, Thing::Nothing, "in the days after the last one"),
        (3, 7, preparation.clone(), "between two a week apart"),
        (4, 7, preparation.clone(), "a day later, not answered"),
        (3, 5, preparation.clone(), "between two that are close"),
        (3, 11, Thing::Nothing, "it is more than a week ahead"),
        (5, 11, preparation.clone(), "a week ahead"),
        (12, 20, Thing::Nothing, "later, and more than a week ahead"),
        (13, 20, preparation.clone(), "later, and a week ahead"),
    ];
    for (after, next, expected, why) in table {
        let found = morning(&answered, after, next);
        let found = if matches!(found, Thing::Appointment(_)) { Thing::Nothing } else { found };
        assert_eq!(found, expected, "{why}");
    }
    let prepared = [answered.as_slice(), &[done(3, Moment::Preparation)]].concat();
    assert_eq!(morning(&prepared, 4, 7), Thing::Nothing, "answered since the last session");
    let mut before = written(Moment::Preparation, "2026-10-10T08:00:00+02:00", true);
    (before.dosing, before.dosing_at) = (None, None);
    let first = [answered.as_slice(), &[opened(3, me(), Body::Entry(before))]].concat();
    assert_eq!(morning(&first, 4, 7), preparation, "what was written before the first one is of that one");
}

#[test]
fn a_preparation_that_was_put_off_thrice_lets_other_things_come() {
    let mut put_off = PutOff::new();
    for date in ["2026-10-16T10:00:00+02:00", "2026-10-17T10:00:00+02:00", "2026-10-18T10:00:00+02:00"] {
        put_off.add(day(at(date)), Thing::Write(Moment::Preparation).name().unwrap());
    }
    let records = [
        opened(1, me(), Body::Entry(written(Moment::OneWeek, "2026-10-16T08:00:00+02:00", true))),
        opened(200, me(), Body::PutOff(put_off)),
    ];
    assert_eq!(morning(&records, 6, 12), Thing::Nothing);
}
