use std::net::IpAddr;

use chrono::{DateTime, Duration, Utc};
use wire::ids::AccountId;

use super::{Door, Throttle, Wait, recent::GENERATION};
use crate::serve::Peer;

fn peer(number: u32) -> Peer {
    Peer::from(IpAddr::from(number.to_be_bytes()))
}

fn noon() -> DateTime<Utc> {
    DateTime::from_timestamp(1_790_000_000, 0).unwrap()
}

/// Tries again and again, at once when it may, until a time; how many tries that were.
fn tries_until(end: DateTime<Utc>, mut attempt: impl FnMut(DateTime<Utc>) -> Result<(), Wait>) -> u32 {
    let (mut now, mut tries) = (noon(), 0);
    while now < end {
        match attempt(now) {
            Ok(()) => tries += 1,
            Err(Wait(seconds)) => now += Duration::seconds(seconds.into()),
        }
    }
    tries
}

#[test]
fn who_mistypes_waits_twice_as_long_each_time() {
    let throttle = Throttle::default();
    let mut now = noon();
    for _ in 0..6 {
        assert_eq!(throttle.as_name(peer(1), "mira", None, now), Ok(()));
    }
    for wait in [2, 4, 8, 16, 32, 64, 128, 256] {
        assert_eq!(throttle.as_name(peer(1), "mira", None, now), Err(Wait(wait)));
        now += Duration::seconds(wait.into());
        assert_eq!(throttle.as_name(peer(1), "mira", None, now), Ok(()));
    }
    throttle.signed_in(peer(1), "mira");
    assert_eq!(throttle.as_name(peer(1), "mira", None, now), Ok(()));
}

#[test]
fn a_refused_try_makes_the_wait_no_longer() {
    let throttle = Throttle::default();
    for _ in 0..6 {
        assert_eq!(throttle.as_name(peer(1), "mira", None, noon()), Ok(()));
    }
    for _ in 0..1000 {
        assert_eq!(throttle.as_name(peer(1), "mira", None, noon()), Err(Wait(2)));
    }
    assert_eq!(throttle.as_name(peer(1), "mira", None, noon() + Duration::seconds(2)), Ok(()));
}

#[test]
fn guessing_is_slow_from_one_address_and_from_many() {
    let throttle = Throttle::default();
    let day = noon() + Duration::days(1);
    let alone = tries_until(day, |now| throttle.as_name(peer(1), "mira", None, now));
    assert!(alone < 320, "{alone} tries a day from one address");
    let (throttle, mut next) = (Throttle::default(), 0);
    let many = tries_until(day, |now| {
        next = (next + 1) % 10_000;
        throttle.as_name(peer(next), "mira", None, now)
    });
    assert!(many < 1500, "{many} tries a day from ten thousand addresses");
}

#[test]
fn one_address_cannot_try_many_names() {
    let throttle = Throttle::default();
    let hour = noon() + Duration::hours(1);
    let tries = tries_until(hour, |now| throttle.at_door(peer(1), Door::SignIn, now));
    assert!((300..500).contains(&tries), "{tries} tries an hour");
    assert_eq!(throttle.at_door(peer(2), Door::SignIn, noon()), Ok(()));
    assert_eq!(throttle.at_door(peer(1), Door::Ticket, noon()), Ok(()));
}

#[test]
fn the_owner_gets_in_while_others_guess() {
    let throttle = Throttle::default();
    let mira = AccountId::from_random([7; 16]);
    let (home, cafe) = (peer(9001), peer(9002));
    throttle.seen(home, mira, noon());
    for other in 0..1000 {
        let _ = throttle.as_name(peer(other), "mira", Some(mira), noon());
    }
    assert!(throttle.as_name(cafe, "mira", Some(mira), noon()).is_err());
    assert_eq!(throttle.as_name(home, "mira", Some(mira), noon()), Ok(()));
    assert_eq!(throttle.as_name(cafe, "mira", Some(mira), noon() + Duration::minutes(1)), Ok(()));
    assert_eq!(throttle.at_door(cafe, Door::Recovery, noon()), Ok(()));
    // An address is not somebody's for ever.
    let later = noon() + Duration::days(31);
    for other in 0..1000 {
        let _ = throttle.as_name(peer(other), "mira", Some(mira), later);
    }
    assert!(throttle.as_name(home, "mira", Some(mira), later).is_err());
}

#[test]
fn what_succeeds_is_not_counted() {
    let (throttle, mut now) = (Throttle::default(), noon());
    for _ in 0..31 {
        assert_eq!(throttle.at_door(peer(1), Door::Ticket, now), Ok(()));
    }
    assert_eq!(throttle.at_door(peer(1), Door::Ticket, now), Err(Wait(1)));
    now += Duration::seconds(1);
    for _ in 0..1000 {
        assert_eq!(throttle.at_door(peer(1), Door::Ticket, now), Ok(()));
        throttle.opened(peer(1), Door::Ticket);
    }
}

#[test]
fn everything_is_forgotten_with_time() {
    let throttle = Throttle::default();
    let mut now = noon();
    tries_until(noon() + Duration::hours(1), |at| {
        now = at;
        throttle.as_name(peer(1), "mira", None, at)
    });
    now += Duration::hours(3);
    for _ in 0..6 {
        assert_eq!(throttle.as_name(peer(1), "mira", None, now), Ok(()));
    }
}

#[test]
fn two_at_the_same_time_do_not_keep_each_other_out() {
    // Each takes the time when it begins and is counted when its turn comes, which may be the other way round.
    let throttle = Throttle::default();
    let (first, second) = (noon(), noon() + Duration::microseconds(1));
    throttle.at_door(peer(1), Door::Ticket, second).unwrap();
    throttle.at_door(peer(1), Door::Ticket, first).unwrap();
    throttle.as_name(peer(1), "maya", None, second).unwrap();
    throttle.as_name(peer(1), "maya", None, first).unwrap();
}

#[test]
fn a_clock_that_is_set_back_locks_nobody_out() {
    let throttle = Throttle::default();
    for _ in 0..6 {
        assert_eq!(throttle.as_name(peer(1), "mira", None, noon()), Ok(()));
    }
    let before = noon() - Duration::days(400);
    assert_eq!(throttle.as_name(peer(1), "mira", None, before), Ok(()));
    assert_eq!(throttle.as_name(peer(1), "mira", None, before), Err(Wait(4)));
}

#[test]
fn endless_names_and_addresses_take_only_so_much_room() {
    let throttle = Throttle::default();
    for number in 0..200_000 {
        let _ = throttle.at_door(peer(number), Door::SignIn, noon());
        let _ = throttle.as_name(peer(number), &number.to_string(), None, noon());
    }
    let tables = throttle.tables();
    for rows in [tables.doors.len(), tables.names_here.len(), tables.names.len()] {
        assert!(rows <= 2 * GENERATION);
    }
}
