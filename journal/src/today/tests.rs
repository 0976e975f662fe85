mod bring;
mod clocks;
mod course;
mod own;
mod properties;

use wire::ids::{Epoch, Rev};

use super::*;
use crate::{
    measures::find,
    record::{
        Body, CheckIn, Introduction, Measure, OtherVersion, Outcome, Plan, PlannedMeasure, PutOff, Step,
    },
};

fn at(text: &str) -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339(text).unwrap()
}

fn me() -> AccountId {
    AccountId::from_random([1; 16])
}

fn opened(number: u8, owner: AccountId, body: Body) -> Opened {
    let id = RecordId::from_random([number; 16]);
    Opened { id, owner, rev: Rev(1), epoch: Epoch(0), body, recipients: Vec::new() }
}

fn appointments() -> Vec<Appointment> {
    let appointment = |kind, when: &str, number| Appointment {
        id: Uuid::from_u128(number),
        kind,
        at: at(when),
        minutes: 60,
        note: None,
        dose: None,
        zone: None,
    };
    vec![
        appointment(AppointmentKind::Dosing, "2026-10-13T09:00:00+02:00", 1),
        appointment(AppointmentKind::Integration, "2026-10-16T14:00:00+02:00", 2),
    ]
}

fn thing(records: &[Opened], now: &str) -> Thing {
    seen(records, &appointments(), at(now))
}

fn seen(records: &[Opened], appointments: &[Appointment], now: DateTime<FixedOffset>) -> Thing {
    let course = Course::new(appointments, now);
    next_thing(&Facts { records, me: me(), course: &course, unsaved: false, unsent_since: None })
}

/// A record that put these things off on the client's day of `now`.
fn not_now(now: &str, things: &[Thing]) -> Opened {
    let mut put_off = PutOff::new();
    for thing in things {
        put_off.add(day(at(now)), thing.name().unwrap());
    }
    opened(200, me(), Body::PutOff(put_off))
}

fn written(moment: Moment, changed: &str, finished: bool) -> Entry {
    let dosing = (Uuid::from_u128(1), at("2026-10-13T09:00:00+02:00"));
    let mut entry = Entry::new(moment, Some(dosing), at(changed));
    entry.free = "words".into();
    entry.finished = finished.then(|| at(changed));
    entry
}

fn check_in(day: &str) -> Body {
    Body::CheckIn(CheckIn::new(at(day)))
}

#[test]
fn the_moment_asks_first_and_then_the_check_in_and_then_nothing() {
    let (now, moment) = ("2026-10-14T10:00:00+02:00", Moment::NextDays);
    assert_eq!(thing(&[], now), Thing::Write(moment));
    assert_eq!(thing(&[not_now(now, &[Thing::Write(moment)])], now), Thing::CheckIn);
    let entry = opened(1, me(), Body::Entry(written(moment, "2026-10-14T09:30:00+02:00", true)));
    assert_eq!(thing(std::slice::from_ref(&entry), now), Thing::CheckIn);
    let both = [entry, opened(2, me(), check_in(now))];
    // 52 hours before the appointment there is nothing; 47 hours before there is the appointment.
    assert_eq!(thing(&both, now), Thing::Nothing);
    let near = thing(&both, "2026-10-14T15:00:00+02:00");
    assert!(matches!(near, Thing::Appointment(next) if next.id == Uuid::from_u128(2)));
}

#[test]
fn a_draft_of_the_last_day_is_offered_before_a_new_prompt_until_it_is_put_off() {
    let draft = opened(1, me(), Body::Entry(written(Moment::SameDay, "2026-10-13T20:00:00+02:00", false)));
    let morning = "2026-10-14T10:00:00+02:00";
    assert_eq!(thing(std::slice::from_ref(&draft), morning), Thing::Draft(draft.id));
    let rested = [draft.clone(), not_now(morning, &[Thing::Draft(draft.id)])];
    assert_eq!(thing(&rested, morning), Thing::Write(Moment::NextDays));
    assert_eq!(thing(&[draft], "2026-10-14T21:00:00+02:00"), Thing::Write(Moment::NextDays));
}

