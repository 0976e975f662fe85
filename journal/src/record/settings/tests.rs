use proptest::prelude::*;

use super::*;
use crate::record::Body;

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
