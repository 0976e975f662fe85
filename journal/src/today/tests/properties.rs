//! Whatever is in a journal and whenever it is looked at.

use proptest::prelude::*;

use super::*;

/// Any instant of some months, on any clock of the world.
fn instant() -> impl Strategy<Value = DateTime<FixedOffset>> {
    (0..200 * 24 * 60_i64, -12..=14_i32).prop_map(|(minutes, offset)| {
        let zone = FixedOffset::east_opt(offset * 3600).unwrap();
        (at("2026-03-01T00:00:00Z") + Duration::minutes(minutes)).with_timezone(&zone)
    })
}

fn body() -> impl Strategy<Value = Body> {
    let entry =
        (0..13_usize, instant(), any::<bool>(), any::<bool>()).prop_map(|(moment, when, full, done)| {
            let mut entry = Entry::new(Moment::ALL[moment], None, when);
            entry.free = if full { "words".into() } else { String::new() };
            entry.finished = done.then_some(when);
            Body::Entry(entry)
        });
    let step = instant().prop_map(|when| {
        let mut step = Step::new("small".into(), when);
        step.back_on = Some(when.date_naive());
        Body::Step(step)
    });
    prop_oneof![entry, step, instant().prop_map(|when| Body::CheckIn(CheckIn::new(when)))]
}

fn records() -> impl Strategy<Value = Vec<Opened>> {
    proptest::collection::vec(body(), 0..12).prop_map(|bodies| {
        bodies.into_iter().zip(0..).map(|(body, number)| opened(number, me(), body)).collect()
    })
}

fn planned() -> impl Strategy<Value = Vec<Appointment>> {
    let kinds = [AppointmentKind::Dosing, AppointmentKind::Integration, AppointmentKind::Preparation];
    proptest::collection::vec((0..3_usize, instant(), 0..600_u16), 0..10).prop_map(move |all| {
        let appointment = |((kind, at, minutes), number): ((usize, _, _), u128)| {
            let id = Uuid::from_u128(number);
            Appointment { id, kind: kinds[kind], at, minutes, note: None, dose: None, zone: None }
        };
        all.into_iter().zip(0..).map(appointment).collect()
    })
}

proptest! {
    #[test]
    fn what_was_put_off_is_not_shown_again_that_day(
        mut records in records(), planned in planned(), now in instant(), later in 0..24 * 60_i64,
    ) {
        let mut put_off = PutOff::new();
        let mut rested = Vec::new();
        while let Some(name) = seen(&records, &planned, now).name() {
            prop_assert!(!rested.contains(&name), "{name} came back");
            put_off.add(day(now), name.clone());
            rested.push(name);
            prop_assert!(rested.len() < 30, "it never ends: {rested:?}");
            records.retain(|record| record.put_off().is_none());
            records.push(opened(255, me(), Body::PutOff(put_off.clone())));
        }
        let later = now + Duration::minutes(later);
        if day(later) == day(now) {
            let name = seen(&records, &planned, later).name();
            prop_assert!(name.is_none_or(|name| !rested.contains(&name)));
        }
    }

    #[test]
    fn after_two_prompts_only_the_hours_of_a_session_ask(
        records in records(), planned in planned(), now in instant(), first in 0..13_usize, second in 0..13_usize,
    ) {
        prop_assume!(first != second);
        let mut put_off = PutOff::new();
        for moment in [first, second] {
            put_off.add(day(now), Thing::Write(Moment::ALL[moment]).name().unwrap());
        }
        let mut records = records;
        records.push(opened(255, me(), Body::PutOff(put_off)));
        let thing = seen(&records, &planned, now);
        let bound = [Moment::EveBefore, Moment::SameDay];
        let asks = matches!(thing, Thing::CheckIn | Thing::Step(_)) || matches!(thing, Thing::Write(moment) if !bound.contains(&moment));
        prop_assert!(!asks, "{thing:?} was asked as well");
    }

    #[test]
    fn what_two_devices_put_off_rests_on_both(
        mine in proptest::collection::vec(0..9_u32, 0..5), theirs in proptest::collection::vec(0..9_u32, 0..5),
    ) {
        let put_off = |days: &[u32]| {
            let mut put_off = PutOff::new();
            for day in days {
                put_off.add(NaiveDate::from_ymd_opt(2026, 10, day + 1).unwrap(), "check_in".into());
            }
            Body::PutOff(put_off)
        };
        let both = crate::record::merge(None, &put_off(&mine), &put_off(&theirs));
        prop_assert_eq!(both, put_off(&[mine, theirs].concat()));
    }
}