#[test]
fn right_after_a_session_one_word_is_enough_and_is_gone_on_with_the_next_morning() {
    let (soon, evening) = ("2026-10-13T12:30:00+02:00", "2026-10-13T19:00:00+02:00");
    assert_eq!(thing(&[], soon), Thing::SoftLanding);
    assert_eq!(thing(&[not_now(soon, &[Thing::SoftLanding])], soon), Thing::CheckIn);
    let begun =
        opened(1, me(), Body::Entry(written(Moment::SoftLanding, "2026-10-13T11:30:00+02:00", false)));
    let begun = std::slice::from_ref(&begun);
    assert_eq!(thing(begun, soon), Thing::CheckIn);
    assert_eq!(thing(begun, evening), Thing::Write(Moment::SameDay));
    assert_eq!(thing(begun, "2026-10-14T05:59:00+02:00"), Thing::Write(Moment::SameDay));
    assert_eq!(thing(begun, "2026-10-14T06:00:00+02:00"), Thing::Draft(begun[0].id));
    assert_eq!(thing(begun, "2026-10-15T06:00:00+02:00"), Thing::Write(Moment::NextDays));
}

#[test]
fn what_is_begun_after_midnight_is_gone_on_with_in_the_same_morning() {
    let entry = written(Moment::SoftLanding, "2026-10-14T01:10:00+02:00", false);
    assert!(rests(&entry, at("2026-10-14T05:00:00+02:00")));
    assert!(!rests(&entry, at("2026-10-14T06:10:00+02:00")));
}

#[test]
fn words_that_are_not_safe_come_before_everything_then_those_not_sent_for_days_then_two_versions() {
    let mut entry = written(Moment::SoftLanding, "2026-10-13T10:00:00+02:00", true);
    let changed = entry.changed;
    entry.others =
        vec![OtherVersion { changed, answers: Vec::new(), feelings: Vec::new(), free: "other".into() }];
    let records = [opened(1, me(), Body::Entry(entry))];
    let now = at("2026-10-13T10:30:00+02:00");
    let (appointments, me) = (appointments(), me());
    let course = Course::new(&appointments, now);
    let facts = |unsaved, days| {
        let unsent_since = Some(now - Duration::days(days));
        next_thing(&Facts { records: &records, me, course: &course, unsaved, unsent_since })
    };
    assert_eq!(facts(true, 3), Thing::Unsaved);
    assert_eq!(facts(false, 2), Thing::Unsent);
    assert_eq!(facts(false, 1), Thing::TwoVersions(records[0].id));
}

#[test]
fn a_colleague_who_is_named_is_asked_about_once_a_day_and_not_on_the_day_of_a_session() {
    let mut asks = Introduction::new(me(), at("2026-10-13T08:00:00+02:00"));
    asks.link = format!("https://x.example/join/{}#1.a.b", Uuid::from_u128(7));
    let introduction = opened(1, AccountId::from_random([2; 16]), Body::Introduction(asks.clone()));
    let thing_then = Thing::Introduction(introduction.id);
    let (soon, later) = ("2026-10-13T12:30:00+02:00", "2026-10-14T10:00:00+02:00");
    let table = [
        (vec![introduction.clone()], soon, Thing::SoftLanding),
        (vec![introduction.clone(), not_now(soon, &[Thing::SoftLanding])], soon, Thing::CheckIn),
        (vec![introduction.clone()], later, thing_then.clone()),
        (
            vec![introduction.clone(), not_now(later, std::slice::from_ref(&thing_then))],
            later,
            Thing::Write(Moment::NextDays),
        ),
        (vec![introduction.clone(), not_now(soon, std::slice::from_ref(&thing_then))], later, thing_then),
        // Whatever says that it is for somebody else, or has lost its link, asks nothing.
        (vec![opened(1, me(), Body::Introduction(asks.clone()))], later, Thing::Write(Moment::NextDays)),
        (
            vec![Opened {
                body: Body::Introduction(Introduction { link: "join".into(), ..asks }),
                ..introduction
            }],
            later,
            Thing::Write(Moment::NextDays),
        ),
    ];
    for (records, now, expected) in table {
        assert_eq!(thing(&records, now), expected, "at {now}");
    }
}

#[test]
fn two_prompts_a_day_and_no_third() {
    let day = |hour| format!("2026-10-19T{hour}:00:00+02:00");
    let mut sunday = appointments();
    sunday[1].at = at("2026-10-20T15:00:00+02:00");
    let records = [not_now(&day("08"), &[Thing::Write(Moment::OneWeek), Thing::CheckIn])];
    assert!(matches!(seen(&records, &sunday, at(&day("09"))), Thing::Appointment(_)));
    // The eve of a session comes on top: it does not come back.
    sunday[1].kind = AppointmentKind::Dosing;
    assert_eq!(seen(&records, &sunday, at(&day("18"))), Thing::Write(Moment::EveBefore));
}

