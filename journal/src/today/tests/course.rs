//! A whole course, hour by hour: which thing shows when, as a table to be read.

use std::fmt::Write;

use chrono::{Datelike, TimeZone, Timelike, Utc};

use super::*;

const TABLE: &str = include_str!("../../../testdata/today.txt");

/// Six sessions: the clocks go back after the fourth, the fifth is followed by a flight to New York.
const PLAN: [(AppointmentKind, &str, u16); 11] = [
    (AppointmentKind::Preparation, "2026-10-05T15:00:00+02:00", 50),
    (AppointmentKind::Dosing, "2026-10-12T10:00:00+02:00", 120),
    (AppointmentKind::Integration, "2026-10-14T14:00:00+02:00", 50),
    (AppointmentKind::Dosing, "2026-10-16T10:00:00+02:00", 120),
    (AppointmentKind::Integration, "2026-10-19T14:00:00+02:00", 50),
    (AppointmentKind::Dosing, "2026-10-21T10:00:00+02:00", 120),
    (AppointmentKind::Dosing, "2026-10-24T10:00:00+02:00", 120),
    (AppointmentKind::Integration, "2026-10-27T14:00:00+01:00", 50),
    (AppointmentKind::Dosing, "2026-10-29T10:00:00+01:00", 120),
    (AppointmentKind::Dosing, "2026-11-06T10:00:00-05:00", 120),
    (AppointmentKind::Integration, "2026-11-09T14:00:00-05:00", 50),
];

fn plan() -> Vec<Appointment> {
    let appointment = |(number, (kind, when, minutes)): (usize, _)| Appointment {
        id: Uuid::from_u128(number as u128),
        kind,
        at: at(when),
        minutes,
        note: None,
        dose: None,
        zone: None,
    };
    PLAN.into_iter().enumerate().map(appointment).collect()
}

/// On the phone's clock: Berlin, winter time from the 25th of October on, New York from the 3rd of November on.
fn local(utc: DateTime<Utc>) -> DateTime<FixedOffset> {
    let hours = match utc {
        _ if utc < at("2026-10-25T03:00:00+02:00") => 2,
        _ if utc < at("2026-11-03T12:00:00+01:00") => 1,
        _ => -5,
    };
    utc.with_timezone(&FixedOffset::east_opt(hours * 3600).unwrap())
}

/// Somebody who checks in at eight, writes at nine in the evening, and not always feels like it.
#[derive(Default)]
struct Person {
    records: Vec<Opened>,
    put_off: PutOff,
}

impl Person {
    fn records(&self) -> Vec<Opened> {
        let mut records = self.records.clone();
        records.push(opened(255, me(), Body::PutOff(self.put_off.clone())));
        records
    }

    fn keep(&mut self, body: Body) {
        let number = u8::try_from(self.records.len()).unwrap();
        self.records.push(opened(number, me(), body));
    }

    /// What they do about it at this hour, if anything.
    fn act(&mut self, thing: &Thing, now: DateTime<FixedOffset>, course: &Course) -> Option<&'static str> {
        let mood = now.day() % 4;
        match (now.hour(), thing) {
            // Weeks after the last session they have made a habit of it.
            (8, Thing::CheckIn) if mood != 3 || course.now() > at("2026-11-22T00:00:00-05:00") => {
                self.keep(Body::CheckIn(CheckIn::new(now)));
                Some("done")
            }
            (9, Thing::Draft(id)) => {
                let record = self.records.iter_mut().find(|record| record.id == *id).unwrap();
                let Body::Entry(entry) = &mut record.body else { unreachable!() };
                entry.changed = now;
                entry.finished = Some(now);
                Some("finished")
            }
            (13, Thing::SoftLanding) => {
                self.write(Moment::SoftLanding, now, course, false);
                Some("begun")
            }
            (19, Thing::Write(moment @ Moment::EveBefore)) => {
                self.write(*moment, now, course, true);
                Some("answered")
            }
            (21, Thing::Write(moment)) if mood > 0 => {
                self.write(*moment, now, course, mood != 2);
                Some(if mood == 2 { "begun" } else { "answered" })
            }
            (9, Thing::Step(id)) => {
                let record = self.records.iter_mut().find(|record| record.id == *id).unwrap();
                let Body::Step(step) = &mut record.body else { unreachable!() };
                let in_a_month = now.date_naive().checked_add_days(chrono::Days::new(30));
                let first = step.looks.is_empty();
                let outcome = if first { Outcome::NotYet } else { Outcome::Done };
                step.look(now, outcome, in_a_month.filter(|_| first));
                Some(if first { "not yet" } else { "done" })
            }
            (21, Thing::Write(_)) | (12, Thing::Appointment(_)) => {
                self.put_off.add(day(now), thing.name().unwrap());
                Some("not now")
            }
            _ => None,
        }
    }

    fn write(&mut self, moment: Moment, now: DateTime<FixedOffset>, course: &Course, finished: bool) {
        let mut entry = Entry::new(moment, course.last_dosing().map(|dosing| (dosing.id, dosing.at)), now);
        entry.free = "words".into();
        entry.finished = finished.then_some(now);
        self.keep(Body::Entry(entry));
    }
}

