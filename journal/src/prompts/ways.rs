//! What can be written about now, whatever is asked: nobody has to wait for a moment, and none is over.

use chrono::Duration;

use crate::course::{Course, Moment, NEXT_DAYS, ONE_WEEK, SAME_DAY, SOFT_LANDING};

/// After how many sessions there is something to read back.
pub const READS_BACK: usize = 3;

/// What the course is at comes first, then what can be at any time, then the times since the last session, the latest
/// first, and the time before the next one. Of the time after a session nothing is offered that has not come.
#[must_use]
pub fn ways(course: &Course) -> Vec<Moment> {
    let (now, last) = (course.moment(), course.last_dosing());
    let mut ways = vec![Moment::HardMoment, Moment::GoodMoment, Moment::Dream, Moment::Letter];
    if course.dosings().count() >= READS_BACK {
        ways.push(Moment::LookingBack);
    }
    if let Some(last) = last {
        let since = course.now() - last.at;
        let landed = last.end - last.at + SOFT_LANDING;
        let after: [(Moment, Duration); 4] = [
            (Moment::Later, ONE_WEEK),
            (Moment::OneWeek, NEXT_DAYS),
            (Moment::NextDays, SAME_DAY),
            (Moment::SameDay, landed),
        ];
        ways.extend(after.into_iter().filter(|(_, from)| since >= *from).map(|(moment, _)| moment));
    }
    if course.next_dosing().is_some() {
        ways.extend([Moment::EveBefore, Moment::Preparation]);
    } else if last.is_none() {
        ways.push(Moment::Preparation);
    }
    ways.extend([Moment::SoftLanding, Moment::Free]);
    ways.retain(|way| *way != now);
    // An empty page is nothing that the course is at.
    let place = if now == Moment::Free { ways.len() } else { 0 };
    ways.insert(place, now);
    ways
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::record::{Appointment, AppointmentKind};

    fn ways_at(dosings: &[i64], hours: i64) -> String {
        let first = chrono::DateTime::parse_from_rfc3339("2026-10-12T10:00:00+02:00").unwrap();
        let appointment = |(number, hours): (u128, &i64)| Appointment {
            id: Uuid::from_u128(number),
            kind: AppointmentKind::Dosing,
            at: first + Duration::hours(*hours),
            minutes: 120,
            note: None,
            dose: None,
            zone: None,
        };
        let plan: Vec<_> = (1..).zip(dosings).map(appointment).collect();
        let ways = ways(&Course::new(&plan, first + Duration::hours(hours)));
        let any = [Moment::HardMoment, Moment::GoodMoment, Moment::Dream, Moment::Letter, Moment::Free];
        assert!(any.iter().all(|one| ways.contains(one)), "{hours}: {ways:?}");
        let course = ways.iter().filter(|way| !any.contains(way)).map(|way| format!("{way:?}"));
        course.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn every_moment_that_has_come_can_be_chosen_and_the_one_of_now_is_first() {
        let day = 24;
        // Dosing sessions and now, in hours; what of the course can be chosen.
        let table: [(&[i64], i64, &str); 10] = [
            (&[], 0, "Preparation SoftLanding"),
            (&[9 * day], 0, "Preparation EveBefore SoftLanding"),
            (&[day], 10, "EveBefore Preparation SoftLanding"),
            (&[0], 1, "SoftLanding"),
            (&[0], 6, "SameDay SoftLanding"),
            (&[0], 30, "NextDays SameDay SoftLanding"),
            (&[0, 7 * day], 4 * day, "OneWeek NextDays SameDay EveBefore Preparation SoftLanding"),
            (&[0, 7 * day], 7 * day - 2, "EveBefore OneWeek NextDays SameDay Preparation SoftLanding"),
            (&[0], 40 * day, "Later OneWeek NextDays SameDay SoftLanding"),
            (&[0, 7 * day, 14 * day], 54 * day, "Later LookingBack OneWeek NextDays SameDay SoftLanding"),
        ];
        for (dosings, now, expected) in table {
            assert_eq!(ways_at(dosings, now), expected, "{dosings:?} at {now}");
        }
    }

    #[test]
    fn nothing_is_offered_twice() {
        for hours in 0..24 * 40 {
            let text = ways_at(&[24, 24 * 5, 24 * 12, 24 * 30], hours);
            let all: Vec<_> = text.split(' ').collect();
            let once: std::collections::BTreeSet<_> = all.iter().collect();
            assert_eq!(all.len(), once.len(), "{hours}: {text}");
        }
    }
}
