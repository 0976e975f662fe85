use chrono::DateTime;
use proptest::prelude::*;

use super::*;
use crate::course::Moment;

fn entry(answers: &[(&str, &str, &str)], free: &str) -> Entry {
    let at = DateTime::parse_from_rfc3339("2026-10-14T19:00:00+02:00").unwrap();
    let mut entry = Entry::new(Moment::NextDays, None, at);
    for (prompt, question, text) in answers {
        entry.set_answer(prompt, question, (*text).into());
    }
    entry.free = free.into();
    entry
}

fn cut(text: &str) -> Vec<&str> {
    sentences(text).into_iter().map(|place| &text[place]).collect()
}

#[test]
fn sentences_end_where_a_reader_would_end_them() {
    let table: [(&str, &[&str]); 14] = [
        ("", &[]),
        (" \n\t ", &[]),
        ("rain", &["rain"]),
        (
            "The house by the sea. It was empty!  Nobody there?",
            &["The house by the sea.", "It was empty!", "Nobody there?"],
        ),
        ("i saw the house. it was empty", &["i saw the house.", "it was empty"]),
        ("one line\nanother line\r\n\r\nthe last", &["one line", "another line", "the last"]),
        ("\"Why?\" she asked. I did not know.", &["\"Why?\" she asked.", "I did not know."]),
        ("She said “Stay.” Then it was dark.", &["She said “Stay.”", "Then it was dark."]),
        ("Dr. Okafor was there. At 3.15 it ended.", &["Dr. Okafor was there.", "At 3.15 it ended."]),
        ("wait… not yet. Wait… Now.", &["wait… not yet.", "Wait…", "Now."]),
        ("¿Por qué no? Porque no. ¡Ya!", &["¿Por qué no?", "Porque no.", "¡Ya!"]),
        ("我看到了那座房子。它是空的！没有人", &["我看到了那座房子。", "它是空的！", "没有人"]),
        ("मैंने घर देखा। वह खाली था।", &["मैंने घर देखा।", "वह खाली था।"]),
        ("M. L. and I. Then none.", &["M. L. and I.", "Then none."]),
    ];
    for (text, expected) in table {
        assert_eq!(cut(text), expected, "{text:?}");
    }
}

#[test]
fn a_long_sentence_is_cut_at_a_comma_or_between_words() {
    let clause = "and then the stairs went on and on without any light at all";
    let with_commas = [clause; 6].join(", ");
    let pieces = cut(&with_commas);
    assert!(
        pieces.len() > 1 && pieces[..pieces.len() - 1].iter().all(|piece| piece.ends_with(',')),
        "{pieces:?}"
    );
    let without = [clause; 6].join(" ");
    assert!(cut(&without).iter().all(|piece| piece.chars().count() <= 180), "{:?}", cut(&without));
    // What has no place to cut is one piece.
    let one = "あ".repeat(400);
    assert_eq!(cut(&one), [one.as_str()]);
}

#[test]
fn a_passage_is_the_exact_words_with_their_question() {
    let entry =
        entry(&[("a", "What is still with you?", "One.  Two.\nThree."), ("b", "And?", "  ")], "Free.");
    let texts = texts(&entry);
    assert_eq!(texts.len(), 2, "what was skipped is not there to be chosen");
    let passage = marked(&texts, Mark { text: 0, first: 1, last: 2 }).unwrap();
    assert_eq!(passage.text, "Two.\nThree.");
    assert_eq!(
        (passage.prompt.as_deref(), passage.question.as_deref()),
        (Some("a"), Some("What is still with you?"))
    );
    assert_eq!(find(&texts, &passage), Some(Mark { text: 0, first: 1, last: 2 }));
    let free = marked(&texts, Mark { text: 1, first: 0, last: 0 }).unwrap();
    assert_eq!((free.prompt, free.question, free.text.as_str()), (None, None, "Free."));
    assert_eq!(marked(&texts, Mark { text: 2, first: 0, last: 0 }), None);
}

