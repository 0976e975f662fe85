use chrono::{DateTime, Duration, FixedOffset};
use proptest::prelude::*;
use wire::ids::{Epoch, Rev};

use super::*;
use crate::{
    course::Moment,
    measures::find,
    passage::{Mark, marked},
    record::{Attachment, CheckIn, Level, Measure, Receipt, Rules, What},
};

const SECRET: &str = "the rest";

fn at(minute: i64) -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339("2026-10-14T19:00:00+02:00").unwrap() + Duration::minutes(minute)
}

fn account(number: u8) -> AccountId {
    AccountId::from_random([number; 16])
}

fn id(number: u8) -> RecordId {
    RecordId::from_random([number; 16])
}

const ME: u8 = 1;
const READER: u8 = 2;

fn opened(number: u8, body: Body, readers: &[u8]) -> Opened {
    let recipients = readers.iter().map(|one| account(*one)).collect();
    Opened { id: id(number), owner: account(ME), rev: Rev(1), epoch: Epoch(0), body, recipients }
}

fn entry(text: &str) -> Entry {
    let mut entry = Entry::new(Moment::NextDays, None, at(0));
    entry.set_answer("a", "What is still with you?", text.into());
    entry.free = SECRET.into();
    entry.feelings = vec![SECRET.into()];
    entry.finished = Some(at(1));
    entry
}

fn check_in(mood: u8) -> CheckIn {
    let mut check_in = CheckIn::new(at(0));
    check_in.mood = Level::new(mood);
    check_in.feelings = vec![SECRET.into()];
    check_in.note = SECRET.into();
    check_in.rest.insert("later".into(), SECRET.into());
    check_in
}

fn receipt(by: u8, record: u8, revision: u32, minute: i64, also: &[(u8, u32)]) -> Opened {
    let also = also.iter().map(|(record, revision)| (id(*record), Rev(*revision))).collect();
    let (record, revision, opened_at, rest) = (id(record), Rev(revision), at(minute), Rest::new());
    let body = Body::Receipt(Receipt { v: 1, record, revision, opened: opened_at, also, rest });
    Opened { owner: account(by), ..opened(u8::try_from(100 + minute).unwrap(), body, &[ME]) }
}

#[test]
fn the_last_time_that_a_reader_opened_something_is_known_and_whether_it_was_changed_since() {
    let page = |number, revision| Opened {
        rev: Rev(revision),
        ..opened(number, Body::Entry(entry("words")), &[READER])
    };
    let records = [
        page(1, 2),
        page(2, 1),
        page(3, 5),
        receipt(READER, 1, 1, 10, &[(3, 5)]),
        receipt(READER, 1, 2, 20, &[]),
        receipt(READER, 3, 4, 30, &[]),
        receipt(7, 2, 1, 40, &[]),
    ];
    let openings = Openings::by(&records, account(READER));
    assert_eq!(openings.of(&records[0]), Some((at(20), false)));
    // Only somebody else opened that.
    assert_eq!(openings.of(&records[1]), None);
    // Seen in passing as it is now, and as it was before.
    assert_eq!(openings.of(&records[2]), Some((at(10), false)));
    assert_eq!(openings.of(&page(3, 6)), Some((at(10), true)));
}

/// Every answer is 1 but the one to the item that asks for care.
fn measure(instrument: &str, safety: u8, started: i64, finished: Option<i64>) -> Measure {
    let instrument = find(instrument).unwrap();
    let mut measure = Measure::new(instrument, "en", at(started));
    measure.answers =
        instrument.items.iter().map(|item| (item.id, if item.safety { safety } else { 1 })).collect();
    measure.finished = finished.map(at);
    measure
}

fn passage_of(entry: &Entry, first: usize, last: usize) -> Passage {
    marked(&texts(entry), Mark { text: 0, first, last }).unwrap()
}

/// What the writes leave behind, upon what was there.
fn after(records: &[Opened], writes: Vec<Write>) -> Vec<Opened> {
    let mut records = records.to_vec();
    for write in writes {
        match write {
            Write::Put { id, body, readers } => {
                records.retain(|record| record.id != id);
                let (owner, rev, epoch) = (account(ME), Rev(1), Epoch(0));
                records.push(Opened { id, owner, rev, epoch, body, recipients: readers });
            }
            Write::Delete(id) => records.retain(|record| record.id != id),
        }
    }
    records
}

