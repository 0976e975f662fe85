use chrono::{DateTime, FixedOffset};
use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::record::{Appointment, AppointmentKind, Level};

fn at(text: &str) -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339(text).unwrap()
}

fn day(number: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 10, number).unwrap()
}

fn mood(id: u8, on: NaiveDate, level: u8) -> (RecordId, CheckIn) {
    let mut check_in = CheckIn::new(at("2026-10-20T20:00:00+02:00"));
    check_in.day = on;
    check_in.mood = Level::new(level);
    (RecordId::from_random([id; 16]), check_in)
}

#[test]
fn a_day_with_several_is_their_mean_and_a_day_without_is_open() {
    let days = days_until(day(20));
    assert_eq!((days.len(), days[0], days[27]), (28, NaiveDate::from_ymd_opt(2026, 9, 23).unwrap(), day(20)));
    let line = line(&days, &[mood(1, day(20), 2), mood(2, day(20), 5), mood(3, day(18), 4)], Scale::Mood);
    let levels: Vec<_> = line[25..].iter().map(|day| day.level).collect();
    assert_eq!(levels, [Some(4.0), None, Some(3.5)]);
    assert_eq!(line[27].from.len(), 2);
}

#[test]
fn sessions_are_marked_with_their_number_in_the_whole_course() {
    let dosing = |when: &str, number| Appointment {
        id: Uuid::from_u128(number),
        kind: AppointmentKind::Dosing,
        at: at(when),
        minutes: 120,
        note: None,
        dose: None,
        zone: None,
    };
    let appointments = [
        dosing("2026-08-01T09:00:00+02:00", 1),
        dosing("2026-10-05T09:00:00+02:00", 2),
        dosing("2026-11-05T09:00:00+02:00", 3),
    ];
    let course = Course::new(&appointments, at("2026-10-20T20:00:00+02:00"));
    assert_eq!(marks(&course, &days_until(day(20)), &[]), [(day(5), 2)]);
}

#[test]
fn a_session_stands_on_the_day_it_was_where_the_client_was() {
    // Planned in Berlin for nine in the morning; where the client was, it was the evening before.
    let session = Appointment {
        id: Uuid::from_u128(1),
        kind: AppointmentKind::Dosing,
        at: at("2026-10-05T09:00:00+02:00"),
        minutes: 120,
        note: None,
        dose: None,
        zone: None,
    };
    let course = Course::new(&[session], at("2026-10-20T20:00:00+02:00"));
    let at_home = |number, when: &str| (RecordId::from_random([number; 16]), CheckIn::new(at(when)));
    let near = at_home(1, "2026-10-06T20:00:00-10:00");
    let far = at_home(2, "2026-09-20T20:00:00+02:00");
    assert_eq!(marks(&course, &days_until(day(20)), &[far.clone(), near]), [(day(4), 1)]);
    assert_eq!(marks(&course, &days_until(day(20)), &[far]), [(day(5), 1)]);
}

proptest! {
    #[test]
    fn every_level_is_between_least_and_most_and_traced(levels in proptest::collection::vec((1u32..=20, 1u8..=5), 0..60)) {
        let check_ins: Vec<_> =
            levels.iter().enumerate().map(|(id, (on, level))| mood(u8::try_from(id).unwrap(), day(*on), *level)).collect();
        let days = days_until(day(20));
        let line = line(&days, &check_ins, Scale::Mood);
        prop_assert_eq!(line.iter().map(|day| day.from.len()).sum::<usize>(), check_ins.len());
        for day in &line {
            prop_assert!(day.level.is_none_or(|level| (1.0..=5.0).contains(&level)));
            prop_assert_eq!(day.level.is_none(), day.from.is_empty());
        }
    }
}
