use proptest::prelude::*;

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
        zone: None,
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

/// Some appointments in two months, in no order.
fn appointments() -> impl Strategy<Value = Vec<Appointment>> {
    let kind = prop_oneof![
        Just(AppointmentKind::Preparation),
        Just(AppointmentKind::Dosing),
        Just(AppointmentKind::Integration),
    ];
    let one = (kind, minute(), 15_u16..300).prop_map(|(kind, at, minutes)| Appointment {
        at,
        minutes,
        ..appointment(kind, "2026-10-01T00:00:00Z")
    });
    proptest::collection::vec(one, 0..8)
}

/// Some minute of these months, and of the weeks before and after.
fn minute() -> impl Strategy<Value = DateTime<FixedOffset>> {
    (-20_000_i64..100_000).prop_map(|minutes| at("2026-10-01T00:00:00Z") + Duration::minutes(minutes))
}

/// Where on earth somebody is.
fn offset() -> impl Strategy<Value = FixedOffset> {
    (-48_i32..=56).prop_map(|quarters| FixedOffset::east_opt(quarters * 15 * 60).unwrap())
}

/// How far after a session a moment is; `None` for those that no session decides.
fn stage(moment: Moment) -> Option<usize> {
    let after = [Moment::SoftLanding, Moment::SameDay, Moment::NextDays, Moment::OneWeek, Moment::Later];
    after.iter().position(|one| *one == moment)
}

proptest! {
    #[test]
    fn the_stretches_of_a_clock_say_what_all_that_was_written_says(
        written in proptest::collection::vec((minute(), prop_oneof![Just(-10), Just(1), Just(2)]), 0..12), asked in minute(),
    ) {
        let zone = |hours: i32| FixedOffset::east_opt(hours * 3600).unwrap();
        let written: Vec<_> = written.into_iter().map(|(at, hours)| at.with_timezone(&zone(hours))).collect();
        let said = Clock::of(written.iter().copied()).local(asked);
        let nearest = written.iter().map(|at| (*at - asked).abs()).min();
        prop_assert_eq!(said.is_some(), nearest.is_some());
        // Of several that are as near, whichever it is.
        let fits = |at: &&DateTime<FixedOffset>| Some((**at - asked).abs()) == nearest;
        let offsets: Vec<_> = written.iter().filter(fits).map(|at| *at.offset()).collect();
        prop_assert!(said.is_none_or(|said| said == asked && offsets.contains(said.offset())));
    }

    #[test]
    fn sessions_are_counted_by_instants_wherever_the_client_is(
        plan in appointments(), now in minute(), here in offset(),
    ) {
        let course = Course::new(&plan, now.with_timezone(&here));
        let begun = plan.iter().filter(|one| one.kind == AppointmentKind::Dosing && one.at <= now);
        let number = course.last_dosing().map_or(0, |last| last.number);
        prop_assert_eq!(number, begun.clone().count());
        prop_assert_eq!(course.last_dosing().map(|last| last.at), begun.map(|one| one.at).max());
        // Today stands after the very same session.
        let today = now.with_timezone(&here).date_naive();
        let stand = course.stand_of(today);
        prop_assert_eq!(stand.map_or(0, |(number, _)| number), number);
        prop_assert!(stand.is_none_or(|(_, days)| days >= 0));
    }

    #[test]
    fn only_the_evening_before_depends_on_where_the_client_is(
        plan in appointments(), now in minute(), here in offset(), there in offset(),
    ) {
        let moments = [here, there].map(|zone| Course::new(&plan, now.with_timezone(&zone)).moment());
        prop_assert!(moments[0] == moments[1] || moments.contains(&Moment::EveBefore), "{:?}", moments);
    }

    #[test]
    fn from_one_session_to_the_next_the_moment_only_moves_on(
        plan in appointments(), now in minute(), later in 0_i64..20_000, here in offset(),
    ) {
        let [before, after] = [now, now + Duration::minutes(later)]
            .map(|now| Course::new(&plan, now.with_timezone(&here)));
        let number = |course: &Course| course.last_dosing().map_or(0, |last| last.number);
        prop_assert!(number(&before) <= number(&after));
        let moments = (stage(before.moment()), stage(after.moment()));
        match moments {
            (Some(one), Some(other)) if number(&before) == number(&after) => prop_assert!(one <= other),
            (Some(_), _) => prop_assert!(number(&before) > 0),
            _ => {}
        }
    }
}