fn shared(source: &Opened, form: Form, passage: Option<&Passage>) -> Vec<Opened> {
    let copy = copy(&source.body, form, passage, at(5)).unwrap();
    let writes = share_part(source, copy, false, &[account(READER)], (id(101), id(102)), at(5));
    after(std::slice::from_ref(source), writes)
}

fn standing(records: &[Opened]) -> Standing {
    Shares::new(records, account(ME)).of(&records.iter().find(|record| record.id == id(1)).unwrap().clone())
}

/// Everything that somebody other than the author can open.
fn readable(records: &[Opened]) -> String {
    let granted = records.iter().filter(|record| !record.recipients.is_empty());
    granted.map(|record| String::from_utf8(record.body.to_json()).unwrap()).collect()
}

fn edited(records: &[Opened], body: &Body) -> Vec<Opened> {
    let mut records = records.to_vec();
    records.iter_mut().filter(|record| record.id == id(1)).for_each(|record| record.body = body.clone());
    records
}

#[test]
fn a_passage_is_all_that_its_reader_can_open() {
    let entry = entry("One. Two. Three.");
    let source = opened(1, Body::Entry(entry.clone()), &[]);
    let records = shared(&source, Form::Passage, Some(&passage_of(&entry, 1, 1)));
    let text = readable(&records);
    assert!(text.contains("Two.") && text.contains("What is still with you?"), "{text}");
    let source_id = serde_json::to_string(&id(1)).unwrap();
    for other in ["One.", "Three.", SECRET, source_id.as_str()] {
        assert!(!text.contains(other), "{other} in {text}");
    }
    let standing = standing(&records);
    assert!(standing.readers.is_empty() && !standing.is_private());
    assert_eq!((standing.parts.len(), standing.parts[0].edited), (1, false));
}

#[test]
fn numbers_are_all_that_their_reader_can_open() {
    let source = opened(1, Body::CheckIn(check_in(2)), &[]);
    let records = shared(&source, Form::Numbers, None);
    let text = readable(&records);
    assert!(text.contains("\"mood\":2") && !text.contains(SECRET), "{text}");
    let Body::Numbers(numbers) = &records.iter().find(|record| record.id == id(102)).unwrap().body else {
        panic!("no numbers");
    };
    let drawn = numbers.as_check_in();
    assert_eq!((drawn.mood, drawn.day, drawn.note.as_str()), (Level::new(2), at(0).date_naive(), ""));
}

#[test]
fn what_says_nothing_cannot_be_shared_as_a_part() {
    let empty = Body::CheckIn(CheckIn::new(at(0)));
    assert_eq!((forms(&empty), copy(&empty, Form::Numbers, None, at(0))), (&[Form::All][..], None));
    let mut no_words = entry("");
    no_words.free = String::new();
    assert_eq!(forms(&Body::Entry(no_words.clone())), [Form::All]);
    assert_eq!(copy(&Body::Entry(no_words), Form::Passage, None, at(0)), None);
    assert_eq!(copy(&Body::CheckIn(check_in(1)), Form::Passage, None, at(0)), None);
}

#[test]
fn an_edit_inside_a_shared_passage_is_told_and_one_beside_it_is_not() {
    let before = entry("One. Two. Three.");
    let source = opened(1, Body::Entry(before.clone()), &[]);
    let records = shared(&source, Form::Passage, Some(&passage_of(&before, 1, 1)));
    let table = [
        ("One. Two. Three.", false, Some("Two.")),
        ("Zero. One. Two. Three. Four.", false, Some("Two.")),
        ("One. Two and a half. Three.", true, Some("Two and a half.")),
        ("Zero. One. Two and a half. Three. Four.", true, Some("Two and a half.")),
        ("Zero. One. One. Two and a half. Three.", true, None),
        ("One. Three.", true, None),
        ("", true, None),
        ("Something else.", true, None),
    ];
    for (text, is_edited, update) in table {
        let records = edited(&records, &Body::Entry(entry(text)));
        assert_eq!(standing(&records).parts[0].edited, is_edited, "{text}");
        let note = records.iter().find_map(Opened::share).unwrap();
        let found = follow(note, &passage_of(&before, 1, 1), &entry(text)).map(|passage| passage.text);
        assert_eq!(found.as_deref(), update, "{text}");
    }
}

