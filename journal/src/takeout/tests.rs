use proptest::prelude::*;
use serde_json::Value;
use wire::ids::{Epoch, RecordId, Rev};

use super::{csv::Table, *};
use crate::{
    course::{Course, Moment},
    export::{Words as _, document, tests::Plain},
    measures::find,
    passage::Passage,
    record::{
        Alert, AppointmentKind, Entry, Excerpt, Level, Note, Numbers, Plan, Profile, PutOff, Receipt, Rest,
        SCALES,
    },
};

impl Words for Plain {
    fn column(&self, column: Column) -> String {
        format!("{column:?}")
    }
    fn yes(&self) -> &'static str {
        "yes"
    }
    fn prorated(&self) -> &'static str {
        "a mean stands for missing answers"
    }
    fn flag(&self) -> &'static str {
        "a flag, not an assessment"
    }
}

fn at(text: &str) -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339(text).unwrap()
}

fn noon() -> DateTime<FixedOffset> {
    at("2026-10-14T12:00:00+02:00")
}

fn client() -> AccountId {
    AccountId::from_random([1; 16])
}

fn me() -> AccountId {
    AccountId::from_random([2; 16])
}

fn of(number: u16, owner: AccountId, body: Body) -> Opened {
    let [high, low] = number.to_be_bytes();
    let mut id = [7; 16];
    (id[0], id[1]) = (high, low);
    Opened {
        id: RecordId::from_random(id),
        owner,
        rev: Rev(1),
        epoch: Epoch(0),
        body,
        recipients: Vec::new(),
    }
}

fn page(words: &str) -> Body {
    let mut entry = Entry::new(Moment::NextDays, None, noon());
    entry.set_answer("still", "What is still with you?", words.into());
    entry.finished = Some(noon());
    Body::Entry(entry)
}

fn check_in(note: &str, day: Option<i64>) -> CheckIn {
    let mut check_in = CheckIn::new(noon());
    check_in.mood = Level::new(4);
    check_in.sleep = Level::new(2);
    check_in.feelings = vec!["tender".into()];
    check_in.note = note.into();
    check_in.day -= chrono::Duration::days(day.unwrap_or_default());
    check_in
}

fn phq(answers: &[u8]) -> Measure {
    let mut measure = Measure::new(find("phq-9").unwrap(), "en", noon());
    for (item, value) in (1..).zip(answers) {
        measure.answers.insert(item, *value);
    }
    measure.finished = Some(noon());
    measure
}

fn record_of(records: &[Opened]) -> SharedRecord {
    SharedRecord::new(records, client(), me(), "Maya".into(), at("2026-11-25T14:00:00+01:00"))
}

/// The resources of a bundle of one kind.
fn resources(records: &[Opened], kind: &str) -> Vec<Value> {
    let whole: Value = serde_json::from_slice(&bundle(&record_of(records), &Plain)).unwrap();
    let entries = whole["entry"].as_array().unwrap().clone();
    let mut resources: Vec<Value> = entries.into_iter().map(|entry| entry["resource"].clone()).collect();
    resources.retain(|resource| resource["resourceType"] == kind);
    resources
}

#[test]
fn a_questionnaire_has_its_codes_and_its_total() {
    let records = [of(1, client(), Body::Measure(phq(&[1, 2, 3, 0, 1, 2, 3, 0, 1, 2])))];
    let responses = resources(&records, "QuestionnaireResponse");
    assert_eq!(responses[0]["questionnaire"], "http://loinc.org/q/44249-1");
    assert_eq!(responses[0]["status"], "completed");
    let items = responses[0]["item"].as_array().unwrap();
    assert_eq!(items.len(), 10);
    assert_eq!(items[0]["linkId"], "/44250-9");
    assert_eq!(items[0]["text"], "Little interest or pleasure in doing things");
    let answer = &items[1]["answer"][0]["valueCoding"];
    assert_eq!((&answer["system"], &answer["code"]), (&"http://loinc.org".into(), &"LA6570-1".into()));
    assert_eq!(answer["display"], "More than half the days");
    assert_eq!(answer["extension"][0]["valueDecimal"], 2);
    let totals = resources(&records, "Observation");
    assert_eq!(totals[0]["code"]["coding"][0]["code"], "44261-6");
    assert_eq!(totals[0]["valueInteger"], 13);
    assert_eq!(totals[0]["interpretation"][0]["text"], "moderate");
    assert_eq!(totals[0]["note"], Value::Null);
    assert_eq!(totals[0]["derivedFrom"][0]["reference"], format!("urn:uuid:{}", records[0].id));
}

