use chrono::Duration;
use uuid::Uuid;

use super::*;
use crate::{
    course::Course,
    record::{Appointment, AppointmentKind, PlannedMeasure, Rest},
};

fn planned(instrument: &str, every_days: Option<u16>, before: bool, baseline: bool) -> PlannedMeasure {
    PlannedMeasure {
        instrument: instrument.into(),
        every_days,
        before_integration: before,
        baseline,
        rest: Rest::new(),
    }
}

/// A usual plan.
fn usual() -> Vec<PlannedMeasure> {
    vec![
        planned("phq-9", Some(14), true, true),
        planned("gad-7", Some(14), true, true),
        planned("pcl-5", Some(30), false, false),
    ]
}

fn integration(when: &str) -> Appointment {
    Appointment {
        id: Uuid::from_u128(7),
        kind: AppointmentKind::Integration,
        at: at(when),
        minutes: 50,
        note: None,
        dose: None,
        zone: None,
    }
}

fn all(_: &Due) -> bool {
    true
}

fn names(due: &[Due]) -> Vec<(&'static str, Reason)> {
    due.iter().map(|due| (due.instrument.id.as_str(), due.reason)).collect()
}

#[test]
fn a_usual_plan_day_by_day() {
    let near = Reason::Before(Uuid::from_u128(7));
    let appointments = [integration("2026-03-20T14:00:00+01:00")];
    let first = at("2026-03-01T10:00:00+01:00");
    let mut answered: Vec<(&str, DateTime<FixedOffset>)> = Vec::new();
    let mut told = Vec::new();
    for day in 0..60 {
        let now = first + Duration::days(day);
        let course = Course::new(&appointments, now);
        let due = due(&usual(), &answered, &course, now, all);
        assert!(due.len() <= A_DAY);
        for (name, reason) in names(&due) {
            told.push((day, name, reason));
            answered.push((name, now));
        }
    }
    assert_eq!(
        told,
        [
            (0, "phq-9", Reason::Baseline),
            (0, "gad-7", Reason::Baseline),
            // Two a day are enough.
            (1, "pcl-5", Reason::Again),
            (14, "phq-9", Reason::Again),
            (14, "gad-7", Reason::Again),
            // On the 18th and 19th the appointment is near, but the last answers are not a week old.
            (28, "phq-9", Reason::Again),
            (28, "gad-7", Reason::Again),
            (31, "pcl-5", Reason::Again),
            (42, "phq-9", Reason::Again),
            (42, "gad-7", Reason::Again),
            (56, "phq-9", Reason::Again),
            (56, "gad-7", Reason::Again),
        ]
    );
    // A week after the last answers, the two days before the hour are the time.
    let now = at("2026-03-18T14:00:00+01:00");
    let course = Course::new(&appointments, now);
    let before: Vec<_> = ["phq-9", "gad-7"].map(|id| (id, now - Duration::days(7))).to_vec();
    assert_eq!(names(&due(&usual(), &before, &course, now, all)), [("phq-9", near), ("gad-7", near)]);
    let early = now - Duration::minutes(1);
    let course = Course::new(&appointments, early);
    assert_eq!(names(&due(&usual(), &before, &course, early, all)), [("pcl-5", Reason::Again)]);
}

#[test]
fn days_are_the_clients_local_days() {
    let plan = [planned("gad-7", Some(7), false, false)];
    let answered = [("gad-7", at("2026-03-01T23:50:00+01:00"))];
    let late = at("2026-03-08T00:05:00+01:00");
    assert_eq!(due(&plan, &answered, &Course::new(&[], late), late, all).len(), 1);
    let same = at("2026-03-07T23:55:00+01:00");
    assert_eq!(due(&plan, &answered, &Course::new(&[], same), same, all), []);
    // Answered in one zone, asked in another: the day is the one where the client is now.
    let answered = [("gad-7", at("2026-03-02T00:30:00+01:00"))];
    let flown = at("2026-03-08T09:00:00-05:00");
    assert_eq!(due(&plan, &answered, &Course::new(&[], flown), flown, all).len(), 1);
}

#[test]
fn nothing_is_asked_more_often_than_the_instrument_allows() {
    let plan = [planned("phq-9", Some(1), true, true), planned("pcl-5", Some(1), true, false)];
    let appointments = [integration("2026-03-09T14:00:00+01:00")];
    let now = at("2026-03-08T10:00:00+01:00");
    let course = Course::new(&appointments, now);
    let six_days = [("phq-9", now - Duration::days(6)), ("pcl-5", now - Duration::days(27))];
    assert_eq!(due(&plan, &six_days, &course, now, all), []);
}

#[test]
fn an_instrument_from_a_newer_version_is_left_out() {
    let now = at("2026-03-08T10:00:00+01:00");
    assert_eq!(due(&[planned("new-1", Some(1), true, true)], &[], &Course::new(&[], now), now, all), []);
}
