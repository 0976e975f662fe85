use chrono::Weekday;
use proptest::prelude::*;
use uuid::Uuid;
use wire::ids::{Epoch, RecordId, Rev};

use super::*;
use crate::{
    course::Moment,
    local::tests::Berlin,
    measures::find,
    record::{Body, CheckIn, Entry, Measure, PlannedMeasure, Quiet, ReminderTime, Rest},
};

const BERLIN: Berlin = Berlin { like_browsers: true };

fn at(text: &str) -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339(text).unwrap()
}

fn clock(text: &str) -> NaiveTime {
    text.parse().unwrap()
}

fn me() -> AccountId {
    AccountId::from_random([1; 16])
}

fn opened(number: u8, owner: AccountId, body: Body) -> Opened {
    let id = RecordId::from_random([number; 16]);
    Opened { id, owner, rev: Rev(1), epoch: Epoch(0), body, recipients: Vec::new() }
}

fn daily(times: &[&str]) -> Reminders {
    let times = times.iter().map(|time| ReminderTime { at: clock(time), days: Vec::new() }).collect();
    Reminders { on: true, times, ..Reminders::default() }
}

fn appointment(kind: AppointmentKind, when: &str, number: u128) -> Appointment {
    Appointment {
        id: Uuid::from_u128(number),
        kind,
        at: at(when),
        minutes: 60,
        note: None,
        dose: None,
        zone: None,
    }
}

/// A plan that asks one questionnaire before each integration appointment.
fn plan(appointments: Vec<Appointment>) -> Opened {
    let measure = PlannedMeasure {
        instrument: "phq-9".into(),
        every_days: None,
        before_integration: true,
        baseline: false,
        rest: Rest::new(),
    };
    let plan = Plan { appointments, measures: vec![measure], ..Plan::new(me()) };
    opened(100, AccountId::from_random([2; 16]), Body::Plan(plan))
}

fn seen<Zone: TimeZone>(wishes: &Reminders, records: &[Opened], now: &str, zone: &Zone) -> Vec<String> {
    let facts = Facts { wishes, records, me: me(), now: at(now).to_utc(), zone };
    moments(&facts).iter().map(|at| at.with_timezone(zone).fixed_offset().to_rfc3339()).collect()
}

fn berlin(wishes: &Reminders, records: &[Opened], now: &str) -> Vec<String> {
    let seen = seen(wishes, records, now, &BERLIN);
    seen.iter().map(|at| at[..16].replace('T', " ")).collect()
}

#[test]
fn nothing_is_planned_unless_it_was_asked_for_and_then_three_and_no_more() {
    let now = "2026-10-05T12:00:00+02:00";
    assert_eq!(berlin(&Reminders { on: false, ..daily(&["20:00"]) }, &[], now), [""; 0]);
    assert_eq!(berlin(&daily(&[]), &[], now), [""; 0]);
    let three = ["2026-10-05 20:00", "2026-10-06 20:00", "2026-10-07 20:00"];
    assert_eq!(berlin(&daily(&["20:00"]), &[], now), three);
}

#[test]
fn one_a_day_the_first_of_its_weekday_and_none_twice() {
    let mut wishes = daily(&["20:00", "09:30"]);
    wishes.times[1].days = vec![Weekday::Sat, Weekday::Sun];
    let friday = "2026-10-09T12:00:00+02:00";
    let next = ["2026-10-09 20:00", "2026-10-10 09:30", "2026-10-11 09:30"];
    assert_eq!(berlin(&wishes, &[], friday), next);
    // Saturday's came at half past nine: nothing at eight in the evening.
    let saturday = berlin(&wishes, &[], "2026-10-10T09:31:00+02:00");
    assert_eq!(saturday, ["2026-10-11 09:30", "2026-10-12 20:00", "2026-10-13 20:00"]);
    wishes.times[0].days = vec![Weekday::Wed];
    wishes.times.truncate(1);
    assert_eq!(berlin(&wishes, &[], friday), ["2026-10-14 20:00", "2026-10-21 20:00", "2026-10-28 20:00"]);
}