#[test]
fn words_that_moved_are_found_and_words_that_went_are_not() {
    let before = texts(&entry(&[("a", "?", "One. Two. Three.")], ""));
    let passage = marked(&before, Mark { text: 0, first: 1, last: 1 }).unwrap();
    let after = texts(&entry(&[("a", "?", "Zero. One. Two. Three.")], ""));
    assert_eq!(find(&after, &passage), Some(Mark { text: 0, first: 2, last: 2 }));
    let gone = texts(&entry(&[("a", "?", "One. Three.")], "Two."));
    assert_eq!(find(&gone, &passage), None, "the same words to another question are not this passage");
}

#[test]
fn a_tap_marks_up_to_it_and_a_second_tap_takes_off() {
    let mark = |first, last| Some(Mark { text: 0, first, last });
    let table = [
        (None, 2, mark(2, 2)),
        (mark(2, 2), 4, mark(2, 4)),
        (mark(2, 4), 0, mark(0, 4)),
        (mark(2, 2), 2, None),
        (mark(1, 5), 1, mark(2, 5)),
        (mark(1, 5), 5, mark(1, 4)),
        (mark(1, 5), 2, mark(3, 5)),
        (mark(1, 5), 3, mark(1, 2)),
    ];
    for (before, tapped, after) in table {
        assert_eq!(touch(before, 0, tapped), after, "{before:?} {tapped}");
    }
    assert_eq!(touch(mark(1, 5), 1, 3), Some(Mark { text: 1, first: 3, last: 3 }));
}

fn any_text() -> impl Strategy<Value = String> {
    let signs = prop_oneof![
        Just(" ".to_owned()),
        Just(". ".to_owned()),
        Just("\n".to_owned()),
        Just(", ".to_owned()),
        Just("。".to_owned()),
        Just("\u{301}".to_owned()),
        Just("\u{200d}".to_owned()),
        Just("👩‍👧".to_owned()),
        Just("\u{202e}".to_owned()),
        Just("…".to_owned()),
        Just("?\"".to_owned()),
        "[a-zA-Zé]{1,12}",
        "\\PC{1,6}",
    ];
    proptest::collection::vec(signs, 0..80).prop_map(|parts| parts.concat())
}

proptest! {
    #[test]
    fn no_character_is_lost_between_sentences(text in any_text()) {
        let mut at = 0;
        for place in sentences(&text) {
            prop_assert!(text[at..place.start].trim().is_empty());
            let sentence = &text[place.clone()];
            prop_assert!(!sentence.is_empty() && sentence == sentence.trim());
            at = place.end;
        }
        prop_assert!(text[at..].trim().is_empty());
    }

    #[test]
    fn every_passage_stands_in_its_text_word_for_word(text in any_text(), one in 0..40_usize, other in 0..40_usize) {
        let texts = texts(&entry(&[("a", "?", &text)], ""));
        if let Some(text) = texts.first() {
            let (first, last) = (one.min(other) % text.sentences.len(), one.max(other) % text.sentences.len());
            let (first, last) = (first.min(last), first.max(last));
            let passage = marked(&texts, Mark { text: 0, first, last }).unwrap();
            prop_assert!(text.whole.text.contains(&passage.text));
            prop_assert!(passage.text.starts_with(text.sentence(first)) && passage.text.ends_with(text.sentence(last)));
            prop_assert!(find(&texts, &passage).is_some());
        }
    }

    #[test]
    fn a_tap_always_turns_its_sentence_over_and_the_mark_stays_whole(
        taps in proptest::collection::vec((0..2_usize, 0..9_usize), 1..40),
    ) {
        let mut mark = None;
        for (text, sentence) in taps {
            let was = mark.is_some_and(|mark: Mark| mark.covers(text, sentence));
            mark = touch(mark, text, sentence);
            prop_assert_eq!(mark.is_some_and(|mark| mark.covers(text, sentence)), !was);
            prop_assert!(mark.is_none_or(|mark| mark.first <= mark.last));
        }
    }
}