#[test]
fn leaving_it_is_remembered_until_the_next_edit_and_updating_shares_the_new_words() {
    let before = Body::CheckIn(check_in(2));
    let source = opened(1, before, &[]);
    let records = edited(&shared(&source, Form::Numbers, None), &Body::CheckIn(check_in(3)));
    assert!(standing(&records).parts[0].edited);
    let find =
        |records: &[Opened], number| records.iter().find(|record| record.id == id(number)).unwrap().clone();
    let (note, source, there) = (find(&records, 101), find(&records, 1), find(&records, 102));
    let part = (&note, note.share().unwrap());
    let left = after(&records, vec![leave(part, &source, &there.body, at(9))]);
    assert!(!standing(&left).parts[0].edited && readable(&left).contains("\"mood\":2"));
    let again = edited(&left, &Body::CheckIn(check_in(4)));
    assert!(standing(&again).parts[0].edited);
    let copy = copy(&source.body, Form::Numbers, None, at(9)).unwrap();
    let updated = after(&records, update(part, &source, copy, &[account(READER)], at(9)));
    assert!(!standing(&updated).parts[0].edited && readable(&updated).contains("\"mood\":3"));
}

#[test]
fn a_part_goes_with_its_source_and_with_its_note() {
    let entry = entry("One. Two.");
    let source = opened(1, Body::Entry(entry.clone()), &[]);
    let records = shared(&source, Form::Passage, Some(&passage_of(&entry, 0, 0)));
    let left = after(&records, Shares::new(&records, account(ME)).end(id(1)));
    assert_eq!(left.as_slice(), std::slice::from_ref(&source));
    let gone = |gone: u8, records: &[Opened]| {
        let records: Vec<_> = records.iter().filter(|record| record.id != id(gone)).cloned().collect();
        let writes = Shares::new(&records, account(ME)).left_over(|one| one == id(gone));
        after(&records, writes)
    };
    assert_eq!(gone(1, &records), [], "deleted on another device");
    assert_eq!(gone(102, &records), [source], "taken back on another device");
    assert_eq!(Shares::new(&records, account(ME)).left_over(|_| false), []);
}

#[test]
fn a_copy_that_came_back_without_readers_is_cleared_away() {
    let entry = entry("One. Two.");
    let source = opened(1, Body::Entry(entry.clone()), &[]);
    let mut records = shared(&source, Form::Passage, Some(&passage_of(&entry, 0, 0)));
    for record in &mut records {
        record.recipients.clear();
    }
    assert!(standing(&records).is_private());
    let writes = Shares::new(&records, account(ME)).left_over(|_| false);
    assert_eq!(after(&records, writes), [source]);
}

#[test]
fn numbers_that_two_devices_shared_at_once_are_shared_once() {
    let source = opened(1, Body::CheckIn(check_in(2)), &[]);
    let copy = copy(&source.body, Form::Numbers, None, at(5)).unwrap();
    let once = shared(&source, Form::Numbers, None);
    let twice = after(&once, share_part(&source, copy, true, &[account(READER)], (id(103), id(104)), at(6)));
    assert_eq!(standing(&twice).parts.len(), 2);
    let left = after(&twice, Shares::new(&twice, account(ME)).left_over(|_| false));
    assert_eq!(left, once, "the first one stays, on whichever device this runs");
}

#[test]
fn somebody_elses_notes_change_nothing() {
    let source = opened(1, Body::CheckIn(check_in(2)), &[]);
    let records = shared(&source, Form::Numbers, None);
    let foreign = Shares::new(&records, account(READER));
    assert!(foreign.of(&source).parts.is_empty() && foreign.left_over(|_| true).is_empty());
}

fn rules(kind: &str, form: Form, from: i64) -> Opened {
    let mut rules = Rules::new();
    rules.set(kind, Some(form), at(from));
    opened(9, Body::Rules(rules), &[])
}

#[test]
fn without_a_rule_nothing_is_shared() {
    let records = [opened(1, Body::CheckIn(check_in(2)), &[]), opened(2, Body::Entry(entry("One.")), &[])];
    assert_eq!(due(&records, account(ME), Some(id(1)), at(900)), []);
    let asks = opened(9, Body::Rules(Rules::new()), &[]);
    assert_eq!(due(&[records.as_slice(), &[asks]].concat(), account(ME), Some(id(1)), at(900)), []);
}