#[test]
fn a_time_in_quiet_hours_gives_way_to_another_of_the_day_or_to_none() {
    let now = "2026-10-05T12:00:00+02:00";
    assert_eq!(berlin(&daily(&["23:00", "07:59"]), &[], now), [""; 0]);
    assert_eq!(berlin(&daily(&["07:00", "08:00"]), &[], now)[0], "2026-10-06 08:00");
    let mut wishes = daily(&["21:59", "22:00"]);
    assert_eq!(berlin(&wishes, &[], now)[0], "2026-10-05 21:59");
    // The same time twice is no quiet at all.
    wishes.times.remove(0);
    wishes.quiet = Quiet { from: clock("08:00"), until: clock("08:00") };
    assert_eq!(berlin(&wishes, &[], now)[0], "2026-10-05 22:00");
    wishes.quiet = Quiet { from: clock("09:00"), until: clock("23:00") };
    assert_eq!(berlin(&wishes, &[], now), [""; 0]);
}

#[test]
fn whoever_was_here_today_is_left_alone_today() {
    let now = "2026-10-05T12:00:00+02:00";
    let (tonight, tomorrow) = ("2026-10-05 20:00", "2026-10-06 20:00");
    let first = |body: Body| berlin(&daily(&["20:00"]), &[opened(1, me(), body)], now).remove(0);
    let entry = |words: &str, when: &str| {
        let mut entry = Entry::new(Moment::Free, None, at(when));
        entry.free = words.into();
        Body::Entry(entry)
    };
    let measure = |finished: &str| {
        let mut measure = Measure::new(find("phq-9").unwrap(), "en", at(finished));
        measure.finished = Some(at(finished));
        Body::Measure(measure)
    };
    assert_eq!(first(Body::CheckIn(CheckIn::new(at(now)))), tomorrow);
    assert_eq!(first(Body::CheckIn(CheckIn::new(at("2026-10-04T21:00:00+02:00")))), tonight);
    assert_eq!(first(entry("rain", "2026-10-05T08:00:00+02:00")), tomorrow);
    assert_eq!(first(entry("rain", "2026-10-05T02:00:00+02:00")), tonight, "that was still the night before");
    assert_eq!(first(entry("", "2026-10-05T08:00:00+02:00")), tonight);
    assert_eq!(first(measure("2026-10-05T08:00:00+02:00")), tomorrow);
    let others = opened(1, AccountId::from_random([9; 16]), Body::CheckIn(CheckIn::new(at(now))));
    assert_eq!(berlin(&daily(&["20:00"]), &[others], now)[0], tonight);
}

#[test]
fn the_clocks_may_go_forward_or_back() {
    let mut wishes = daily(&["02:30"]);
    wishes.quiet = Quiet { from: clock("12:00"), until: clock("12:00") };
    let spring = seen(&wishes, &[], "2026-03-28T12:00:00+01:00", &BERLIN);
    assert_eq!(spring[..2], ["2026-03-29T03:00:00+02:00", "2026-03-30T02:30:00+02:00"]);
    let autumn = seen(&wishes, &[], "2026-10-24T12:00:00+02:00", &BERLIN);
    assert_eq!(autumn[..2], ["2026-10-25T02:30:00+02:00", "2026-10-26T02:30:00+01:00"]);
    // Between the two half past two of that night nothing comes a second time.
    let between = seen(&wishes, &[], "2026-10-25T00:45:00Z", &BERLIN);
    assert_eq!(between[0], "2026-10-26T02:30:00+01:00");
    // What was moved out of the gap into quiet hours is quiet.
    wishes.quiet = Quiet { from: clock("03:00"), until: clock("08:00") };
    assert_eq!(seen(&wishes, &[], "2026-03-28T12:00:00+01:00", &BERLIN)[0], "2026-03-30T02:30:00+02:00");
}

#[test]
fn after_a_flight_it_is_the_time_of_the_new_place() {
    let tokyo = FixedOffset::east_opt(9 * 3600).unwrap();
    let now = "2026-10-05T12:00:00+02:00";
    assert_eq!(seen(&daily(&["20:00"]), &[], now, &tokyo)[0], "2026-10-05T20:00:00+09:00");
    assert_eq!(seen(&daily(&["18:30"]), &[], now, &tokyo)[0], "2026-10-06T18:30:00+09:00");
}

