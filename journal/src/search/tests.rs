use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

use super::*;

fn id(place: u8) -> RecordId {
    RecordId::from_random([place; 16])
}

fn index(texts: &[&str]) -> Index {
    let mut index = Index::default();
    for (place, text) in (0..).zip(texts) {
        index.put(id(place), [*text]);
    }
    index
}

fn found(texts: &[&str], typed: &str) -> Vec<usize> {
    let index = index(texts);
    let ids: Vec<RecordId> = index.find(&Query::parse(typed)).collect();
    (0..texts.len()).filter(|place| ids.contains(&id(u8::try_from(*place).unwrap()))).collect()
}

fn shown(words: &str, typed: &str, around: usize) -> Option<String> {
    let pieces = Query::parse(typed).passage([words], around)?;
    Some(
        pieces
            .iter()
            .map(|piece| if piece.hit { format!("[{}]", piece.text) } else { piece.text.clone() })
            .collect(),
    )
}

const PAGES: [&str; 4] = [
    "The house by the sea was my grandmother's.",
    "El corazón late\n\n  despacio. La CASA junto al mar.",
    "Grandmother called. The sea was calm.",
    "",
];

#[test]
fn words_are_found_in_any_order_and_as_parts_of_words() {
    assert_eq!(found(&PAGES, "sea grandm"), [0, 2]);
    assert_eq!(found(&PAGES, "sea house"), [0]);
    assert_eq!(found(&PAGES, "mother"), [0, 2]);
    assert_eq!(found(&PAGES, "sea desert"), [] as [usize; 0]);
}

#[test]
fn case_and_marks_do_not_count() {
    assert_eq!(found(&PAGES, "CORAZON"), [1]);
    assert_eq!(found(&PAGES, "casa"), [1]);
    assert_eq!(found(&PAGES, "corazo\u{301}n"), [1]);
}

#[test]
fn a_phrase_in_quotes_is_looked_for_as_it_stands_over_lines() {
    assert_eq!(found(&PAGES, "\"the sea was\""), [0, 2]);
    assert_eq!(found(&PAGES, "“late despacio”"), [1]);
    assert_eq!(found(&PAGES, "\"sea the\""), [] as [usize; 0]);
    assert_eq!(found(&PAGES, "grandmother \"the sea was c"), [2]);
}

#[test]
fn nothing_asked_for_is_in_everything() {
    assert!(Query::parse("  \" \" ").is_empty());
    assert_eq!(found(&PAGES, "  "), [0, 1, 2, 3]);
}

#[test]
fn no_phrase_goes_across_two_answers() {
    let mut index = Index::default();
    index.put(id(1), ["by the sea", "was calm"]);
    assert_eq!(index.find(&Query::parse("\"sea was\"")).count(), 0);
    assert_eq!(index.find(&Query::parse("calm sea")).count(), 1);
    index.put(id(1), ["another day"]);
    assert_eq!(index.find(&Query::parse("calm sea")).count(), 0);
    index.remove(id(1));
    assert!(index.is_empty());
}

#[test]
fn a_passage_has_the_words_around_the_hit_as_they_were_written() {
    assert_eq!(shown(PAGES[0], "sea", 8).unwrap(), "…by the [sea] was my grandmother's.");
    assert_eq!(
        shown(PAGES[1], "corazon casa", 80).unwrap(),
        "El [corazón] late\n\n  despacio. La [CASA] junto al mar."
    );
    assert_eq!(shown("una pen\u{303}a", "pena", 8).unwrap(), "una [pen\u{303}a]");
    assert_eq!(shown("the Straße, wet", "rass", 20).unwrap(), "the St[raß]e, wet");
    assert_eq!(shown("aaa", "aa a", 20).unwrap(), "[aaa]");
    assert_eq!(shown(PAGES[0], "desert", 20), None);
}

#[test]
fn of_several_answers_the_one_with_most_of_it_is_shown() {
    let pieces = Query::parse("sea calm").passage(["the sea", "a calm sea", "calm"], 20).unwrap();
    assert_eq!(pieces.iter().map(|piece| piece.text.as_str()).collect::<String>(), "a calm sea");
}

#[test]
fn all_of_the_words_can_be_shown_with_the_hits_marked() {
    let pieces = Query::parse("sea").marked("Sea. The sea!");
    let hits: Vec<bool> = pieces.iter().map(|piece| piece.hit).collect();
    assert_eq!((pieces.len(), hits), (4, vec![true, false, true, false]));
}

/// Case and marks by Unicode's own tables, and nothing clever.
fn naive(text: &str) -> String {
    let small: String = text.to_lowercase().replace('ς', "σ");
    let apart: String = small.nfd().filter(|part| !fold::is_mark(*part)).collect();
    apart.split_whitespace().collect::<Vec<_>>().join(" ")
}

const LETTERS: &str = "[a-dA-DáéíñüÁÑçà\u{301}\u{303}εέйЁ한 \n]{0,40}";

proptest! {
    #[test]
    fn the_index_finds_what_a_naive_scan_finds(
        texts in proptest::collection::vec(LETTERS, 0..8),
        words in proptest::collection::vec("[a-dáéñüÁεй\u{301}]{1,3}", 0..3),
        phrase in "[a-dá ]{0,4}",
    ) {
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let typed = format!("{} \"{phrase}\"", words.join(" "));
        let naively: Vec<usize> = (0..texts.len())
            .filter(|place| {
                let text = naive(texts[*place]);
                let terms = words.iter().chain([&phrase]);
                terms.map(|term| naive(term)).all(|term| text.contains(&term))
            })
            .collect();
        prop_assert_eq!(found(&texts, &typed), naively);
    }

    #[test]
    fn what_is_found_has_a_passage_with_a_hit_and_no_word_of_it_is_changed(
        text in LETTERS, typed in "[a-dáéñ \"]{1,5}", around in 0_usize..30,
    ) {
        let query = Query::parse(&typed);
        let hit = !found(&[&text], &typed).is_empty();
        let pieces = query.passage([text.as_str()], around);
        prop_assert!(pieces.is_some() || !hit || query.is_empty());
        if let Some(pieces) = pieces {
            prop_assert!(pieces.iter().any(|piece| piece.hit));
            let all: String = pieces.iter().map(|piece| piece.text.as_str()).collect();
            prop_assert!(text.contains(all.trim_matches('…')));
            let marked: String = query.marked(&text).into_iter().map(|piece| piece.text).collect();
            prop_assert_eq!(marked, text);
        }
    }

    #[test]
    fn nothing_that_can_be_typed_is_too_much(text in "\\PC{0,60}", typed in "\\PC{0,20}") {
        let query = Query::parse(&typed);
        drop(query.passage([text.as_str()], 10));
        prop_assert_eq!(query.marked(&text).into_iter().map(|piece| piece.text).collect::<String>(), text);
    }
}
