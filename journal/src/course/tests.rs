use super::*;

fn at(text: &str) -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339(text).unwrap()
}

fn appointment(kind: AppointmentKind, text: &str) -> Appointment {
    Appointment {
        id: Uuid::from_u128(at(text).timestamp().unsigned_abs().into()),
        kind,
        at: at(text),
        minutes: 60,
        note: None,
        dose: None,
    }
}

fn plan() -> Vec<Appointment> {
    vec![
        appointment(AppointmentKind::Integration, "2026-10-28T14:00:00+01:00"),
        appointment(AppointmentKind::Preparation, "2026-10-01T10:00:00+02:00"),
        appointment(AppointmentKind::Dosing, "2026-10-12T09:00:00+02:00"),
        appointment(AppointmentKind::Dosing, "2026-10-24T09:00:00+02:00"),
    ]
}

#[test]
fn the_moment_follows_the_latest_dosing_session_through_a_clock_change() {
    let table = [
        ("2026-09-20T12:00:00+02:00", Moment::Preparation),
        ("2026-10-11T16:59:00+02:00", Moment::Preparation),
        ("2026-10-11T17:00:00+02:00", Moment::EveBefore),
        ("2026-10-12T08:59:00+02:00", Moment::EveBefore),
        ("2026-10-12T09:00:00+02:00", Moment::SoftLanding),
        ("2026-10-12T12:59:00+02:00", Moment::SoftLanding),
        ("2026-10-12T13:00:00+02:00", Moment::SameDay),
        ("2026-10-13T08:59:00+02:00", Moment::SameDay),
        ("2026-10-13T09:00:00+02:00", Moment::NextDays),
        ("2026-10-15T09:00:00+02:00", Moment::OneWeek),
        ("2026-10-22T09:00:00+02:00", Moment::Later),
        ("2026-10-23T18:00:00+02:00", Moment::EveBefore),
        // Clocks went back on the 25th: 24 hours after 09:00 are at 08:00 of the new time.
        ("2026-10-25T07:59:00+01:00", Moment::SameDay),
        ("2026-10-25T08:00:00+01:00", Moment::NextDays),
        ("2026-12-24T08:00:00+01:00", Moment::Later),
    ];
    for (now, moment) in table {
        assert_eq!(Course::new(&plan(), at(now)).moment(), moment, "at {now}");
    }
}

#[test]
fn the_day_of_a_session_is_the_day_where_the_client_is() {
    let dosing = [appointment(AppointmentKind::Dosing, "2026-10-12T01:00:00+02:00")];
    // In New York the session begins in the evening of the 11th.
    let now = at("2026-10-11T08:00:00-04:00");
    assert_eq!(Course::new(&dosing, now).moment(), Moment::EveBefore);
}

#[test]
fn sessions_are_counted_and_the_next_appointment_is_the_one_not_yet_over() {
    let course = Course::new(&plan(), at("2026-10-28T14:59:00+01:00"));
    let last = course.last_dosing().unwrap();
    assert_eq!((last.number, last.hours), (2, 102));
    assert_eq!(course.next().unwrap().kind, AppointmentKind::Integration);
    assert_eq!(course.last_together().unwrap().kind, AppointmentKind::Preparation);
    let later = Course::new(&plan(), at("2026-10-28T15:00:00+01:00"));
    assert_eq!(later.next(), None);
    assert_eq!(later.last_together().unwrap().kind, AppointmentKind::Integration);
}

#[test]
fn without_any_appointment_the_page_is_free() {
    assert_eq!(Course::new(&[], at("2026-10-28T14:59:00+01:00")).moment(), Moment::Free);
}
