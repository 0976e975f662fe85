use proptest::prelude::*;
use serde_json::json;

use super::*;
use crate::{
    course::{Course, Moment},
    record::{AppointmentKind, CheckIn, Done, Entry, Part},
};

/// Plain English, and days as ISO 8601 has them.
pub(crate) struct Plain;

impl Words for Plain {
    fn language(&self) -> &'static str {
        "en"
    }
    fn title(&self, name: &str) -> String {
        format!("Journal of {name}")
    }
    fn made(&self, at: DateTime<FixedOffset>) -> String {
        at.to_rfc3339()
    }
    fn month(&self, day: chrono::NaiveDate) -> String {
        day.format("%Y-%m").to_string()
    }
    fn day(&self, day: chrono::NaiveDate) -> String {
        day.to_string()
    }
    fn time(&self, at: DateTime<FixedOffset>) -> String {
        at.format("%H:%M").to_string()
    }
    fn moment(&self, _moment: Moment) -> &'static str {
        "A page"
    }
    fn dosing(&self, number: usize) -> String {
        format!("Session {number}")
    }
    fn appointment(&self, _kind: AppointmentKind) -> &'static str {
        "Appointment"
    }
    fn levels(&self, check_in: &CheckIn) -> String {
        format!("mood {:?}", check_in.mood.map(crate::record::Level::step))
    }
    fn feeling<'a>(&self, id: &'a str) -> &'a str {
        id
    }
    fn done(&self, _done: Done) -> &'static str {
        "Something done"
    }
    fn opened(&self, by: Option<&str>, at: DateTime<FixedOffset>) -> String {
        format!("opened by {} at {at}", by.unwrap_or("somebody"))
    }
    fn safety(&self, _part: Part) -> &'static str {
        "A heading"
    }
    fn label(&self, label: Label) -> &'static str {
        Box::leak(format!("label {label:?}").into_boxed_str())
    }
}

fn at(text: &str) -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339(text).unwrap()
}

fn opened(number: u8, body: Body) -> Opened {
    Opened {
        id: RecordId::from_random([number; 16]),
        owner: AccountId::from_random([1; 16]),
        rev: Rev(3),
        epoch: Epoch(2),
        body,
        recipients: vec![AccountId::from_random([2; 16])],
    }
}

fn page(words: &str) -> Body {
    let mut entry = Entry::new(Moment::Free, None, at("2026-10-14T19:00:00+02:00"));
    entry.set_answer("prompt", &format!("Asked {words}"), format!("answered {words}"));
    entry.feelings = vec![format!("felt {words}")];
    entry.free = format!("free {words}");
    Body::Entry(entry)
}

fn written(records: &[Opened]) -> String {
    let made = at("2026-11-25T14:00:00+01:00");
    let everything = Everything::new(AccountId::from_random([1; 16]), "maya", made, records, &[]);
    document(&everything, &Course::new(&[], made), &Plain)
}