fn said(thing: &Thing) -> String {
    match thing {
        Thing::Nothing => "nothing".into(),
        Thing::Draft(_) => "draft".into(),
        Thing::Step(_) => "step".into(),
        Thing::Appointment(next) => format!("{:?} ahead", next.kind).to_lowercase(),
        other => other.name().unwrap().replace("moment ", "").replace('_', " "),
    }
}

/// One line a day: from which hour on what shows, and what the person did about it. Equal days are one line.
fn lived() -> String {
    let (plan, mut person) = (plan(), Person::default());
    // After the second session: one step, to look back at in a week and then in a month.
    let mut step = Step::new("say no once".into(), at("2026-10-18T20:00:00+02:00"));
    step.back_on = Some("2026-10-25".parse().unwrap());
    person.keep(Body::Step(step));
    let mut days: Vec<(String, String)> = Vec::new();
    let mut shown = String::new();
    for hour in 0..24 * 142 {
        let now = local(Utc.with_ymd_and_hms(2026, 10, 1, 22, 0, 0).unwrap() + Duration::hours(hour));
        let date = now.format("%a %d %b").to_string();
        if days.last().is_none_or(|(day, _)| *day != date) {
            days.push((date, String::new()));
            shown.clear();
        }
        let course = Course::new(&plan, now);
        let thing = seen(&person.records(), &plan, now);
        let line = &mut days.last_mut().unwrap().1;
        let session = plan.iter().position(|one| one.kind == AppointmentKind::Dosing && one.at == now);
        if session.is_some() {
            write!(line, " | {:02} SESSION {}", now.hour(), course.last_dosing().unwrap().number).unwrap();
        }
        if said(&thing) != shown {
            shown = said(&thing);
            write!(line, " | {:02} {shown}", now.hour()).unwrap();
        }
        if let Some(done) = person.act(&thing, now, &course) {
            write!(line, " ({done} {:02})", now.hour()).unwrap();
        }
    }
    let mut table = String::new();
    let mut days = days.into_iter().peekable();
    while let Some((date, line)) = days.next() {
        let mut last = None;
        while let Some((next, _)) = days.next_if(|(_, next)| *next == line) {
            last = Some(next);
        }
        let until = last.map(|last| format!(" to {last}")).unwrap_or_default();
        writeln!(table, "{date}{until}{line}").unwrap();
    }
    table
}

#[test]
fn a_whole_course_of_six_sessions_shows_one_thing_at_each_hour() {
    let lived = lived();
    assert!(lived == TABLE, "testdata/today.txt says otherwise; lived was:\n{lived}");
}

#[test]
fn no_day_of_the_course_asks_for_a_third_thing() {
    for line in TABLE.lines() {
        let asked = line.split(" | ").filter(|part| {
            ["check in", "step", "preparation", "next days", "one week", "later", "looking back"]
                .iter()
                .any(|prompt| part.get(3..).is_some_and(|part| part.starts_with(prompt)))
        });
        let asked: BTreeSet<_> = asked.map(|part| part.get(3..6)).collect();
        assert!(asked.len() <= ASKED_A_DAY, "{line}");
    }
}
