use proptest::prelude::*;

use super::*;
use crate::record::{Body, Reminders, merge};

const MINUTE: u64 = 60_000;

#[test]
fn unless_told_otherwise_it_locks_after_five_minutes_hidden_and_fifteen_untouched() {
    let settings = Settings::default();
    for (untouched, hidden, locks) in [
        (0, None, false),
        (15 * MINUTE - 1, None, false),
        (15 * MINUTE, None, true),
        (5 * MINUTE, Some(5 * MINUTE - 1), false),
        (5 * MINUTE, Some(5 * MINUTE), true),
    ] {
        assert_eq!(settings.locks(Away { untouched, hidden }), locks, "{untouched} {hidden:?}");
    }
}

#[test]
fn out_of_sight_can_mean_at_once_and_nothing_means_never() {
    let at_once = Settings { hidden_minutes: 0, ..Settings::default() };
    assert!(at_once.locks(Away { untouched: 0, hidden: Some(0) }));
    assert!(!at_once.locks(Away { untouched: 0, hidden: None }));
    let never = Settings { idle_minutes: u16::MAX, hidden_minutes: u16::MAX, ..Settings::default() };
    assert!(never.locks(Away { untouched: 120 * MINUTE, hidden: None }));
    assert!(never.locks(Away { untouched: 0, hidden: Some(60 * MINUTE) }));
    let broken = Settings { idle_minutes: 0, ..Settings::default() };
    assert!(!broken.locks(Away { untouched: MINUTE - 1, hidden: None }), "nobody could ever write");
}

#[test]
fn what_is_missing_is_as_without_and_what_is_newer_stays() {
    let body = Body::parse(br#"{"kind":"settings","v":1,"still":true,"language":"es"}"#).unwrap();
    let Body::Settings(settings) = &body else { panic!("not settings: {body:?}") };
    let mut wanted = Settings { still: true, ..Settings::default() };
    wanted.rest.insert("language".into(), "es".into());
    assert_eq!(*settings, wanted);
    assert!(String::from_utf8(body.to_json()).unwrap().contains(r#""language":"es""#));
}

#[test]
fn two_devices_that_changed_other_settings_both_have_their_way() {
    let base = Settings::default();
    let mine = Settings { light: Light::Dim, idle_minutes: 30, ..base.clone() };
    let reminders = Reminders { on: true, times: vec![Reminders::first()], ..Reminders::default() };
    let mut theirs =
        Settings { reminders: reminders.clone(), light: Light::Dark, quick_exit: true, ..base.clone() };
    theirs.rest.insert("language".into(), "es".into());
    let merged = |base: Option<Settings>| {
        let base = base.map(Body::Settings);
        merge(base.as_ref(), &Body::Settings(mine.clone()), &Body::Settings(theirs.clone()))
    };
    let rest = theirs.rest.clone();
    let both =
        Settings { light: Light::Dim, idle_minutes: 30, reminders, quick_exit: true, rest, ..base.clone() };
    assert_eq!(merged(Some(base)), Body::Settings(both));
    let Body::Settings(unknown) = merged(None) else { panic!("not settings") };
    assert_eq!(
        (unknown.light, unknown.reminders.on),
        (Light::Dim, false),
        "mine, where nobody knows what was"
    );
}

proptest! {
    #[test]
    fn whoever_is_away_longer_is_not_let_in_again(
        idle in 0..200_u16, hidden in 0..200_u16, untouched in 0..10_000_000_u64, more in 0..10_000_000_u64,
        out in proptest::option::of(0..10_000_000_u64),
    ) {
        let settings = Settings { idle_minutes: idle, hidden_minutes: hidden, ..Settings::default() };
        let later = Away { untouched: untouched + more, hidden: out.map(|out| out + more) };
        let before = settings.locks(Away { untouched, hidden: out });
        prop_assert!(!before || settings.locks(later));
    }
}

#[test]
fn a_kit_that_is_in_safety_is_not_written_and_one_that_became_so_elsewhere_is() {
    assert!(!serde_json::to_string(&Settings::default()).unwrap().contains("kit"));
    let missing = Settings { kit_unkept: true, ..Settings::default() };
    let text = serde_json::to_string(&missing).unwrap();
    assert_eq!(serde_json::from_str::<Settings>(&text).unwrap(), missing);
    let base = Body::Settings(missing.clone());
    let mine = Body::Settings(Settings { light: Light::Dim, ..missing });
    let merged = merge(Some(&base), &mine, &Body::Settings(Settings::default()));
    assert_eq!(merged, Body::Settings(Settings { light: Light::Dim, ..Settings::default() }));
}
