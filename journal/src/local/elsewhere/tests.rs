use chrono::NaiveDate;
use uuid::Uuid;

use super::*;
use crate::record::AppointmentKind;

fn at(text: &str) -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339(text).unwrap()
}

fn planned(when: &str, zone: Option<&str>) -> Appointment {
    Appointment {
        id: Uuid::nil(),
        kind: AppointmentKind::Integration,
        at: at(when),
        minutes: 50,
        note: None,
        dose: None,
        zone: zone.map(str::to_owned),
    }
}

#[test]
fn another_clock_is_named_with_its_time_and_its_day() {
    let table = [
        ("2026-10-16T15:00:00+02:00", "Europe/Berlin", 1, Some(("Berlin", 15, false))),
        ("2026-10-16T23:30:00-03:00", "America/Argentina/Buenos_Aires", 1, Some(("Buenos Aires", 23, true))),
        ("2026-10-17T06:00:00+09:00", "Asia/Tokyo", 1, Some(("Tokyo", 6, true))),
        // Another name for the same clock.
        ("2026-10-16T15:00:00+02:00", "Europe/Berlin", 2, None),
        // No place, or no name that a browser gives.
        ("2026-10-16T15:00:00+00:00", "UTC", 2, None),
        ("2026-10-16T15:00:00+03:00", "Etc/GMT-3", 2, None),
        ("2026-10-16T15:00:00+03:00", "Europe/", 2, None),
        ("2026-10-16T15:00:00+03:00", "Europe/<b>", 2, None),
    ];
    for (when, zone, hours, expected) in table {
        let here = at(when).with_timezone(&FixedOffset::east_opt(hours * 3600).unwrap());
        let found = elsewhere(&planned(when, Some(zone)), here);
        let found =
            found.as_ref().map(|one| (one.place.as_str(), chrono::Timelike::hour(&one.time), one.other_day));
        assert_eq!(found, expected, "{zone}");
    }
}

#[test]
fn the_time_there_is_the_one_that_was_said_also_when_the_clocks_have_changed_only_here() {
    // London is on winter time in the week in which New York is not yet.
    let appointment = planned("2026-10-27T10:00:00-04:00", Some("America/New_York"));
    let here = at("2026-10-27T14:00:00+00:00");
    let found = elsewhere(&appointment, here).unwrap();
    let day = NaiveDate::from_ymd_opt(2026, 10, 27).unwrap();
    assert_eq!((found.time, found.other_day), (day.and_hms_opt(10, 0, 0).unwrap(), false));
}

#[test]
fn of_a_plan_that_kept_no_zone_nothing_is_said() {
    let appointment = planned("2026-10-16T15:00:00+02:00", None);
    assert_eq!(elsewhere(&appointment, at("2026-10-16T14:00:00+01:00")), None);
}