/// Every kind, with the label that names it.
fn every_kind() -> Vec<(Body, &'static str)> {
    let shipped = |json: &str| Body::parse(json.as_bytes()).unwrap();
    let made = |value: serde_json::Value| Body::parse(value.to_string().as_bytes()).unwrap();
    let (id, then) = ("00000000-0000-4000-8000-000000000007", "2026-10-14T19:00:00+02:00");
    let keys = json!({"sharing": "A".repeat(43), "signing": "A".repeat(43), "signature": "A".repeat(86)});
    vec![
        (shipped(include_str!("../../testdata/records/entry-v1.json")), "A page"),
        (shipped(include_str!("../../testdata/records/check_in-v1.json")), "label CheckIn"),
        (shipped(include_str!("../../testdata/records/measure-v1.json")), "label Measure"),
        (shipped(include_str!("../../testdata/records/intention-v1.json")), "label Intention"),
        (shipped(include_str!("../../testdata/records/insight-v1.json")), "label Insight"),
        (shipped(include_str!("../../testdata/records/step-v1.json")), "label Step"),
        (shipped(include_str!("../../testdata/records/agenda-v1.json")), "label Agenda"),
        (shipped(include_str!("../../testdata/records/jotting-v1.json")), "label Jotting"),
        (shipped(include_str!("../../testdata/records/attachment-v1.json")), "label Sketch"),
        (shipped(include_str!("../../testdata/records/safety_plan-v1.json")), "label SafetyPlan"),
        (shipped(include_str!("../../testdata/records/plan-v1.json")), "label Plan"),
        (shipped(include_str!("../../testdata/records/plan-v1-measures.json")), "label Plan"),
        (shipped(include_str!("../../testdata/records/excerpt-v1.json")), "label Excerpt"),
        (shipped(include_str!("../../testdata/records/numbers-v1.json")), "label Numbers"),
        (shipped(include_str!("../../testdata/records/share-v1.json")), "label Share"),
        (shipped(include_str!("../../testdata/records/rules-v1.json")), "label Rules"),
        (shipped(include_str!("../../testdata/records/settings-v1.json")), "label Settings"),
        (shipped(include_str!("../../testdata/records/drawing-v9.json")), "label Unknown"),
        (shipped(include_str!("../../testdata/records/alert-v1.json")), "label Alert"),
        (shipped(include_str!("../../testdata/records/acknowledgement-v1.json")), "label Acknowledgement"),
        (shipped(include_str!("../../testdata/records/reply-v1.json")), "label Reply"),
        (shipped(include_str!("../../testdata/records/note-v1.json")), "label Note"),
        (shipped(include_str!("../../testdata/records/introduction-v1.json")), "label Introduction"),
        (shipped(include_str!("../../testdata/records/consent-v1.json")), "label Consent"),
        (
            made(json!({"kind": "put_off", "v": 1, "not_now": [{"day": "2026-10-14", "what": "check-in"}]})),
            "label PutOff",
        ),
        (made(json!({"kind": "profile", "v": 1, "display_name": "Maya", "practice": null})), "label Profile"),
        (
            made(json!({"kind": "receipt", "v": 1, "record": id, "revision": 1, "opened": then})),
            "label Receipt",
        ),
        (
            made(
                json!({"kind": "invitation", "v": 1, "invite": id, "fragment": "f", "called": "M", "made": then}),
            ),
            "label Invitation",
        ),
        (
            made(json!({"kind": "pin", "v": 1, "peer": id, "keys": keys, "how": "invite", "pinned": then})),
            "label Pin",
        ),
    ]
}

fn all_kinds() -> Vec<Opened> {
    (1..).zip(every_kind()).map(|(number, (body, _))| opened(number, body)).collect()
}

#[test]
fn every_record_comes_back_from_the_json_file_whole() {
    let records = all_kinds();
    let made = at("2026-11-25T14:00:00+01:00");
    let lost = [RecordId::from_random([9; 16])];
    let everything = Everything::new(AccountId::from_random([1; 16]), "maya", made, &records, &lost);
    let json = everything.to_json();
    let read: Everything<'_> = serde_json::from_slice(&json).unwrap();
    assert_eq!(read, everything);
    let value: serde_json::Value = serde_json::from_slice(&json).unwrap();
    assert_eq!(value["records"][17]["body"]["weather"], "a kind from a newer version");
}

#[test]
fn every_word_of_every_record_is_in_the_document() {
    let records = all_kinds();
    let html = written(&records);
    for record in &records {
        for words in record.body.words().into_iter().filter(|words| !words.trim().is_empty()) {
            let escaped = words.replace('&', "&amp;").replace('\'', "&#39;").replace('"', "&quot;");
            // A feeling is there in one language.
            let feeling = crate::prompts::FEELINGS.iter().flat_map(|(_, all)| *all);
            let is_translation = feeling.into_iter().any(|feeling| feeling.name.spanish == words);
            assert!(html.contains(&escaped) || is_translation, "{words} is missing");
        }
    }
    assert!(html.contains("a kind from a newer version"));
}

