use proptest::prelude::*;
use uuid::Uuid;
use wire::ids::{Epoch, Rev};

use super::*;
use crate::{
    course::Moment,
    record::{Appointment, AppointmentKind, Body, Entry, Outcome},
};

fn day(number: i64) -> DateTime<FixedOffset> {
    let first = DateTime::parse_from_rfc3339("2026-10-01T20:00:00+02:00").unwrap();
    first + chrono::Duration::days(number - 1)
}

fn me() -> AccountId {
    AccountId::from_random([1; 16])
}

fn id(number: u8) -> RecordId {
    RecordId::from_random([number; 16])
}

fn opened(number: u8, body: Body) -> Opened {
    Opened { id: id(number), owner: me(), rev: Rev(1), epoch: Epoch(0), body, recipients: Vec::new() }
}

fn intention(number: u8, on: i64, text: &str) -> Opened {
    opened(number, Body::Intention(Intention::new(text.into(), day(on))))
}

fn insight(number: u8, on: i64, of: Option<u8>) -> Opened {
    let mut insight = Insight::new(format!("insight {number}"), day(on));
    insight.intention = of.map(id);
    opened(number, Body::Insight(insight))
}

fn step(number: u8, on: i64, of: Option<u8>, from: Option<u8>) -> Opened {
    let mut step = Step::new(format!("step {number}"), day(on));
    step.intention = of.map(id);
    step.insight = from.map(id);
    opened(number, Body::Step(step))
}

fn course(dosings: &[i64], now: i64) -> Course {
    let appointments: Vec<_> = dosings
        .iter()
        .zip(1..)
        .map(|(on, number)| Appointment {
            id: Uuid::from_u128(number),
            kind: AppointmentKind::Dosing,
            at: day(*on),
            minutes: 120,
            note: None,
            dose: None,
            zone: None,
        })
        .collect();
    Course::new(&appointments, day(now))
}

/// "i1: s1 2[3] 4" for a thread: sessions, insights with their steps, steps.
fn drawn(records: &[Opened], course: &Course) -> Vec<String> {
    let number = |wanted: RecordId| (1..=u8::MAX).find(|number| id(*number) == wanted).unwrap();
    threads(records, me(), course)
        .iter()
        .map(|thread| {
            let name = thread.intention.as_ref().map_or("none".into(), |(id, _)| format!("i{}", number(*id)));
            let knots = thread.knots.iter().map(|knot| match knot {
                Knot::Session { number, .. } => format!(" s{number}"),
                Knot::Insight { id, steps, .. } => {
                    let steps: Vec<_> = steps.iter().map(|(id, _)| number(*id).to_string()).collect();
                    format!(" {}[{}]", number(*id), steps.join(" "))
                }
                Knot::Step { id, .. } => format!(" {}", number(*id)),
            });
            format!("{name}:{}", knots.collect::<String>())
        })
        .collect()
}

#[test]
fn a_thread_runs_from_the_intention_through_sessions_to_insights_and_steps() {
    let records = [
        intention(1, 1, "to turn toward the sea"),
        insight(2, 4, Some(1)),
        step(3, 5, Some(1), Some(2)),
        intention(4, 8, "my sister"),
        insight(5, 12, Some(4)),
        // An insight of the first intention that came after the second one was set.
        insight(6, 13, Some(1)),
        step(7, 14, Some(4), None),
    ];
    let course = course(&[3, 6, 10, 20], 15);
    assert_eq!(drawn(&records, &course), ["i4: s3 5[] 7", "i1: s1 2[3] s2 6[]"]);
}

#[test]
fn a_reader_sees_only_what_was_shared_and_what_is_private_leaves_no_gap() {
    let all = [
        intention(1, 1, "private"),
        insight(2, 4, Some(1)),
        step(3, 5, Some(1), Some(2)),
        intention(4, 8, "shared"),
        insight(5, 12, Some(4)),
        step(6, 13, Some(4), Some(5)),
    ];
    let of_reader = [all[1].clone(), all[3].clone(), all[5].clone()];
    let course = course(&[3, 10], 15);
    assert_eq!(drawn(&of_reader, &course), ["i4: s2 6", "none: 2[]"]);
    assert_eq!(drawn(&[], &course), Vec::<String>::new());
}

#[test]
fn somebody_elses_records_are_on_no_thread_of_mine() {
    let mut other = intention(1, 1, "theirs");
    other.owner = AccountId::from_random([2; 16]);
    assert_eq!(drawn(&[other], &course(&[], 5)), Vec::<String>::new());
}