#[test]
fn a_rule_reaches_what_is_finished_after_it_was_set_and_nobody_decided_about() {
    let source = opened(1, Body::CheckIn(check_in(2)), &[]);
    let decided = |form| {
        let Write::Put { id, body, .. } = decide(self::id(1), form, false, self::id(101), at(3)) else {
            panic!("not written");
        };
        Opened { id, ..opened(0, body, &[]) }
    };
    // Rule from, looked at after, said to be done, already shared, decided: due?
    let table = [
        (-1, 5, true, false, None, true, "done"),
        (-1, 5, false, false, None, false, "still being made"),
        (-1, 45, false, false, None, true, "left alone for half an hour"),
        (1, 45, true, false, None, false, "made before the rule"),
        (0, 45, true, false, None, true, "made at that moment"),
        (-1, 45, true, true, None, false, "shared already"),
        (-1, 45, true, false, Some(Form::Nothing), false, "taken back by hand"),
    ];
    for (from, now, said_done, shared, decision, is_due, why) in table {
        let mut source = source.clone();
        source.recipients.extend(shared.then(|| account(READER)));
        let mut records = vec![source, rules("check_in", Form::Numbers, from)];
        records.extend(decision.map(decided));
        let done = said_done.then(|| id(1));
        let expected: &[_] = if is_due { &[(id(1), Form::Numbers)] } else { &[] };
        assert_eq!(due(&records, account(ME), done, at(now)), expected, "{why}");
    }
}

#[test]
fn a_rule_never_touches_another_kind_a_draft_or_words_it_was_not_set_for() {
    let mut draft = entry("One.");
    draft.finished = None;
    let empty = opened(4, Body::CheckIn(CheckIn::new(at(0))), &[]);
    let records = [
        opened(1, Body::CheckIn(check_in(2)), &[]),
        opened(2, Body::Entry(entry("One.")), &[]),
        opened(3, Body::Entry(draft), &[]),
        empty,
    ];
    let with = |kind, form| [records.as_slice(), &[rules(kind, form, -1)]].concat();
    let due = |records: &[Opened]| due(records, account(ME), None, at(60));
    assert_eq!(due(&with("check_in", Form::Numbers)), [(id(1), Form::Numbers)]);
    assert_eq!(due(&with("entry", Form::All)), [(id(2), Form::All)]);
    assert_eq!(due(&with("entry", Form::Numbers)), []);
    assert_eq!(due(&with("entry", Form::Passage)), []);
    assert_eq!(due(&with("check_in", Form::Nothing)), []);
    assert_eq!(due(&with("a kind from a newer version", Form::All)), []);
}

#[test]
fn by_a_rule_a_questionnaire_goes_whole_when_it_is_finished_and_never_with_an_answer_that_asks_for_care() {
    let mut unknown = measure("gad-7", 0, 0, Some(3));
    unknown.instrument = "from-a-newer-version".into();
    // Also one that is left open and one without a total are finished, and go.
    let mut few = measure("phq-9", 0, 0, Some(3));
    few.answers.retain(|item, _| *item == 1);
    let table = [
        (measure("phq-9", 0, 0, Some(3)), Some(Form::All), "finished"),
        (measure("gad-7", 0, 0, Some(3)), Some(Form::All), "another one"),
        (few, Some(Form::All), "mostly skipped"),
        (measure("phq-9", 1, 0, Some(3)), None, "it asks for care"),
        (measure("phq-9", 0, 0, None), None, "not finished"),
        (measure("phq-9", 0, -9, Some(3)), None, "begun before the rule"),
        (unknown, None, "who knows what was asked"),
    ];
    for (measure, form, why) in table {
        let records = [opened(1, Body::Measure(measure), &[]), rules("measure", Form::All, -1)];
        let expected: Vec<_> = form.map(|form| (id(1), form)).into_iter().collect();
        assert_eq!(due(&records, account(ME), None, at(9)), expected, "{why}");
        assert_eq!(due(&records, account(ME), Some(id(1)), at(9)), expected, "{why}, just now");
    }
}