#[test]
fn every_kind_of_record_is_named_and_nothing_else_says_it() {
    for (body, label) in every_kind() {
        let unknown = matches!(body, Body::Unknown(_));
        let html = written(&[opened(1, body)]);
        assert!(html.contains(label), "{label} is missing");
        assert_eq!(html.contains("label Unknown"), unknown, "{label}");
    }
}

#[test]
fn a_measure_stands_with_its_questions_answers_and_sum() {
    let mut measure = crate::record::Measure::new(
        crate::measures::find("gad-7").unwrap(),
        "es",
        at("2026-10-14T19:00:00+02:00"),
    );
    for item in 1..=6 {
        measure.answer(item, Some(2), at("2026-10-14T19:01:00+02:00"));
    }
    measure.finished = Some(at("2026-10-14T19:02:00+02:00"));
    let wording = crate::measures::find("gad-7").unwrap().wording("es").unwrap().0;
    let html = written(&[opened(1, Body::Measure(measure))]);
    assert!(wording.items.iter().all(|question| html.contains(question.as_str())));
    assert_eq!(html.matches(&format!("{} (2)", wording.options[2])).count(), 6);
    assert_eq!(html.matches("label Skipped").count(), 1);
    assert!(html.contains("label Prorated: 14"));
}

#[test]
fn an_attachment_leads_to_its_file_or_says_that_it_is_missing() {
    let records = [opened(1, every_kind().remove(8).0)];
    let made = at("2026-11-25T14:00:00+01:00");
    let Body::Attachment(attachment) = &records[0].body else { panic!("not an attachment") };
    let name = file_name(records[0].id, attachment).unwrap();
    assert_eq!(name, format!("attachments/2026-10-14-sketch-{}.webm", records[0].id));
    let files = BTreeMap::from([(records[0].id, name.clone())]);
    let everything = Everything::new(AccountId::from_random([1; 16]), "maya", made, &records, &[]);
    let without = document(&everything, &Course::new(&[], made), &Plain);
    assert!(without.contains("label Missing") && !without.contains("label File"));
    let everything = everything.with_files(&files);
    let with = document(&everything, &Course::new(&[], made), &Plain);
    assert!(with.contains(&format!("<a href=\"{name}\">label File</a>")) && !with.contains("label Missing"));
    assert!(with.contains("src=\"data:image/jpeg;base64,AAAA\""));
    let value: serde_json::Value = serde_json::from_slice(&everything.to_json()).unwrap();
    assert_eq!(value["records"][0]["file"], name.as_str());
}

#[test]
fn who_opened_something_stands_beside_it_and_a_receipt_for_what_is_not_there_stands_for_itself() {
    let reader = AccountId::from_random([2; 16]);
    let by_reader = |number: u8, body: serde_json::Value| Opened {
        owner: reader,
        ..opened(number, Body::parse(body.to_string().as_bytes()).unwrap())
    };
    let receipt = |number: u8, of: u8, when: &str| {
        let record = RecordId::from_random([of; 16]);
        by_reader(number, json!({"kind": "receipt", "v": 1, "record": record, "revision": 1, "opened": when}))
    };
    let mut records = vec![opened(1, page("x")), receipt(3, 1, "2026-10-15T09:00:00+02:00")];
    let html = written(&records);
    assert_eq!(html.matches("opened by somebody at 2026-10-15 09:00:00 +02:00").count(), 1);
    assert!(!html.contains("label Receipt"));
    // She is known by name; what she opened first counts, and what is gone is told as it was kept.
    records.push(by_reader(
        4,
        json!({"kind": "profile", "v": 1, "display_name": "Dr. Okafor", "practice": null}),
    ));
    records.push(receipt(5, 1, "2026-10-14T20:00:00+02:00"));
    records.push(receipt(6, 9, "2026-10-14T20:00:00+02:00"));
    let html = written(&records);
    assert_eq!(html.matches("opened by Dr. Okafor at 2026-10-14 20:00:00 +02:00").count(), 1);
    assert_eq!(html.matches("opened by").count(), 1);
    assert_eq!(html.matches("label Receipt").count(), 1);
}