#[test]
fn after_a_session_the_intention_is_the_one_that_was_set_before_it() {
    let records = [intention(1, 1, "first"), intention(2, 5, "second"), intention(3, 6, " ")];
    let at = |on| intention_at(&records, me(), day(on)).map(|(_, intention)| intention.text.as_str());
    assert_eq!((at(0), at(3), at(5), at(9)), (None, Some("first"), Some("second"), Some("second")));
}

fn entry(answers: &[(&str, &str)]) -> Entry {
    let mut entry = Entry::new(Moment::Preparation, None, day(2));
    for (prompt, text) in answers {
        entry.set_answer(prompt, "?", (*text).into());
    }
    entry
}

#[test]
fn an_answer_to_an_intention_prompt_is_kept_once_as_an_intention() {
    let said = entry(&[("prep-intention", " to be kinder "), ("prep-hopes", "sleep")]);
    let (kept, first) = intention_of_entry(&[], me(), (id(9), &said), day(2), id(1)).unwrap();
    assert_eq!((kept, first.text.as_str(), first.entry), (id(1), "to be kinder", Some(id(9))));
    let records = [opened(1, Body::Intention(first))];
    let again = |entry: &Entry, from: u8, fresh: u8| {
        intention_of_entry(&records, me(), (id(from), entry), day(4), id(fresh))
    };
    assert_eq!(again(&said, 9, 2), None);
    // The same words on the evening before are the same intention; other words are another one.
    assert_eq!(again(&entry(&[("eve-intention", "to be kinder")]), 8, 2), None);
    let (other, second) = again(&entry(&[("eve-intention", "to listen")]), 8, 2).unwrap();
    assert_eq!((other, second.text.as_str()), (id(2), "to listen"));
    // The entry was changed: so is what came from it.
    let (same, changed) = again(&entry(&[("prep-intention", "to be kind")]), 9, 2).unwrap();
    assert_eq!((same, changed.text.as_str(), changed.made), (id(1), "to be kind", day(2)));
    assert_eq!(again(&entry(&[("prep-hopes", "sleep")]), 9, 2), None);
}

#[test]
fn an_intention_that_was_put_otherwise_is_not_written_over_by_its_entry() {
    let mut put_otherwise = Intention::of_entry("to be kinder".into(), id(9), day(2));
    put_otherwise.text = "to be kind to my sister".into();
    let records = [opened(1, Body::Intention(put_otherwise))];
    let said = entry(&[("prep-intention", "to be kinder")]);
    assert_eq!(intention_of_entry(&records, me(), (id(9), &said), day(4), id(2)), None);
}

#[test]
fn a_step_is_due_from_its_day_on_until_it_was_looked_back_at() {
    let Body::Step(mut one) = step(1, 1, None, None).body else { panic!() };
    let on = |number| day(number).date_naive();
    one.back_on = Some(on(8));
    let due =
        |step: &Step, number| step_due(&[opened(1, Body::Step(step.clone()))], me(), on(number)).is_some();
    assert!(!due(&one, 7) && due(&one, 8) && due(&one, 20));
    one.look(day(8), Outcome::NotYet, Some(on(15)));
    assert!(!due(&one, 14) && due(&one, 15));
    one.look(day(15), Outcome::LetGo, Some(on(22)));
    assert!(!due(&one, 30) && one.back_on.is_none() && !one.is_open());
}

#[test]
fn of_several_due_steps_the_one_that_waits_longest_comes_first() {
    let due = |number, back| {
        let Body::Step(mut one) = step(number, 1, None, None).body else { panic!() };
        one.back_on = Some(day(back).date_naive());
        opened(number, Body::Step(one))
    };
    let records = [due(1, 9), due(2, 5), due(3, 20)];
    assert_eq!(step_due(&records, me(), day(10).date_naive()).map(|(which, _)| which), Some(id(2)));
}

#[test]
fn a_sheet_of_paper_has_the_newest_of_the_newest_threads() {
    let records = [
        intention(1, 1, "older"),
        insight(2, 3, Some(1)),
        intention(3, 10, "newer"),
        insight(4, 12, Some(3)),
        step(5, 13, None, Some(4)),
        step(6, 14, None, Some(4)),
        insight(7, 16, Some(3)),
    ];
    let all = threads(&records, me(), &course(&[11], 20));
    let kept = |lines: usize| {
        newest(&all, lines).iter().map(|thread| (thread.records(), thread.knots.len())).collect::<Vec<_>>()
    };
    assert_eq!(kept(0), []);
    assert_eq!(kept(1), [(vec![id(3)], 0)]);
    assert_eq!(kept(2), [(vec![id(3), id(7)], 1)]);
    assert_eq!(kept(4), [(vec![id(3), id(4), id(6), id(7)], 2)], "of its steps the newest");
    assert_eq!(kept(6), [(vec![id(3), id(4), id(5), id(6), id(7)], 3)], "with the session");
    assert_eq!(kept(7).last(), Some(&(vec![id(1)], 0)));
    assert_eq!(newest(&all, 8), all);
}

