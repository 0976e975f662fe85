use chrono::DateTime;
use proptest::prelude::*;

use super::*;
use crate::{
    course::Moment,
    record::{Body, merge},
};

fn entry(still: &str, themes: &str, free: &str) -> Entry {
    let now = DateTime::parse_from_rfc3339("2026-10-14T19:00:00+02:00").unwrap();
    let mut entry = Entry::new(Moment::NextDays, None, now);
    entry.set_answer("next-still", "What is still with you?", still.into());
    entry.set_answer("next-themes", "What keeps coming back?", themes.into());
    entry.free = free.into();
    entry
}

fn met(base: &Entry, mine: &Entry, theirs: &Entry) -> Entry {
    let [base, mine, theirs] = [base, mine, theirs].map(|entry| Body::Entry(entry.clone()));
    match merge(Some(&base), &mine, &theirs) {
        Body::Entry(entry) => entry,
        other => panic!("not an entry: {other:?}"),
    }
}

#[test]
fn only_what_differs_is_put_to_the_author() {
    let base = entry("house", "rain", "");
    let entry = met(&base, &entry("my house", "rain and wind", ""), &entry("her house", "rain", "dawn"));
    let differences = entry.differences(&entry.others[0]);
    let expected = Difference {
        question: Some("What is still with you?".into()),
        first: "my house".into(),
        second: "her house".into(),
    };
    assert_eq!(differences, [expected]);
    assert_eq!(entry.free, "dawn");
}

#[test]
fn whichever_version_is_chosen_the_rest_of_the_page_stays() {
    let base = entry("house", "rain", "");
    let met = met(&base, &entry("my house", "rain and wind", ""), &entry("her house", "rain", "dawn"));
    let said = |choice| {
        let entry = met.chosen(choice);
        assert_eq!(entry.others, []);
        assert_eq!((entry.answer("next-themes"), entry.free.as_str()), ("rain and wind", "dawn"));
        entry.answer("next-still").to_owned()
    };
    assert_eq!(said(Choice::First), "my house");
    assert_eq!(said(Choice::Second), "her house");
    assert_eq!(said(Choice::Both), "my house\n\nher house");
}

#[test]
fn what_was_decided_on_one_device_is_not_asked_on_the_other() {
    let base = entry("house", "", "");
    let both = met(&base, &entry("my house", "", ""), &entry("her house", "", ""));
    let decided = both.chosen(Choice::Second);
    let mut elsewhere = both.clone();
    elsewhere.free = "rain".into();
    for (mine, theirs) in [(&decided, &elsewhere), (&elsewhere, &decided)] {
        let met = met(&both, mine, theirs);
        assert_eq!((met.answer("next-still"), met.free.as_str(), met.others.len()), ("her house", "rain", 0));
    }
}

#[test]
fn three_devices_are_decided_one_by_one() {
    let base = entry("house", "", "");
    let two = met(&base, &entry("one", "", ""), &entry("two", "", ""));
    let three = met(&base, &two, &entry("three", "", ""));
    assert_eq!(three.others.len(), 2);
    let all = three.chosen(Choice::Both).chosen(Choice::Both);
    assert_eq!(all.answer("next-still"), "one\n\ntwo\n\nthree");
    assert_eq!(all, all.chosen(Choice::Second));
}

proptest! {
    #[test]
    fn keeping_both_drops_no_word(
        words in proptest::collection::vec("[a-z]{0,6}", 9),
    ) {
        let page = |at: usize| entry(&words[at], &words[at + 1], &words[at + 2]);
        let (base, mine, theirs) = (page(0), page(3), page(6));
        let mut entry = met(&base, &mine, &theirs);
        while !entry.others.is_empty() {
            entry = entry.chosen(Choice::Both);
        }
        let text = serde_json::to_string(&entry).unwrap();
        for (word, was) in words[3..].iter().zip(words[..3].iter().cycle()) {
            prop_assert!(word == was || text.contains(word.as_str()), "{word} is gone from {text}");
        }
    }
}