#[test]
fn a_prompt_that_was_put_off_on_three_days_is_let_be_until_the_next_session() {
    let mut put_off = PutOff::new();
    for day in ["2026-10-14", "2026-10-15", "2026-10-16"] {
        put_off.add(day.parse().unwrap(), Thing::Write(Moment::NextDays).name().unwrap());
    }
    let records = [opened(1, me(), Body::PutOff(put_off))];
    let mut appointments = appointments();
    appointments[0].at = at("2026-10-14T11:00:00+02:00");
    assert_eq!(seen(&records, &appointments, at("2026-10-17T08:00:00+02:00")), Thing::CheckIn);
    appointments[0].at = at("2026-10-16T07:00:00+02:00");
    let again = seen(&records, &appointments, at("2026-10-17T08:00:00+02:00"));
    assert_eq!(again, Thing::Write(Moment::NextDays));
}

#[test]
fn a_night_belongs_to_the_day_before() {
    let records = [opened(1, me(), check_in("2026-10-18T22:00:00+02:00"))];
    assert_eq!(thing(&records, "2026-10-19T03:59:00+02:00"), Thing::Nothing);
    assert_ne!(thing(&records, "2026-10-19T04:00:00+02:00"), Thing::Nothing);
    // The hour that the clocks skip in spring is no hour of anybody's.
    assert_eq!(day(at("2026-03-29T01:59:00+01:00")).to_string(), "2026-03-28");
    assert_eq!(day(at("2026-03-29T04:00:00+02:00")).to_string(), "2026-03-29");
}

#[test]
fn what_somebody_else_wrote_is_not_mine_to_do() {
    let now = "2026-10-14T10:00:00+02:00";
    let theirs = opened(1, AccountId::from_random([2; 16]), check_in(now));
    assert_eq!(thing(&[theirs, not_now(now, &[Thing::Write(Moment::NextDays)])], now), Thing::CheckIn);
}

fn step(number: u8, back_on: &str, looks: &[(&str, Outcome)]) -> Opened {
    let mut step = Step::new("call her".into(), at("2026-10-10T10:00:00+02:00"));
    step.back_on = Some(back_on.parse().unwrap());
    for (when, outcome) in looks {
        step.look(at(when), *outcome, Some(back_on.parse().unwrap()));
    }
    opened(number, me(), Body::Step(step))
}

#[test]
fn a_step_is_looked_back_at_once_its_day_has_come_after_the_prompt_and_before_the_check_in() {
    let (now, moment) = ("2026-10-14T10:00:00+02:00", Thing::Write(Moment::NextDays));
    let due = step(1, "2026-10-14", &[]);
    assert_eq!(thing(std::slice::from_ref(&due), now), moment);
    let rested = not_now(now, std::slice::from_ref(&moment));
    assert_eq!(thing(&[due.clone(), rested.clone()], now), Thing::Step(due.id));
    // The one that has waited longer comes first; one for tomorrow waits.
    let longer = step(2, "2026-10-13", &[]);
    assert_eq!(thing(&[due.clone(), longer.clone(), rested.clone()], now), Thing::Step(longer.id));
    assert_eq!(thing(&[step(3, "2026-10-15", &[]), rested.clone()], now), Thing::CheckIn);
    // The night still belongs to the day before.
    let night = "2026-10-14T01:00:00+02:00";
    assert_eq!(thing(&[due, not_now(night, &[Thing::Write(Moment::SameDay)])], night), Thing::CheckIn);
}