proptest! {
    #[test]
    fn everything_that_can_be_opened_is_on_exactly_one_thread(
        kinds in proptest::collection::vec((0u8..3, 1i64..20, proptest::option::of(1u8..20), proptest::option::of(1u8..20)), 0..18),
    ) {
        let records: Vec<_> = kinds
            .iter()
            .zip(1u8..)
            .map(|((kind, on, of, from), number)| match kind {
                0 => intention(number, *on, "x"),
                1 => insight(number, *on, *of),
                _ => step(number, *on, *of, *from),
            })
            .collect();
        let mut seen = Vec::new();
        for thread in threads(&records, me(), &course(&[5, 10], 15)) {
            seen.extend(thread.intention.map(|(id, _)| id));
            prop_assert!(thread.knots.is_sorted_by_key(Knot::at));
            for knot in thread.knots {
                match knot {
                    Knot::Session { .. } => {}
                    Knot::Insight { id, steps, .. } => {
                        seen.push(id);
                        seen.extend(steps.into_iter().map(|(id, _)| id));
                    }
                    Knot::Step { id, .. } => seen.push(id),
                }
            }
        }
        seen.sort_unstable();
        let mut all: Vec<_> = records.iter().map(|record| record.id).collect();
        all.sort_unstable();
        prop_assert_eq!(seen, all);
    }
}

fn draft(answers: &[(&str, &str)]) -> Opened {
    opened(9, Body::Entry(entry(answers)))
}

fn from_draft(text: &str, answer: &str) -> Opened {
    let made = Intention::of_entry(answer.into(), id(9), day(2));
    opened(1, Body::Intention(Intention { text: text.into(), ..made }))
}

#[test]
fn what_was_being_answered_when_the_app_was_cut_off_is_found_once() {
    let answer = ("eve-intention", "to rest");
    let with = |change: &dyn Fn(&mut Entry)| {
        let mut entry = entry(&[answer]);
        change(&mut entry);
        opened(9, Body::Entry(entry))
    };
    let table = [
        (vec![draft(&[answer])], true, "cut off"),
        (vec![draft(&[("prep-intention", "to rest")])], true, "days before"),
        (vec![draft(&[("eve-intention", " ")])], false, "nothing was said"),
        (vec![draft(&[("eve-hard", "to rest")])], false, "another question"),
        (vec![draft(&[answer]), from_draft("to rest", "to rest")], false, "it is there"),
        (vec![draft(&[answer]), from_draft("sleep", "to rest")], false, "it is there in other words"),
        (vec![with(&|entry| entry.intention = Some(id(1)))], false, "deleted by hand since"),
        (vec![with(&|entry| entry.finished = Some(day(3)))], false, "it was kept at Done"),
    ];
    for (records, is_found, why) in table {
        let expected: &[RecordId] = if is_found { &[id(9)] } else { &[] };
        assert_eq!(cut_off(&records, me()), expected, "{why}");
        assert_eq!(cut_off(&records, AccountId::from_random([2; 16])), [], "{why}, for somebody else");
    }
}

#[test]
fn an_answer_that_is_taken_out_before_done_takes_its_intention_along_and_nothing_that_was_made_of_it() {
    let (answered, emptied_out) = (draft(&[("eve-intention", "to rest")]), draft(&[("eve-intention", "")]));
    let made = from_draft("to rest", "to rest");
    let mut finished = emptied_out.clone();
    if let Body::Entry(entry) = &mut finished.body {
        entry.finished = Some(day(3));
    }
    let shared = Opened { recipients: vec![AccountId::from_random([2; 16])], ..made.clone() };
    let table = [
        (vec![emptied_out.clone(), made.clone()], Some(id(1)), "taken out"),
        (vec![answered, made.clone()], None, "it stands there"),
        (vec![finished, made.clone()], None, "it was done"),
        (vec![made.clone()], None, "the page is gone"),
        (vec![emptied_out.clone(), from_draft("sleep", "to rest")], None, "put otherwise by hand"),
        (vec![emptied_out.clone(), shared], None, "somebody reads it"),
        (vec![emptied_out.clone(), made.clone(), insight(2, 3, Some(1))], None, "an insight belongs to it"),
        (vec![emptied_out.clone(), made.clone(), step(2, 3, Some(1), None)], None, "a step belongs to it"),
        (vec![emptied_out.clone(), made, insight(2, 3, None)], Some(id(1)), "an insight of nothing"),
        (vec![emptied_out, intention(1, 2, "to rest")], None, "set by hand"),
    ];
    for (records, expected, why) in table {
        assert_eq!(emptied(&records, me(), id(9)), expected, "{why}");
    }
}
