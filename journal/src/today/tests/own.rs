//! What a therapist asks in words of her own, day by day.

use super::*;
use crate::record::OwnPrompt;

fn prompt(number: u128, moment: Moment, given: &str) -> OwnPrompt {
    OwnPrompt {
        id: Uuid::from_u128(number),
        question: "What did the water look like?".into(),
        help: String::new(),
        moment,
        given: at(given),
        rest: crate::record::Rest::new(),
    }
}

fn asking(prompts: Vec<OwnPrompt>) -> Opened {
    opened(90, AccountId::from_random([9; 16]), Body::Plan(Plan { prompts, ..Plan::new(me()) }))
}

fn answered(number: u8, moment: Moment, when: &str, prompts: &[&OwnPrompt]) -> Opened {
    let mut entry = written(moment, when, true);
    for prompt in prompts {
        entry.set_answer(&prompt.id.to_string(), &prompt.question, String::new());
    }
    opened(number, me(), Body::Entry(entry))
}

#[test]
fn a_prompt_of_hers_opens_its_moment_once_more_and_is_asked_once() {
    let (monday, now) = ("2026-10-14T09:30:00+02:00", "2026-10-15T10:00:00+02:00");
    let hers = prompt(1, Moment::NextDays, "2026-10-14T20:00:00+02:00");
    let before = answered(1, Moment::NextDays, monday, &[]);
    assert_eq!(thing(std::slice::from_ref(&before), now), Thing::CheckIn);
    let asked = [before.clone(), asking(vec![hers.clone()])];
    assert_eq!(thing(&asked, now), Thing::Write(Moment::NextDays));
    // A page that named it is enough, also where it was passed by.
    let done = answered(2, Moment::NextDays, "2026-10-15T09:00:00+02:00", &[&hers]);
    let [before, plan] = asked;
    assert_eq!(thing(&[before, plan, done], now), Thing::CheckIn);
}

#[test]
fn her_prompt_waits_for_its_moment_and_keeps_to_two_a_day() {
    let table = [
        (Moment::NextDays, "2026-10-14T10:00:00+02:00", true),
        (Moment::NextDays, "2026-10-13T20:00:00+02:00", false),
        (Moment::OneWeek, "2026-10-17T10:00:00+02:00", false),
        (Moment::OneWeek, "2026-10-19T10:00:00+02:00", true),
        (Moment::Later, "2026-10-26T10:00:00+02:00", false),
        (Moment::Later, "2026-10-27T10:00:00+02:00", true),
        // Long after the monthly prompts have ended she may still ask.
        (Moment::Later, "2027-03-01T10:00:00+01:00", true),
    ];
    for (moment, now, is_asked) in table {
        let everything = Moment::ALL.map(|one| answered(10, one, "2026-10-13T13:00:00+02:00", &[]));
        let mut records: Vec<_> = everything.into_iter().filter(|one| one.entry().is_some()).collect();
        records.push(asking(vec![prompt(1, moment, "2026-10-13T14:00:00+02:00")]));
        assert_eq!(thing(&records, now) == Thing::Write(moment), is_asked, "{moment:?} at {now}");
    }
    let now = "2026-10-14T10:00:00+02:00";
    let plan = asking(vec![prompt(1, Moment::NextDays, "2026-10-13T14:00:00+02:00")]);
    let full =
        [plan, opened(2, me(), check_in(now)), not_now(now, &[Thing::Step(RecordId::from_random([7; 16]))])];
    assert_eq!(thing(&full, now), Thing::Nothing, "a third thing was asked");
}

#[test]
fn what_was_put_off_too_often_does_not_hide_what_is_new() {
    let moment = Moment::NextDays;
    let mut put_off = PutOff::new();
    for day_off in ["2026-10-14T10:00:00+02:00", "2026-10-15T10:00:00+02:00", "2026-10-13T20:00:00+02:00"] {
        put_off.add(day(at(day_off)), Thing::Write(moment).name().unwrap());
    }
    let mut put_off = vec![opened(200, me(), Body::PutOff(put_off))];
    let now = "2026-10-16T08:00:00+02:00";
    assert_ne!(thing(&put_off, now), Thing::Write(moment));
    put_off.push(asking(vec![prompt(1, moment, "2026-10-15T20:00:00+02:00")]));
    assert_eq!(thing(&put_off, now), Thing::Write(moment));
}