#[test]
fn a_question_left_out_has_no_answer_and_a_mean_is_said_to_be_one() {
    let mut measure = phq(&[1, 1, 1, 1, 1, 1, 1, 1, 0]);
    measure.answers.remove(&2);
    measure.corrected = Some(noon());
    let records = [of(1, client(), Body::Measure(measure))];
    let responses = resources(&records, "QuestionnaireResponse");
    assert_eq!(responses[0]["item"][1]["answer"], Value::Null);
    assert_eq!(responses[0]["status"], "amended");
    let totals = resources(&records, "Observation");
    assert_eq!(totals[0]["note"][0]["text"], "a mean stands for missing answers");
}

#[test]
fn a_questionnaire_that_is_not_finished_is_in_nothing() {
    let mut measure = phq(&[3, 3]);
    measure.finished = None;
    let records = [of(1, client(), Body::Measure(measure))];
    assert!(resources(&records, "QuestionnaireResponse").is_empty());
    assert_eq!(measures(&record_of(&records), &Plain).lines().count(), 1);
}

#[test]
fn a_check_in_for_another_day_has_that_day_and_no_hour() {
    let records = [of(1, client(), Body::CheckIn(check_in("late", Some(2))))];
    let seen = resources(&records, "Observation");
    assert_eq!(seen[0]["effectiveDateTime"], "2026-10-12");
    assert_eq!(seen[0]["issued"], "2026-10-14T12:00:00+02:00");
    assert_eq!(seen[0]["component"][0]["valueInteger"], 4);
    assert_eq!(seen[0]["component"][2]["valueString"], "tender");
    assert_eq!(seen[0]["note"][0]["text"], "late");
    let same_day = [of(1, client(), Body::CheckIn(check_in("", None)))];
    assert_eq!(resources(&same_day, "Observation")[0]["effectiveDateTime"], "2026-10-14T12:00:00+02:00");
}

#[test]
fn an_answer_that_was_sent_is_there_without_its_questionnaire() {
    let alert =
        Alert::of(RecordId::from_random([9; 16]), &phq(&[0, 0, 0, 0, 0, 0, 0, 0, 2]), noon()).unwrap();
    let seen = resources(&[of(1, client(), Body::Alert(alert))], "Observation");
    assert_eq!(seen[0]["code"]["coding"][0]["code"], "44260-8");
    assert_eq!(seen[0]["valueInteger"], 2);
    assert_eq!(seen[0]["note"][0]["text"], "a flag, not an assessment");
}

#[test]
fn a_page_is_its_words_as_plain_text() {
    let seen = resources(&[of(1, client(), page("the house ✎"))], "DocumentReference");
    let expected = wire::bytes::to_base64("What is still with you?\nthe house ✎".as_bytes());
    assert_eq!(seen[0]["content"][0]["attachment"]["data"], expected);
}

#[test]
fn all_references_lead_to_something_in_the_bundle() {
    let records = [
        of(1, client(), Body::Measure(phq(&[1; 10]))),
        of(2, client(), page("a")),
        of(3, client(), Body::CheckIn(check_in("b", None))),
    ];
    let whole: Value = serde_json::from_slice(&bundle(&record_of(&records), &Plain)).unwrap();
    let entries = whole["entry"].as_array().unwrap();
    let mut urls: Vec<_> = entries.iter().map(|entry| entry["fullUrl"].as_str().unwrap()).collect();
    for entry in entries {
        let id = entry["resource"]["id"].as_str().unwrap();
        assert_eq!(entry["fullUrl"], format!("urn:uuid:{id}"));
    }
    let mut pointed = Vec::new();
    references(&whole, &mut pointed);
    assert!(pointed.len() >= 8 && pointed.iter().all(|to| urls.contains(&to.as_str())));
    let many = urls.len();
    urls.sort_unstable();
    urls.dedup();
    assert_eq!((urls.len(), many), (5, 5));
}

fn references(value: &Value, all: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                match value.as_str().filter(|_| name == "reference") {
                    Some(to) => all.push(to.into()),
                    None => references(value, all),
                }
            }
        }
        Value::Array(values) => values.iter().for_each(|value| references(value, all)),
        _ => {}
    }
}