#[test]
fn the_day_of_a_dosing_session_is_quiet_till_the_evening_and_till_it_has_worn_off() {
    let of = |when| [plan(vec![appointment(AppointmentKind::Dosing, when, 1)])];
    let now = "2026-10-12T22:00:00+02:00";
    let day = |times: &[&str], when| berlin(&daily(times), &of(when), now).remove(0);
    let morning = "2026-10-13T09:00:00+02:00";
    assert_eq!(day(&["08:30", "16:59"], morning), "2026-10-14 08:30");
    assert_eq!(day(&["16:59", "17:00"], morning), "2026-10-13 17:00");
    let late = "2026-10-13T16:00:00+02:00";
    assert_eq!(day(&["19:59"], late), "2026-10-14 19:59");
    assert_eq!(day(&["20:00"], late), "2026-10-13 20:00");
}

#[test]
fn before_an_appointment_one_comes_only_while_something_is_due_for_it() {
    let wishes = Reminders { before_appointment: true, ..daily(&[]) };
    let friday = || appointment(AppointmentKind::Integration, "2026-10-16T14:00:00+02:00", 2);
    let records = [plan(vec![friday()])];
    let now = "2026-10-12T12:00:00+02:00";
    assert_eq!(berlin(&wishes, &records, now), ["2026-10-15 18:00"]);
    assert_eq!(berlin(&wishes, &records, "2026-10-15T18:00:00+02:00"), [""; 0]);
    assert_eq!(berlin(&Reminders { before_appointment: false, ..wishes.clone() }, &records, now), [""; 0]);
    let mut answered = Measure::new(find("phq-9").unwrap(), "en", at(now));
    answered.finished = Some(at("2026-10-11T12:00:00+02:00"));
    let both = [records[0].clone(), opened(1, me(), Body::Measure(answered))];
    assert_eq!(berlin(&wishes, &both, now), [""; 0]);
    // Where the evening is quiet it is the morning, unless that is too near.
    let early = appointment(AppointmentKind::Integration, "2026-10-16T10:30:00+02:00", 2);
    let quiet = Quiet { from: clock("17:00"), until: clock("08:00") };
    let quiet = Reminders { quiet, ..wishes.clone() };
    assert_eq!(berlin(&quiet, &records, now), ["2026-10-16 09:00"]);
    assert_eq!(berlin(&quiet, &[plan(vec![early])], now), [""; 0]);
    // Whoever hears from us on that day anyway hears once.
    let times = daily(&["20:00"]).times;
    let daily = berlin(&Reminders { times, ..wishes }, &records, "2026-10-14T21:00:00+02:00");
    assert_eq!(daily, ["2026-10-15 20:00", "2026-10-16 20:00", "2026-10-17 20:00"]);
}

#[test]
fn the_plan_that_counts_is_that_of_a_therapist_and_not_what_was_passed_on() {
    let wishes = Reminders { before_appointment: true, ..daily(&[]) };
    let now = "2026-10-12T12:00:00+02:00";
    let moved = plan(vec![appointment(AppointmentKind::Integration, "2026-10-16T14:00:00+02:00", 2)]);
    let Body::Plan(before) =
        plan(vec![appointment(AppointmentKind::Integration, "2026-10-14T14:00:00+02:00", 2)]).body
    else {
        panic!("not a plan")
    };
    let passed_on = opened(1, me(), Body::Plan(before));
    assert_eq!(berlin(&wishes, &[passed_on.clone(), moved], now), ["2026-10-15 18:00"]);
    // Until she plans herself it is all there is.
    assert_eq!(berlin(&wishes, &[passed_on], now), ["2026-10-13 18:00"]);
}

#[test]
fn where_nothing_can_be_sent_the_app_says_it_from_that_time_on_until_something_is_written() {
    let wishes = daily(&["20:00"]);
    let said = |records: &[Opened], now: &str| {
        let facts = Facts { wishes: &wishes, records, me: me(), now: at(now).to_utc(), zone: &BERLIN };
        wanted(&facts).map(|at| at.to_rfc3339())
    };
    assert_eq!(said(&[], "2026-10-05T19:59:00+02:00"), None);
    let eight = Some("2026-10-05T20:00:00+02:00".to_owned());
    assert_eq!(said(&[], "2026-10-05T20:00:00+02:00"), eight);
    assert_eq!(said(&[], "2026-10-05T23:59:00+02:00"), eight);
    assert_eq!(said(&[], "2026-10-06T00:00:00+02:00"), None);
    let done = opened(1, me(), Body::CheckIn(CheckIn::new(at("2026-10-05T20:10:00+02:00"))));
    assert_eq!(said(&[done], "2026-10-05T20:11:00+02:00"), None);
    let quiet = Quiet { from: clock("04:00"), until: clock("05:00") };
    let midnight = Reminders { quiet, ..daily(&["00:00"]) };
    let in_the_night = |records: &[Opened]| {
        let now = at("2026-10-06T00:02:00+02:00").to_utc();
        wanted(&Facts { wishes: &midnight, records, me: me(), now, zone: &BERLIN }).is_some()
    };
    assert!(in_the_night(&[]));
    let before = opened(1, me(), Body::CheckIn(CheckIn::new(at("2026-10-05T23:59:00+02:00"))));
    assert!(in_the_night(&[before]));
    let after = opened(1, me(), Body::CheckIn(CheckIn::new(at("2026-10-06T00:01:00+02:00"))));
    assert!(!in_the_night(&[after]));
    let off = Reminders { on: false, ..wishes.clone() };
    let facts = Facts {
        wishes: &off,
        records: &[],
        me: me(),
        now: at("2026-10-05T21:00:00+02:00").to_utc(),
        zone: &BERLIN,
    };
    assert_eq!(wanted(&facts), None);
}