#[test]
fn a_questionnaire_that_was_taken_back_stays_so_and_other_rules_do_not_reach_it() {
    let source = opened(1, Body::Measure(measure("phq-9", 0, 0, Some(3))), &[]);
    let Write::Put { id: note, body, .. } = decide(id(1), Form::Nothing, false, id(101), at(4)) else {
        panic!("not written");
    };
    let taken_back = Opened { id: note, ..opened(0, body, &[]) };
    let due = |records: &[Opened]| due(records, account(ME), None, at(9));
    assert_eq!(due(&[source.clone(), rules("measure", Form::All, -1), taken_back]), []);
    assert_eq!(due(&[source.clone(), rules("entry", Form::All, -1)]), []);
    assert_eq!(due(&[source.clone(), rules("check_in", Form::All, -1)]), []);
    assert_eq!(
        due(&[source, rules("measure", Form::Numbers, -1)]),
        [],
        "of answers there are no numbers alone"
    );
}

#[test]
fn what_a_rule_is_meant_to_share_is_known_before_it_is_finished_and_where_it_waits_for_its_author() {
    let numbers = || Body::CheckIn(check_in(2));
    let mut words = CheckIn::new(at(0));
    words.note = SECRET.into();
    let words = || Body::CheckIn(words.clone());
    let kept = |about| {
        let Write::Put { id: note, body, .. } = decide(about, Form::Nothing, false, id(101), at(4)) else {
            panic!("not written");
        };
        Opened { id: note, ..opened(0, body, &[]) }
    };
    let part = || shared(&opened(1, numbers(), &[]), Form::Numbers, None);
    let care = || Body::Measure(measure("phq-9", 1, 0, Some(3)));
    // What it says now, the rule, what else is there: how much is meant to go?
    let table = [
        (numbers(), rules("check_in", Form::Numbers, -1), vec![], Some(Form::Numbers), "not written yet"),
        (numbers(), rules("check_in", Form::All, -1), vec![], Some(Form::All), "all of it"),
        (numbers(), rules("check_in", Form::Numbers, 1), vec![], None, "begun before the rule"),
        (numbers(), rules("entry", Form::All, -1), vec![], None, "another rule"),
        (words(), rules("check_in", Form::Numbers, -1), vec![], None, "no number in it"),
        (
            words(),
            rules("check_in", Form::Numbers, -1),
            vec![opened(1, numbers(), &[])],
            None,
            "the numbers were taken out again on the screen",
        ),
        (
            numbers(),
            rules("check_in", Form::Numbers, -1),
            vec![opened(1, numbers(), &[READER])],
            None,
            "shared already",
        ),
        (numbers(), rules("check_in", Form::Numbers, -1), part(), None, "the numbers are shared already"),
        (numbers(), rules("check_in", Form::Numbers, -1), vec![kept(id(1))], None, "kept by hand"),
        (
            numbers(),
            rules("check_in", Form::Numbers, -1),
            vec![kept(id(2))],
            Some(Form::Numbers),
            "another one was kept",
        ),
        (care(), rules("measure", Form::All, -1), vec![], Some(Form::All), "it waits for its author"),
        (care(), rules("measure", Form::Numbers, -1), vec![], None, "no numbers of answers"),
    ];
    for (body, rule, mut records, form, why) in table {
        records.push(rule);
        assert_eq!(meant_by_rule(&records, account(ME), id(1), &body), form, "{why}");
        assert_eq!(
            meant_by_rule(&records, account(READER), id(1), &body),
            None,
            "{why}, somebody else's rule"
        );
    }
    let emptied = Body::Rules(Rules::new());
    assert_eq!(meant_by_rule(&[opened(9, emptied, &[])], account(ME), id(1), &numbers()), None);
}