#[test]
fn a_step_that_has_ended_or_was_put_off_on_three_days_is_let_be_and_looking_counts_for_the_day() {
    let now = "2026-10-14T10:00:00+02:00";
    let moment = Thing::Write(Moment::NextDays);
    let rested = not_now(now, std::slice::from_ref(&moment));
    for outcome in [Outcome::Done, Outcome::LetGo] {
        let ended = step(1, "2026-10-14", &[("2026-10-13T10:00:00+02:00", outcome)]);
        assert_eq!(thing(&[ended, rested.clone()], now), Thing::CheckIn);
    }
    let looked = step(1, "2026-10-21", &[(now, Outcome::NotYet)]);
    assert_eq!(thing(&[looked, rested], now), Thing::Nothing);
    let due = step(1, "2026-10-13", &[]);
    let mut put_off = PutOff::new();
    for day in ["2026-10-13", "2026-10-14", "2026-10-15"] {
        put_off.add(day.parse().unwrap(), Thing::Step(due.id).name().unwrap());
    }
    put_off.add("2026-10-16".parse().unwrap(), moment.name().unwrap());
    let put_off = opened(2, me(), Body::PutOff(put_off));
    assert_eq!(thing(&[due, put_off], "2026-10-16T08:00:00+02:00"), Thing::CheckIn);
}

#[test]
fn nobody_is_asked_to_look_back_at_a_step_on_the_day_of_a_session() {
    let due = step(1, "2026-10-12", &[]);
    let rested = |now| not_now(now, &[Thing::Write(Moment::SameDay)]);
    for (now, expected) in [
        ("2026-10-12T10:00:00+02:00", Thing::Step(due.id)),
        // The morning of the day, the hours after it, its evening, and the night that belongs to it.
        ("2026-10-13T08:00:00+02:00", Thing::Write(Moment::EveBefore)),
        ("2026-10-13T10:30:00+02:00", Thing::SoftLanding),
        ("2026-10-13T19:00:00+02:00", Thing::CheckIn),
        ("2026-10-14T03:30:00+02:00", Thing::CheckIn),
        // The next morning, as always, behind the prompt of the day.
        ("2026-10-14T09:00:00+02:00", Thing::Write(Moment::NextDays)),
    ] {
        let records = [due.clone(), rested(now)];
        let preparing = opened(4, me(), Body::Entry(before()));
        assert_eq!(thing(&[&records[..], &[preparing]].concat(), now), expected, "{now}");
    }
    // Nor far from home: the day is the one where the client is now.
    let flown = "2026-10-12T22:30:00-10:00";
    let records = [due.clone(), not_now(flown, &[Thing::SoftLanding])];
    assert_ne!(thing(&records, flown), Thing::Step(due.id));
    let rested = not_now("2026-10-14T09:00:00+02:00", &[Thing::Write(Moment::NextDays)]);
    assert_eq!(thing(&[due.clone(), rested], "2026-10-14T09:00:00+02:00"), Thing::Step(due.id));
}

/// The page of preparation, answered before any session.
fn before() -> Entry {
    let entry = Entry::new(Moment::Preparation, None, at("2026-10-11T10:00:00+02:00"));
    Entry { free: "words".into(), finished: Some(entry.started), ..entry }
}

fn planned(instrument: &str, before_integration: bool) -> PlannedMeasure {
    let (every_days, rest) = ((!before_integration).then_some(14), crate::record::Rest::new());
    PlannedMeasure { instrument: instrument.into(), every_days, before_integration, baseline: false, rest }
}

fn asks_for(measures: Vec<PlannedMeasure>) -> Opened {
    let plan = Plan { appointments: appointments(), measures, ..Plan::new(me()) };
    opened(100, AccountId::from_random([9; 16]), Body::Plan(plan))
}

#[test]
fn what_an_appointment_within_two_days_asks_for_comes_before_the_prompt_and_once() {
    let plan = asks_for(vec![planned("phq-9", true)]);
    let phq = find("phq-9").unwrap();
    let (early, near) = ("2026-10-14T10:00:00+02:00", "2026-10-14T15:00:00+02:00");
    assert_eq!(thing(std::slice::from_ref(&plan), early), Thing::Write(Moment::NextDays));
    assert_eq!(thing(std::slice::from_ref(&plan), near), Thing::Measure(phq));
    let rested = not_now(near, &[Thing::Measure(phq)]);
    assert_eq!(thing(&[plan.clone(), rested], near), Thing::Write(Moment::NextDays));
    let mut measure = Measure::new(phq, "en", at(near));
    let draft = opened(3, me(), Body::Measure(measure.clone()));
    assert_eq!(thing(&[plan.clone(), draft], near), Thing::Measure(phq), "a draft is gone on with");
    measure.finished = Some(at(near));
    let done = opened(3, me(), Body::Measure(measure));
    assert_eq!(thing(&[plan.clone(), done.clone()], near), Thing::Write(Moment::NextDays));
    // It counts as one of the two prompts of the day.
    let entry = opened(4, me(), Body::Entry(written(Moment::NextDays, near, true)));
    assert!(matches!(thing(&[plan, done, entry], near), Thing::Appointment(_)));
}