#[test]
fn the_same_journal_at_the_same_time_is_the_same_bytes() {
    let records = all_kinds();
    assert_eq!(written(&records), written(&records.clone()));
    let made = at("2026-11-25T14:00:00+01:00");
    let json = |records: &[Opened]| {
        Everything::new(AccountId::from_random([1; 16]), "maya", made, records, &[]).to_json()
    };
    assert_eq!(json(&records), json(&records.clone()));
}

#[test]
fn days_and_sessions_stand_in_order() {
    let made = at("2026-11-25T14:00:00+01:00");
    let dosing = crate::record::Appointment {
        id: uuid::Uuid::nil(),
        kind: AppointmentKind::Dosing,
        at: at("2026-10-13T09:00:00+02:00"),
        minutes: 120,
        note: None,
        dose: None,
        zone: None,
    };
    let mut later = CheckIn::new(at("2026-11-01T09:00:00+01:00"));
    later.note = "the sea".into();
    let records = [opened(1, Body::CheckIn(later)), opened(2, page("x"))];
    let everything = Everything::new(AccountId::from_random([1; 16]), "maya", made, &records, &[]);
    let html = document(&everything, &Course::new(&[dosing], made), &Plain);
    let places = ["Session 1", "2026-10-14", "answered x", "2026-11-01", "the sea"]
        .map(|text| html.find(text).unwrap());
    assert!(places.is_sorted());
    assert!(html.contains("href=\"#m2026-10\"") && html.contains("id=\"m2026-10\""));
}

#[test]
fn a_session_stands_on_the_day_of_the_pages_around_it_wherever_it_is_taken_out() {
    let made = at("2026-11-25T14:00:00+01:00");
    // In Tokyo it was already the fourteenth.
    let session = crate::record::Appointment {
        id: uuid::Uuid::nil(),
        kind: AppointmentKind::Dosing,
        at: at("2026-10-13T20:00:00+02:00"),
        minutes: 120,
        note: None,
        dose: None,
        zone: None,
    };
    let mut there = CheckIn::new(at("2026-10-14T06:00:00+09:00"));
    there.note = "the sea".into();
    let records = [opened(1, Body::CheckIn(there))];
    let everything = Everything::new(AccountId::from_random([1; 16]), "maya", made, &records, &[]);
    let html = document(&everything, &Course::new(&[session], made), &Plain);
    let places = ["2026-10-14", "Session 1", "the sea"].map(|text| html.find(text).unwrap());
    assert!(places.is_sorted() && !html.contains("2026-10-13"), "{html}");
}

proptest! {
    #[test]
    fn what_somebody_writes_is_text_and_nothing_else(words in "[<>&\"'a-z/=! \\-]{0,40}") {
        let all = |words: &str| {
            let Body::Attachment(mut beside) = every_kind().remove(8).0 else { panic!("not an attachment") };
            beside.about = format!("about {words}");
            let unknown = Body::Unknown(json!({"kind": "x", "y": words}));
            written(&[opened(1, page(words)), opened(2, unknown), opened(3, Body::Attachment(beside))])
        };
        let (plain, html) = (all(""), all(&words));
        let count = |html: &str, mark| html.matches(mark).count();
        prop_assert_eq!(count(&html, '<'), count(&plain, '<'));
        // Quotes of the raw record and of the person are escaped: no attribute begins or ends anew.
        prop_assert_eq!(count(&html, '"'), count(&plain, '"'));
        prop_assert!(!html.contains("<script"));
    }
}