#[test]
fn what_was_kept_by_hand_is_the_rules_again_when_its_author_says_so() {
    let page = Body::Entry(entry("One."));
    let kept = |form| {
        let Write::Put { id: note, body, .. } = decide(id(1), form, false, id(101), at(4)) else {
            panic!("not written");
        };
        Opened { id: note, ..opened(0, body, &[]) }
    };
    let (on, later) = (rules("entry", Form::All, -1), rules("entry", Form::All, 1));
    let nothing = kept(Form::Nothing);
    // The rule, what was decided: is it kept from the rule?
    let table = [
        (vec![on.clone(), nothing.clone()], true, "kept"),
        (vec![on.clone()], false, "not decided about"),
        (vec![on.clone(), kept(Form::All)], false, "the rule shared it"),
        (vec![later, nothing.clone()], false, "begun before the rule"),
        (vec![rules("check_in", Form::All, -1), nothing.clone()], false, "another rule"),
        (vec![nothing.clone()], false, "no rule"),
    ];
    for (records, is_kept, why) in table {
        assert_eq!(is_kept_from_rule(&records, account(ME), id(1), &page), is_kept, "{why}");
        assert!(!is_kept_from_rule(&records, account(READER), id(1), &page), "{why}, somebody else's rule");
    }
    let source = opened(1, page.clone(), &[]);
    let records = [source, on, nothing];
    assert_eq!(due(&records, account(ME), Some(id(1)), at(5)), []);
    let again = after(&records, Shares::new(&records, account(ME)).end_decisions(id(1)));
    assert_eq!(meant_by_rule(&again, account(ME), id(1), &page), Some(Form::All));
    assert_eq!(due(&again, account(ME), Some(id(1)), at(5)), [(id(1), Form::All)]);
}

#[test]
fn a_rule_keeps_its_day_and_two_devices_that_disagree_ask_again() {
    let mut base = Rules::new();
    base.set("check_in", Some(Form::Numbers), at(0));
    base.set("check_in", Some(Form::Numbers), at(9));
    assert_eq!(base.of("check_in").unwrap().from, at(0));
    let (mut mine, mut theirs) = (base.clone(), base.clone());
    mine.set("check_in", Some(Form::All), at(10));
    theirs.set("check_in", None, at(11));
    theirs.set("entry", Some(Form::All), at(11));
    let body = |rules: &Rules| Body::Rules(rules.clone());
    let Body::Rules(merged) = crate::record::merge(Some(&body(&base)), &body(&mine), &body(&theirs)) else {
        panic!("not rules");
    };
    assert_eq!((merged.of("check_in"), merged.of("entry").map(|rule| rule.form)), (None, Some(Form::All)));
}

#[test]
fn what_can_be_shared_together_is_finished_private_and_of_these_days() {
    let mut draft = entry("One.");
    draft.finished = None;
    let mut late = check_in(3);
    late.day = late.day.succ_opt().unwrap();
    let shared_part = shared(&opened(1, Body::CheckIn(check_in(2)), &[]), Form::Numbers, None);
    let mut records = vec![
        opened(2, Body::Entry(entry("One.")), &[]),
        opened(3, Body::Entry(draft), &[]),
        opened(4, Body::CheckIn(late), &[]),
        opened(5, Body::CheckIn(check_in(4)), &[READER]),
        opened(6, Body::CheckIn(CheckIn::new(at(0))), &[]),
        opened(7, Body::CheckIn(check_in(5)), &[]),
    ];
    records.extend(shared_part);
    let day = at(0).date_naive();
    let found = |first, last| private_in(&records, account(ME), first, last);
    assert_eq!(found(day, day), [id(7), id(2)]);
    assert_eq!(found(day, day.succ_opt().unwrap()), [id(4), id(7), id(2)]);
    assert_eq!(found(day.succ_opt().unwrap(), day), []);
    assert_eq!(private_in(&records, account(READER), day, day), []);
}

#[test]
fn a_page_without_words_a_landing_that_rests_and_a_questionnaire_can_be_shared_together() {
    let blank = |moment, finished: Option<i64>| {
        let mut entry = Entry::new(moment, None, at(0));
        entry.finished = finished.map(at);
        entry
    };
    let word = |mut entry: Entry| {
        entry.feelings = vec!["tender".into()];
        Body::Entry(entry)
    };
    let photo = |about: u8| Body::Attachment(Attachment::new(id(about), What::Photo, at(0)));
    let mut unknown = measure("gad-7", 0, 0, Some(3));
    unknown.instrument = "from-a-newer-version".into();
    let table = [
        (Body::Entry(blank(Moment::Free, Some(1))), false, false, "nothing on it"),
        (Body::Entry(blank(Moment::Free, Some(1))), true, true, "only a photo"),
        (Body::Entry(blank(Moment::Free, None)), true, false, "still being made"),
        (word(blank(Moment::SoftLanding, None)), false, true, "enough for now"),
        (Body::Entry(blank(Moment::SoftLanding, None)), false, false, "a landing without a word"),
        (Body::Entry(blank(Moment::SoftLanding, None)), true, true, "a landing with a photo"),
        (word(blank(Moment::NextDays, None)), false, false, "a draft"),
        (Body::Measure(measure("phq-9", 0, 0, Some(3))), false, true, "finished"),
        (Body::Measure(measure("phq-9", 0, 0, None)), false, false, "begun"),
        (Body::Measure(unknown), false, false, "who knows what was asked"),
    ];
    let day = at(0).date_naive();
    for (body, has_photo, is_there, why) in table {
        let mut records = vec![opened(1, body, &[]), opened(3, photo(2), &[])];
        records.extend(has_photo.then(|| opened(4, photo(1), &[])));
        let found = private_in(&records, account(ME), day, day);
        assert_eq!(found.contains(&id(1)), is_there, "{why}");
        assert!(found.len() <= 1, "{why}: what is attached goes with its page");
    }
}

