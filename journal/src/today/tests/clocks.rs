//! The nights on which the clocks change in central Europe, after a session in the evening before: hours are counted
//! by instants, days by what the clock on the wall says.

use super::*;

/// One hour from six in the evening on.
fn in_the_evening(of: &str) -> Vec<Appointment> {
    let dosing = Appointment { at: at(of), ..appointments().remove(0) };
    vec![dosing]
}

const SPRING: &str = "2026-03-28T18:00:00+01:00";
const AUTUMN: &str = "2026-10-24T18:00:00+02:00";

#[test]
fn a_session_before_the_night_is_followed_by_the_same_hours() {
    let write = Thing::Write;
    let table = [
        // The clocks go forward: 24 hours after six are at seven.
        (SPRING, "2026-03-27T16:59:00+01:00", write(Moment::Preparation)),
        (SPRING, "2026-03-27T17:00:00+01:00", write(Moment::EveBefore)),
        (SPRING, "2026-03-28T17:59:00+01:00", write(Moment::EveBefore)),
        (SPRING, "2026-03-28T18:00:00+01:00", Thing::SoftLanding),
        (SPRING, "2026-03-28T21:59:00+01:00", Thing::SoftLanding),
        (SPRING, "2026-03-28T22:00:00+01:00", write(Moment::SameDay)),
        (SPRING, "2026-03-29T01:59:00+01:00", write(Moment::SameDay)),
        (SPRING, "2026-03-29T03:00:00+02:00", write(Moment::SameDay)),
        (SPRING, "2026-03-29T18:59:00+02:00", write(Moment::SameDay)),
        (SPRING, "2026-03-29T19:00:00+02:00", write(Moment::NextDays)),
        (SPRING, "2026-03-31T18:59:00+02:00", write(Moment::NextDays)),
        (SPRING, "2026-03-31T19:00:00+02:00", Thing::CheckIn),
        (SPRING, "2026-04-03T18:59:00+02:00", Thing::CheckIn),
        (SPRING, "2026-04-03T19:00:00+02:00", write(Moment::OneWeek)),
        // They go back: 24 hours after six are at five, and the hour that comes twice is of the same evening twice.
        (AUTUMN, "2026-10-23T17:00:00+02:00", write(Moment::EveBefore)),
        (AUTUMN, "2026-10-24T21:59:00+02:00", Thing::SoftLanding),
        (AUTUMN, "2026-10-25T02:30:00+02:00", write(Moment::SameDay)),
        (AUTUMN, "2026-10-25T02:30:00+01:00", write(Moment::SameDay)),
        (AUTUMN, "2026-10-25T16:59:00+01:00", write(Moment::SameDay)),
        (AUTUMN, "2026-10-25T17:00:00+01:00", write(Moment::NextDays)),
        (AUTUMN, "2026-10-27T16:59:00+01:00", write(Moment::NextDays)),
        (AUTUMN, "2026-10-27T17:00:00+01:00", Thing::CheckIn),
        (AUTUMN, "2026-10-30T17:00:00+01:00", write(Moment::OneWeek)),
    ];
    for (dosing, now, expected) in table {
        assert_eq!(seen(&[], &in_the_evening(dosing), at(now)), expected, "at {now}");
    }
}

#[test]
fn the_night_belongs_to_the_evening_until_four_by_the_new_clock() {
    let table = [
        (SPRING, "2026-03-28T23:00:00+01:00", "2026-03-29T03:59:00+02:00", "2026-03-29T04:00:00+02:00"),
        (AUTUMN, "2026-10-24T23:00:00+02:00", "2026-10-25T03:59:00+01:00", "2026-10-25T04:00:00+01:00"),
    ];
    for (dosing, evening, night, morning) in table {
        let records = [
            opened(1, me(), Body::Entry(written(Moment::SameDay, evening, true))),
            opened(2, me(), check_in(evening)),
        ];
        let plan = in_the_evening(dosing);
        assert_eq!(seen(&records, &plan, at(night)), Thing::Nothing, "at {night}");
        assert_eq!(seen(&records, &plan, at(morning)), Thing::CheckIn, "at {morning}");
    }
}

#[test]
fn what_was_begun_in_that_night_rests_till_six_by_the_new_clock() {
    let table = [
        ("2026-03-28T21:00:00+01:00", "2026-03-29T05:59:00+02:00", "2026-03-29T06:00:00+02:00"),
        ("2026-03-28T23:30:00+01:00", "2026-03-29T05:59:00+02:00", "2026-03-29T06:00:00+02:00"),
        ("2026-03-29T01:30:00+01:00", "2026-03-29T05:59:00+02:00", "2026-03-29T06:00:00+02:00"),
        ("2026-10-24T21:00:00+02:00", "2026-10-25T05:59:00+01:00", "2026-10-25T06:00:00+01:00"),
        ("2026-10-25T00:15:00+02:00", "2026-10-25T05:59:00+01:00", "2026-10-25T06:00:00+01:00"),
        ("2026-10-25T02:30:00+01:00", "2026-10-25T05:59:00+01:00", "2026-10-25T06:00:00+01:00"),
    ];
    for (begun, night, morning) in table {
        let entry = opened(1, me(), Body::Entry(written(Moment::SoftLanding, begun, false)));
        let dosing = if at(begun) < at("2026-06-01T00:00:00Z") { SPRING } else { AUTUMN };
        let thing = |now| seen(std::slice::from_ref(&entry), &in_the_evening(dosing), at(now));
        assert_eq!(thing(night), Thing::Write(Moment::SameDay), "begun at {begun}, at {night}");
        assert_eq!(thing(morning), Thing::Draft(entry.id), "begun at {begun}, at {morning}");
    }
}

#[test]
fn the_days_since_the_session_are_those_of_the_calendar() {
    for (dosing, now, day, days) in [
        (SPRING, "2026-03-28T23:59:00+01:00", "2026-03-28", 0),
        (SPRING, "2026-03-29T00:00:00+01:00", "2026-03-29", 1),
        (SPRING, "2026-03-29T23:59:00+02:00", "2026-03-29", 1),
        (SPRING, "2026-03-30T00:00:00+02:00", "2026-03-30", 2),
        (AUTUMN, "2026-10-24T23:59:00+02:00", "2026-10-24", 0),
        (AUTUMN, "2026-10-25T00:00:00+02:00", "2026-10-25", 1),
        (AUTUMN, "2026-10-25T23:59:00+01:00", "2026-10-25", 1),
        (AUTUMN, "2026-10-26T00:00:00+01:00", "2026-10-26", 2),
    ] {
        let course = Course::new(&in_the_evening(dosing), at(now));
        let day: NaiveDate = day.parse().unwrap();
        assert_eq!(at(now).date_naive(), day, "at {now}");
        assert_eq!(course.stand_of(day), Some((1, days)), "at {now}");
    }
}