fn any_time() -> impl Strategy<Value = NaiveTime> {
    (0..24 * 60_u32).prop_map(|minute| NaiveTime::from_num_seconds_from_midnight_opt(minute * 60, 0).unwrap())
}

fn wishes() -> impl Strategy<Value = Reminders> {
    let days = proptest::collection::vec(0..7_u8, 0..4);
    let time = (any_time(), days).prop_map(|(at, days)| ReminderTime {
        at,
        days: days.into_iter().map(|day| Weekday::try_from(day).unwrap()).collect(),
    });
    let quiet = (any_time(), any_time()).prop_map(|(from, until)| Quiet { from, until });
    (proptest::collection::vec(time, 0..4), quiet, any::<bool>()).prop_map(
        |(times, quiet, before_appointment)| Reminders {
            on: true,
            times,
            quiet,
            before_appointment,
            rest: Rest::new(),
        },
    )
}

fn planned() -> impl Strategy<Value = Opened> {
    let one = (any::<bool>(), 0..40 * 24 * 60_i64, 0..200_u16);
    proptest::collection::vec(one, 0..6).prop_map(|all| {
        let made = |((is_dosing, minute, minutes), number): ((bool, i64, u16), u128)| {
            let kind = if is_dosing { AppointmentKind::Dosing } else { AppointmentKind::Integration };
            let at = at("2026-03-10T00:00:00+01:00") + Duration::minutes(minute);
            Appointment { at, minutes, ..appointment(kind, "2026-03-10T00:00:00+01:00", number) }
        };
        plan(all.into_iter().zip(0..).map(made).collect())
    })
}

proptest! {
    #[test]
    fn never_more_than_three_never_two_a_day_never_in_quiet_hours_nor_in_a_session(
        wishes in wishes(), plan in planned(), minute in 0..40 * 24 * 60_i64,
    ) {
        let now = (at("2026-03-10T00:00:00+01:00") + Duration::minutes(minute)).to_utc();
        let records = [plan];
        let seen = |now| moments(&Facts { wishes: &wishes, records: &records, me: me(), now, zone: &BERLIN });
        let planned = seen(now);
        prop_assert!(planned.len() <= REMINDERS);
        let local: Vec<_> = planned.iter().map(|at| at.with_timezone(&BERLIN).fixed_offset()).collect();
        for at in &local {
            prop_assert!(*at > now && *at < now + Duration::days(REMINDER_DAYS));
            prop_assert!(!wishes.quiet.covers(at.time()), "{at} is quiet");
            let Body::Plan(plan) = &records[0].body else { panic!("not a plan") };
            for dosing in plan.appointments.iter().filter(|one| one.kind == AppointmentKind::Dosing) {
                let after = *at - dosing.at;
                prop_assert!(after < Duration::zero() || after >= Duration::minutes(dosing.minutes.into()) + SOFT_LANDING);
            }
        }
        prop_assert!(local.is_sorted());
        prop_assert!(local.windows(2).all(|two| two[0].num_days_from_ce() != two[1].num_days_from_ce()));
        // Once the first has come, none follows on its day.
        if let Some(first) = planned.first() {
            let day = first.with_timezone(&BERLIN).date_naive();
            let later = seen(*first);
            prop_assert!(later.iter().all(|at| at.with_timezone(&BERLIN).date_naive() > day), "{later:?}");
        }
    }
}
