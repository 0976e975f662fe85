use chrono::{MappedLocalTime, NaiveDate, Offset};
use proptest::prelude::*;

use super::*;

/// Central Europe in 2026. With `like_browsers`, a skipped time maps to some instant, as in `Date`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Berlin {
    pub(crate) like_browsers: bool,
}

fn east(hours: i32) -> FixedOffset {
    FixedOffset::east_opt(hours * 3600).unwrap()
}

fn utc(month: u32, day: u32) -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2026, month, day).unwrap().and_hms_opt(1, 0, 0).unwrap()
}

impl TimeZone for Berlin {
    type Offset = FixedOffset;

    fn from_offset(_: &FixedOffset) -> Self {
        Self { like_browsers: false }
    }

    fn offset_from_local_date(&self, _: &NaiveDate) -> MappedLocalTime<FixedOffset> {
        MappedLocalTime::None
    }

    fn offset_from_local_datetime(&self, local: &NaiveDateTime) -> MappedLocalTime<FixedOffset> {
        let fits = |offset: &FixedOffset| {
            self.offset_from_utc_datetime(
                &(*local - chrono::Duration::seconds(offset.local_minus_utc().into())),
            ) == *offset
        };
        match (fits(&east(2)), fits(&east(1))) {
            (true, true) => MappedLocalTime::Ambiguous(east(2), east(1)),
            (true, false) => MappedLocalTime::Single(east(2)),
            (false, true) => MappedLocalTime::Single(east(1)),
            (false, false) if self.like_browsers => MappedLocalTime::Single(east(2)),
            (false, false) => MappedLocalTime::None,
        }
    }

    fn offset_from_utc_date(&self, _: &NaiveDate) -> FixedOffset {
        east(1).fix()
    }

    fn offset_from_utc_datetime(&self, at: &NaiveDateTime) -> FixedOffset {
        if (utc(3, 29)..utc(10, 25)).contains(at) { east(2) } else { east(1) }
    }
}

#[test]
fn a_typed_time_gets_the_offset_of_its_day() {
    let table = [
        ("2026-02-03T09:30", Ok("2026-02-03T09:30:00+01:00")),
        ("2026-10-16T14:00", Ok("2026-10-16T14:00:00+02:00")),
        ("2026-10-16T14:00:00", Ok("2026-10-16T14:00:00+02:00")),
        ("2026-03-29T01:59", Ok("2026-03-29T01:59:00+01:00")),
        ("2026-03-29T02:00", Err(NoInstant::Skipped)),
        ("2026-03-29T02:59", Err(NoInstant::Skipped)),
        ("2026-03-29T03:00", Ok("2026-03-29T03:00:00+02:00")),
        // Comes twice: the first.
        ("2026-10-25T02:30", Ok("2026-10-25T02:30:00+02:00")),
        ("2026-10-25T03:00", Ok("2026-10-25T03:00:00+01:00")),
        ("", Err(NoInstant::NotATime)),
        ("2026-02-30T09:30", Err(NoInstant::NotATime)),
        ("16 October", Err(NoInstant::NotATime)),
    ];
    for like_browsers in [false, true] {
        for (typed, expected) in table {
            let found = instant(typed, &Berlin { like_browsers }).map(|at| at.to_rfc3339());
            assert_eq!(found, expected.map(str::to_owned), "{typed}, like browsers: {like_browsers}");
        }
    }
}

#[test]
fn an_instant_is_shown_as_the_wall_clock_says_it() {
    let at = DateTime::parse_from_rfc3339("2026-10-16T12:00:00Z").unwrap();
    assert_eq!(field(at, &Berlin { like_browsers: true }), "2026-10-16T14:00");
}

#[test]
fn a_skipped_time_moves_forward_and_one_that_comes_twice_is_the_first() {
    let table = [
        ("2026-03-29T01:45", "2026-03-29T01:45:00+01:00"),
        ("2026-03-29T02:00", "2026-03-29T03:00:00+02:00"),
        ("2026-03-29T02:30", "2026-03-29T03:00:00+02:00"),
        ("2026-03-29T02:50", "2026-03-29T03:05:00+02:00"),
        ("2026-10-25T02:30", "2026-10-25T02:30:00+02:00"),
    ];
    for like_browsers in [false, true] {
        for (time, expected) in table {
            let time = NaiveDateTime::parse_from_str(time, "%Y-%m-%dT%H:%M").unwrap();
            let found = moved(time, &Berlin { like_browsers }).unwrap();
            assert_eq!(found.to_rfc3339(), expected, "{time}, like browsers: {like_browsers}");
        }
    }
}

/// A minute of the year; half of them on the days on which the clocks change.
fn minute() -> impl Strategy<Value = NaiveDateTime> {
    let day = |month, day| utc(month, day) - Duration::hours(1);
    let on = move |month, date| {
        (0_i64..24 * 60).prop_map(move |minutes| day(month, date) + Duration::minutes(minutes))
    };
    let year = (0_i64..365 * 24 * 60).prop_map(move |minutes| day(1, 1) + Duration::minutes(minutes));
    prop_oneof![2 => year, 1 => on(3, 29), 1 => on(10, 25)]
}

proptest! {
    #[test]
    fn what_is_typed_is_shown_again_or_skipped_by_the_clocks(time in minute(), like_browsers in any::<bool>()) {
        let zone = Berlin { like_browsers };
        let typed = time.format(FIELD).to_string();
        let later = moved(time, &zone).unwrap();
        match instant(&typed, &zone) {
            Ok(at) => {
                prop_assert_eq!(field(at, &zone), typed);
                prop_assert_eq!(later, at);
            }
            Err(why) => {
                prop_assert_eq!(why, NoInstant::Skipped);
                prop_assert!(typed.starts_with("2026-03-29T02:"), "{}", typed);
                let by = later.naive_local() - time;
                prop_assert!(Duration::zero() < by && by <= Duration::hours(1), "{}", by);
            }
        }
    }

    #[test]
    fn what_is_shown_is_the_same_instant_when_it_is_typed_again(time in minute(), like_browsers in any::<bool>()) {
        let zone = Berlin { like_browsers };
        let at = time.and_utc().fixed_offset();
        let again = instant(&field(at, &zone), &zone).unwrap();
        // What comes twice is the first of the two.
        let is_second = (utc(10, 25)..utc(10, 25) + Duration::hours(1)).contains(&time);
        prop_assert_eq!(again, if is_second { at - Duration::hours(1) } else { at });
    }

    #[test]
    fn in_a_zone_whose_clocks_never_change_nothing_is_skipped(time in minute(), quarters in -48_i32..=56) {
        let zone = FixedOffset::east_opt(quarters * 15 * 60).unwrap();
        let at = time.and_utc().fixed_offset();
        prop_assert_eq!(instant(&field(at, &zone), &zone), Ok(at));
        prop_assert_eq!(instant(&time.format(FIELD).to_string(), &zone).unwrap().naive_local(), time);
    }
}
