use chrono::{DateTime, FixedOffset};
use proptest::prelude::*;

use super::*;
use crate::course::Moment;

mod short;

fn at(minute: u32) -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339(&format!("2026-10-14T19:{minute:02}:00+02:00")).unwrap()
}

fn entry(answer: &str, free: &str) -> Entry {
    let mut entry = Entry::new(Moment::NextDays, None, at(0));
    entry.set_answer("next-still", "What is still with you?", answer.into());
    entry.free = free.into();
    entry
}

fn merged(base: Option<&Entry>, mine: &Entry, theirs: &Entry) -> Entry {
    let base = base.map(|entry| Body::Entry(entry.clone()));
    match merge(base.as_ref(), &Body::Entry(mine.clone()), &Body::Entry(theirs.clone())) {
        Body::Entry(entry) => entry,
        other => panic!("not an entry: {other:?}"),
    }
}

#[test]
fn every_format_that_was_shipped_is_read_and_written_back_whole() {
    for shipped in [
        include_str!("../../testdata/records/entry-v1.json"),
        include_str!("../../testdata/records/alert-v1.json"),
        include_str!("../../testdata/records/acknowledgement-v1.json"),
        include_str!("../../testdata/records/acknowledgement-v1-passed.json"),
        include_str!("../../testdata/records/attachment-v1.json"),
        include_str!("../../testdata/records/check_in-v1.json"),
        include_str!("../../testdata/records/plan-v1.json"),
        include_str!("../../testdata/records/plan-v1-measures.json"),
        include_str!("../../testdata/records/measure-v1.json"),
        include_str!("../../testdata/records/intention-v1.json"),
        include_str!("../../testdata/records/insight-v1.json"),
        include_str!("../../testdata/records/step-v1.json"),
        include_str!("../../testdata/records/agenda-v1.json"),
        include_str!("../../testdata/records/jotting-v1.json"),
        include_str!("../../testdata/records/excerpt-v1.json"),
        include_str!("../../testdata/records/numbers-v1.json"),
        include_str!("../../testdata/records/share-v1.json"),
        include_str!("../../testdata/records/rules-v1.json"),
        include_str!("../../testdata/records/rules-v1-measures.json"),
        include_str!("../../testdata/records/safety_plan-v1.json"),
        include_str!("../../testdata/records/settings-v1.json"),
        include_str!("../../testdata/records/settings-v1-reminders.json"),
        include_str!("../../testdata/records/reply-v1.json"),
        include_str!("../../testdata/records/note-v1.json"),
        include_str!("../../testdata/records/plan-v1-doses.json"),
        include_str!("../../testdata/records/plan-v1-zones.json"),
        include_str!("../../testdata/records/plan-v1-changes.json"),
        include_str!("../../testdata/records/pencilled-v1.json"),
        include_str!("../../testdata/records/template-v1.json"),
        include_str!("../../testdata/records/introduction-v1.json"),
        include_str!("../../testdata/records/consent-v1.json"),
        include_str!("../../testdata/records/drawing-v9.json"),
    ] {
        let before: Value = serde_json::from_str(shipped).unwrap();
        let body = Body::parse(shipped.as_bytes()).unwrap();
        let after: Value = serde_json::from_slice(&body.to_json()).unwrap();
        assert_eq!(before, after);
        let known = !matches!(body, Body::Unknown(_));
        assert_eq!(known, before["v"] == 1);
    }
}

#[test]
fn a_change_on_one_side_only_is_taken_as_it_is() {
    let base = entry("house", "rain");
    let mine = entry("house by the sea", "rain");
    let theirs = entry("house", "rain, then sun");
    let result = merged(Some(&base), &mine, &theirs);
    assert_eq!((result.answer("next-still"), result.free.as_str()), ("house by the sea", "rain, then sun"));
    assert_eq!(result.others, []);
}

#[test]
fn where_both_changed_the_same_words_both_versions_are_kept() {
    let base = entry("house", "");
    let result = merged(Some(&base), &entry("my house", ""), &entry("her house", ""));
    assert_eq!(result.answer("next-still"), "my house");
    assert_eq!(result.others[0].answers[0].text, "her house");
    // Meeting the same version again adds nothing.
    let again = merged(Some(&base), &result, &entry("her house", ""));
    assert_eq!(again.others.len(), 1);
}

#[test]
fn a_feeling_that_was_taken_off_does_not_come_back() {
    let mut base = entry("x", "");
    base.feelings = vec!["heavy".into()];
    let mut theirs = base.clone();
    theirs.feelings.push("calm".into());
    let mut mine = base.clone();
    mine.feelings.clear();
    assert_eq!(merged(Some(&base), &mine, &theirs).feelings, ["calm"]);
    assert_eq!(merged(Some(&base), &theirs, &mine).feelings, ["calm"]);
}

#[test]
fn a_finished_entry_stays_finished() {
    let mut theirs = entry("x", "");
    theirs.finished = Some(at(5));
    assert_eq!(merged(None, &entry("y", ""), &theirs).finished, Some(at(5)));
}

#[test]
fn the_first_words_are_the_persons_own() {
    assert_eq!(entry("the house  by\nthe sea", "").first_words(13), "the house by…");
    assert_eq!(entry("the house by the sea", "").first_words(11), "the house…");
    assert_eq!(entry("grandmother", "").first_words(5), "grand…");
    assert_eq!(entry("", "rain").first_words(13), "rain");
    let mut touched = entry("", " ");
    touched.feelings = vec!["calm".into(), "heavy".into()];
    assert_eq!(touched.first_words(20), "");
    assert!(!touched.is_empty() && entry(" ", "\n").is_empty());
}

#[test]
fn a_level_is_one_of_five() {
    assert_eq!(Level::new(0), None);
    assert_eq!(Level::new(6), None);
    assert!(serde_json::from_str::<Level>("9").is_err());
}

fn everything(entry: &Entry) -> String {
    serde_json::to_string(entry).unwrap()
}

proptest! {
    #[test]
    fn no_word_of_either_side_is_dropped_by_a_merge(
        mine in "[a-z]{1,8}", theirs in "[a-z]{1,8}", my_free in "[a-z]{0,8}", their_free in "[a-z]{0,8}",
        with_base in any::<bool>(),
    ) {
        let base = entry("", "");
        let (mine, theirs) = (entry(&mine, &my_free), entry(&theirs, &their_free));
        let text = everything(&merged(with_base.then_some(&base), &mine, &theirs));
        for words in [mine.answer("next-still"), &mine.free, theirs.answer("next-still"), &theirs.free] {
            prop_assert!(text.contains(words), "{words} is gone from {text}");
        }
    }

    #[test]
    fn arbitrary_bytes_are_refused_without_a_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        prop_assert!(Body::parse(&bytes).is_err());
    }

    #[test]
    fn any_text_survives_being_written_down(text in "\\PC{0,200}") {
        let body = Body::Entry(entry(&text, &text));
        prop_assert_eq!(Body::parse(&body.to_json()).unwrap(), body);
    }
}