#[test]
fn a_cell_that_a_spreadsheet_would_compute_is_text() {
    let dangerous =
        ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\"=1\"", " =1", "'=1", "\u{feff}=1", "＝1"];
    for words in dangerous {
        let read = cells(&[words.into()]);
        assert_eq!(read, [[format!("'{words}")]], "{words:?}");
    }
    for words in ["calm", "a = b", "14", "say \"no\"", "a, b", "two\r\nlines", ""] {
        assert_eq!(cells(&[words.into(), "x".into()]), [[words, "x"]], "{words:?}");
    }
}

/// What another program reads in one row.
fn cells(row: &[String]) -> Vec<Vec<String>> {
    let mut table = Table { out: super::csv::MARK.to_string() };
    table.row(row);
    parsed(&table.out)
}

fn parsed(table: &str) -> Vec<Vec<String>> {
    let mut reader = ::csv::ReaderBuilder::new().has_headers(false).from_reader(table.as_bytes());
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

#[test]
fn files_are_called_after_the_client_and_the_day() {
    let names = [
        ("Maya Lindqvist", "maya-lindqvist-record-2026-11-25"),
        ("../etc: “M. L.”", "etc-m-l-record-2026-11-25"),
        ("", "record-2026-11-25"),
        ("Ñu 😀", "ñu-record-2026-11-25"),
    ];
    for (name, file) in names {
        assert_eq!(SharedRecord { name: name.into(), ..record_of(&[]) }.file_name(), file);
    }
}

#[test]
fn tables_have_a_row_for_each() {
    let records = [
        of(1, client(), Body::Measure(phq(&[1, 2, 3, 0, 1, 2, 3, 0, 1]))),
        of(2, client(), Body::CheckIn(check_in("=cmd", None))),
        of(3, client(), Body::Numbers(Numbers::of(&check_in("private", Some(1))))),
    ];
    let record = record_of(&records);
    let read = parsed(&check_ins(&record, &Plain));
    assert_eq!(read[0][2], "Scale(Mood)");
    assert_eq!(read[1], ["2026-10-13", "2026-10-14 12:00", "4", "", "", "2", "", "", "", ""]);
    assert_eq!(read[2], ["2026-10-14", "2026-10-14 12:00", "4", "", "", "2", "", "tender", "'=cmd", ""]);
    let read = parsed(&measures(&record, &Plain));
    assert_eq!(read[1][..6], ["2026-10-14 12:00", "PHQ-9", "13", "moderate", "", ""]);
    assert_eq!(read[1][6..], ["1", "2", "3", "0", "1", "2", "3", "0", "1"]);
}

#[test]
fn what_was_handed_over_is_the_plan_until_she_plans_herself() {
    let planned = |owner: AccountId, number: u16, note: &str| {
        let appointment = Appointment {
            id: uuid::Uuid::from_u128(number.into()),
            kind: AppointmentKind::Integration,
            at: noon(),
            minutes: 50,
            note: Some(note.into()),
            dose: None,
            zone: None,
        };
        let plan = Plan { appointments: vec![appointment], ..Plan::new(client()) };
        Opened { recipients: vec![client(), me()], ..of(number, owner, Body::Plan(plan)) }
    };
    let notes = |records: &[Opened]| {
        let record = record_of(records);
        let written = document(&record.everything(), &Course::new(record.appointments(), noon()), &Plain);
        (record.is_empty(), ["the old room", "the new room"].map(|note| written.contains(note)))
    };
    let mut records = vec![planned(client(), 1, "the old room")];
    assert_eq!(notes(&records), (true, [true, false]), "a plan alone is nothing that was shared");
    records.push(of(2, client(), page("the house")));
    assert_eq!(notes(&records), (false, [true, false]));
    records.push(planned(me(), 3, "the new room"));
    assert_eq!(notes(&records), (false, [false, true]));
}

/// What a client may share.
fn shared() -> impl Strategy<Value = Body> {
    (0..6_u8, ".{0,30}").prop_map(|(kind, words)| match kind {
        0 => page(&words),
        1 => Body::CheckIn(check_in(&words, None)),
        2 => Body::Numbers(Numbers::of(&check_in(&words, Some(3)))),
        3 => Body::Measure(phq(&[1, 0, 2, 1, 1, 0, 0, 3, 1])),
        4 => {
            let passage = Passage { prompt: None, question: None, text: words };
            let entry = Entry::new(Moment::Free, None, noon());
            Body::Excerpt(Excerpt::new(&entry, passage, noon()))
        }
        _ => Body::Step(crate::record::Step::new(words, noon())),
    })
}

/// What must never be in it: of others, of the therapist alone, or of the app.
fn private() -> impl Strategy<Value = (AccountId, Body)> {
    let other = AccountId::from_random([3; 16]);
    (0..7_u8).prop_map(move |kind| {
        let rest = Rest::new;
        match kind {
            0 => (other, page("CANARY of another client")),
            1 => (other, Body::Measure(phq(&[3; 9]))),
            2 => (me(), Body::Note(Note::new(client(), None, noon(), noon()))),
            3 => {
                let record = RecordId::from_random([7; 16]);
                let also = Vec::new();
                (
                    me(),
                    Body::Receipt(Receipt {
                        v: 1,
                        record,
                        revision: Rev(1),
                        opened: noon(),
                        also,
                        rest: rest(),
                    }),
                )
            }
            4 => {
                let mut reply = Reply::new(RecordId::from_random([7; 16]), noon());
                reply.text = "CANARY of a draft".into();
                (me(), Body::Reply(reply))
            }
            5 => (me(), Body::Plan(Plan::new(other))),
            _ => {
                let display_name = "CANARY of a name".to_owned();
                (
                    client(),
                    Body::Profile(Profile {
                        v: 1,
                        display_name,
                        practice: None,
                        reading: None,
                        rest: rest(),
                    }),
                )
            }
        }
    })
}

proptest! {
    #[test]
    fn what_goes_into_a_table_comes_out_of_it(row in prop::collection::vec("[=+\\-@\t\r\n,\"' a-c😀\u{feff}]{0,8}|\\PC{0,12}", 2..6)) {
        let read = cells(&row);
        prop_assert_eq!(read.len(), 1);
        for (there, here) in read[0].iter().zip(&row) {
            prop_assert!(!there.starts_with(['=', '+', '-', '@', '\t', '\r']), "{:?}", there);
            prop_assert_eq!(there.strip_prefix('\'').unwrap_or(there), here);
        }
    }

    #[test]
    fn nothing_private_is_ever_in_it_whatever_lies_beside(
        shared in prop::collection::vec(shared(), 0..6),
        private in prop::collection::vec(private(), 0..6),
        turn in 0..12_usize,
    ) {
        let given: Vec<_> = (1..).zip(shared).map(|(number, body)| of(number, client(), body)).collect();
        let mut all = given.clone();
        all.extend((500..).zip(private).map(|(number, (owner, body))| of(number, owner, body)));
        let turned = turn % all.len().max(1);
        all.rotate_left(turned);
        let (one, other) = (record_of(&given), record_of(&all));
        prop_assert_eq!(bundle(&one, &Plain), bundle(&other, &Plain));
        prop_assert_eq!(check_ins(&one, &Plain), check_ins(&other, &Plain));
        prop_assert_eq!(measures(&one, &Plain), measures(&other, &Plain));
        let course = Course::new(other.appointments(), other.made);
        let page = document(&other.everything(), &course, &Plain);
        prop_assert_eq!(&page, &document(&one.everything(), &course, &Plain));
        prop_assert!(!page.contains("CANARY"));
    }
}

#[test]
fn what_the_therapist_planned_and_answered_for_the_client_is_in_the_document() {
    let mut reply = Reply::new(of(1, client(), page("a")).id, noon());
    reply.text = "I read it, thank you".into();
    let mut answer = of(2, me(), Body::Reply(reply));
    answer.recipients = vec![client()];
    let records = [of(1, client(), page("a")), answer, of(3, client(), Body::PutOff(PutOff::new()))];
    let record = record_of(&records);
    assert_eq!(record.records.len(), 2);
    assert_eq!((record.pages(), record.is_empty()), (1, false));
    let page = document(&record.everything(), &Course::new(&[], noon()), &Plain);
    assert!(page.contains("I read it, thank you"));
    assert!(record_of(&records[1..2]).is_empty());
    assert_eq!(Plain.language(), "en");
    assert_eq!(SCALES.len(), 5);
}