#[test]
fn a_check_in_of_words_only_does_not_go_as_numbers() {
    let mut words = CheckIn::new(at(0));
    words.note = SECRET.into();
    let words = Body::CheckIn(words);
    assert_eq!(form_in_range(&words, Form::Numbers), None);
    assert_eq!(form_in_range(&words, Form::All), Some(Form::All));
    assert_eq!(form_in_range(&Body::CheckIn(check_in(2)), Form::Numbers), Some(Form::Numbers));
    assert_eq!(form_in_range(&Body::Entry(entry("One.")), Form::Numbers), Some(Form::All));
}

proptest! {
    #[test]
    fn a_followed_passage_stands_in_the_new_text_and_keeps_what_was_not_edited(
        before in "[a-c. ]{0,12}", words in "[d-f]{1,8}", behind in "[a-c. ]{0,12}",
        cut in 0..8_usize, new in "[x-zé ]{0,6}",
    ) {
        let text = format!("{before}{words}{behind}");
        let passage = Passage { prompt: Some("a".into()), question: None, text: words.clone() };
        let note = Share {
            v: 1, source: id(1), form: Form::Passage, copy: Some(id(2)), basis: text, by_rule: false, at: at(0), rest: Rest::new(),
        };
        let cut = cut.min(words.len());
        let edited = format!("{}{new}{}", &words[..cut], &words[cut..]);
        let now = entry(&format!("{before}{edited}{behind}"));
        let found = follow(&note, &passage, &now).unwrap();
        prop_assert!(now.answer("a").contains(&found.text));
        let is_there = now.answer("a").contains(&words);
        prop_assert_eq!(found.text.as_str(), if is_there { words.as_str() } else { edited.trim() });
    }

    #[test]
    fn no_questionnaire_goes_without_a_rule_or_before_it_or_unfinished_or_over_a_head(
        given in prop::collection::vec((0_i64..60, prop::option::of(0_i64..60), 0_u8..3), 1..6),
        rule in prop::option::of(0_i64..60),
        (done, now) in (0_usize..6, 60_i64..200),
    ) {
        let mut records = Vec::new();
        for (number, (started, lasted, safety)) in (1_u8..).zip(&given) {
            let finished = lasted.map(|lasted| started + lasted);
            records.push(opened(number, Body::Measure(measure("phq-9", *safety, *started, finished)), &[]));
        }
        records.extend(rule.map(|from| self::rules("measure", Form::All, from)));
        let done = records.get(done).map(|record| record.id);
        let expected: Vec<_> = (1_u8..)
            .zip(&given)
            .filter(|(_, (started, lasted, safety))| {
                rule.is_some_and(|from| *started >= from) && lasted.is_some() && *safety == 0
            })
            .map(|(number, _)| (id(number), Form::All))
            .collect();
        prop_assert_eq!(due(&records, account(ME), done, at(now)), expected);
    }

    #[test]
    fn following_never_panics_and_never_makes_words_up(one in "\\PC{0,40}", other in "\\PC{0,40}", from in 0..40_usize, length in 1..20_usize) {
        let text: String = one.chars().skip(from).take(length).collect();
        let passage = Passage { prompt: Some("a".into()), question: None, text };
        let note = Share {
            v: 1, source: id(1), form: Form::Passage, copy: Some(id(2)), basis: one, by_rule: false, at: at(0), rest: Rest::new(),
        };
        if let Some(found) = follow(&note, &passage, &entry(&other)) {
            prop_assert!(other.contains(&found.text) && !found.text.is_empty());
        }
    }
}