#[test]
fn what_is_asked_every_so_many_days_waits_for_the_prompt_and_never_comes_in_the_hours_after_a_session() {
    let plan = asks_for(vec![planned("gad-7", false)]);
    let gad = find("gad-7").unwrap();
    let now = "2026-10-14T10:00:00+02:00";
    assert_eq!(thing(std::slice::from_ref(&plan), now), Thing::Write(Moment::NextDays));
    let rested = not_now(now, &[Thing::Write(Moment::NextDays)]);
    assert_eq!(thing(&[plan.clone(), rested], now), Thing::Measure(gad));
    let evening = "2026-10-13T19:00:00+02:00";
    let rested = not_now(evening, &[Thing::Write(Moment::SameDay)]);
    assert_eq!(thing(&[plan, rested], evening), Thing::CheckIn);
}

#[test]
fn a_questionnaire_that_was_put_off_on_three_days_is_let_be_until_it_is_due_the_next_time_and_takes_no_place_meanwhile()
 {
    let phq = find("phq-9").unwrap();
    let mut put_off = PutOff::new();
    let name = Thing::Measure(phq).name().unwrap();
    let plan = |measures| {
        let plan = Plan { appointments: Vec::new(), measures, ..Plan::new(me()) };
        opened(100, AccountId::from_random([9; 16]), Body::Plan(plan))
    };
    let mut answered = Measure::new(phq, "en", at("2026-10-01T10:00:00+02:00"));
    answered.finished = Some(answered.started);
    let mut records =
        vec![plan(vec![planned("phq-9", false)]), opened(2, me(), Body::Measure(answered.clone()))];
    let asked = |records: &[Opened], put_off: &PutOff, now: &str| {
        // The page of preparation is written, and nothing else is to do.
        let all = [
            records,
            &[opened(1, me(), Body::PutOff(put_off.clone())), opened(3, me(), Body::Entry(before()))],
        ];
        seen(&all.concat(), &[], at(now)) == Thing::Measure(phq)
    };
    for day in ["2026-10-15", "2026-10-16", "2026-10-17"] {
        let now = format!("{day}T12:00:00+02:00");
        assert!(asked(&records, &put_off, &now), "{day}");
        put_off.add(day.parse().unwrap(), name.clone());
        assert!(!asked(&records, &put_off, &now));
    }
    assert!(!asked(&records, &put_off, "2026-10-18T12:00:00+02:00"));
    assert!(!asked(&records, &put_off, "2026-10-28T12:00:00+02:00"));
    assert!(asked(&records, &put_off, "2026-10-29T12:00:00+01:00"), "two more weeks have passed");
    // Answered by hand, it is asked again after as many days as ever.
    answered.finished = Some(at("2026-10-20T10:00:00+02:00"));
    records.push(opened(4, me(), Body::Measure(answered)));
    assert!(!asked(&records, &put_off, "2026-10-29T12:00:00+01:00"));
    assert!(asked(&records, &put_off, "2026-11-03T12:00:00+01:00"));
    // Two that are let be do not keep a third one from being asked.
    let gad = Thing::Measure(find("gad-7").unwrap()).name().unwrap();
    for day in ["2026-11-10", "2026-11-11", "2026-11-12"] {
        for name in [&name, &gad] {
            put_off.add(day.parse().unwrap(), name.clone());
        }
    }
    let three = plan(["phq-9", "gad-7", "pcl-5"].map(|one| planned(one, false)).to_vec());
    let all = [three, opened(1, me(), Body::PutOff(put_off)), opened(3, me(), Body::Entry(before()))];
    assert_eq!(seen(&all, &[], at("2026-11-13T12:00:00+01:00")), Thing::Measure(find("pcl-5").unwrap()));
}

#[test]
fn a_name_never_changes() {
    let names =
        [Thing::SoftLanding, Thing::Write(Moment::NextDays), Thing::CheckIn].map(|thing| thing.name());
    let names: Vec<_> = names.into_iter().flatten().collect();
    assert_eq!(names, ["moment soft_landing", "moment next_days", "check_in"]);
}
