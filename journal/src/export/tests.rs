use proptest::prelude::*;
use serde_json::json;

use super::*;
use crate::{
    course::{Course, Moment},
    record::{AppointmentKind, CheckIn, Entry},
};

/// Plain English, and days as ISO 8601 has them.
struct Plain;

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
    fn label(&self, _label: Label) -> &'static str {
        "label"
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

fn all_kinds() -> Vec<Opened> {
    let shipped = [
        include_str!("../../testdata/records/entry-v1.json"),
        include_str!("../../testdata/records/check_in-v1.json"),
        include_str!("../../testdata/records/plan-v1.json"),
        include_str!("../../testdata/records/drawing-v9.json"),
    ];
    (1..).zip(shipped).map(|(number, json)| opened(number, Body::parse(json.as_bytes()).unwrap())).collect()
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
    assert_eq!(value["records"][3]["body"]["weather"], "a kind from a newer version");
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
fn days_and_sessions_stand_in_order() {
    let made = at("2026-11-25T14:00:00+01:00");
    let dosing = crate::record::Appointment {
        id: uuid::Uuid::nil(),
        kind: AppointmentKind::Dosing,
        at: at("2026-10-13T09:00:00+02:00"),
        minutes: 120,
        note: None,
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

proptest! {
    #[test]
    fn what_somebody_writes_is_text_and_nothing_else(words in "[<>&\"'a-z/=! \\-]{0,40}") {
        let plain = written(&[opened(1, page("")), opened(2, Body::Unknown(json!({"kind": "x", "y": ""})))]);
        let unknown = Body::Unknown(json!({"kind": "x", "y": words.clone()}));
        let html = written(&[opened(1, page(&words)), opened(2, unknown)]);
        let tags = |html: &str| html.matches('<').count();
        prop_assert_eq!(tags(&html), tags(&plain));
        prop_assert!(!html.contains("<script"));
    }
}
