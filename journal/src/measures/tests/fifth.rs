//! An instrument that no line of code knows.

use super::*;

const FILE: &str = include_str!("fifth.json");

fn fifth() -> Instrument {
    serde_json::from_str(FILE).unwrap()
}

fn scored(values: [Option<u8>; 3]) -> Option<Score> {
    score(&fifth(), &by_item(&values))
}

#[test]
fn its_questions_are_asked_with_their_answers() {
    let questions = fifth().questions("en");
    let texts: Vec<_> = questions.iter().map(|question| question.text.as_str()).collect();
    assert_eq!(texts, ["One", "Two", "Three", "And else?"]);
    assert_eq!(questions[2].choices, [(0, "No".into()), (2, "Somewhat".into()), (5, "Very".into())]);
    assert_eq!(questions[3].choices, [(0, "Nothing".into()), (1, "Something".into())]);
    assert_eq!((questions[0].stem.as_deref(), questions[3].stem.as_deref()), (Some("Today:"), None));
}

#[test]
fn it_is_scored_estimated_or_has_no_total_as_its_file_says() {
    assert_eq!(scored([Some(5), Some(2), Some(0)]), Some(Score { total: 14, prorated: false }));
    // Half a point more is rounded up before it is doubled.
    assert_eq!(scored([Some(5), None, Some(0)]), Some(Score { total: 16, prorated: true }));
    assert_eq!(scored([Some(5), Some(2), None]), None, "never missing");
    assert_eq!(scored([None, None, Some(0)]), None, "too many are missing");
    assert_eq!(scored([Some(1), None, Some(0)]), None, "none of its answers");
    assert_eq!(fifth().open(&by_item(&[Some(5), None, Some(0)])), Open::Estimated);
}

#[test]
fn its_totals_have_its_words() {
    let fifth = fifth();
    assert_eq!(fifth.band(9).map(|band| (band.name("en"), band.name("es"))), Some(("little", "poco")));
    assert_eq!(fifth.band(10).map(|band| (band.name("en"), band.name("es"))), Some(("much", "much")));
    let found = pattern(&fifth, &by_item(&[Some(2), Some(0), Some(5)])).unwrap();
    assert_eq!(found, Pattern { met: vec!["A".into()], whole: true, reaches_cut: Some(false) });
}

#[test]
fn its_changes_are_called_as_its_file_says() {
    let word = |baseline: u16, latest: u16| {
        let point = |total, day: u8| Point {
            at: at(&format!("2026-03-{day:02}T10:00:00+01:00")),
            score: Score { total, prorated: false },
        };
        change(&fifth(), &[point(baseline, 1), point(latest, 8)], None).unwrap().0
    };
    assert_eq!(word(20, 2), Change::Remission);
    assert_eq!(word(20, 10), Change::Response);
    assert_eq!(word(20, 14), Change::ReliableImprovement);
    assert_eq!(word(14, 20), Change::ReliableDeterioration);
    assert_eq!(word(14, 18), Change::NoReliableChange);
}

#[test]
fn a_file_that_says_what_nobody_knows_or_leaves_something_out_is_refused() {
    for (from, to) in [
        ("\"place\": 5,", ""),
        ("\"higher_is\": \"worse\"", "\"higher_is\": \"other\""),
        ("\"reliable\": 6", "\"reliable\": 6, \"unheard\": 1"),
    ] {
        let broken = FILE.replace(from, to);
        assert_ne!(broken, FILE, "{from}");
        assert!(serde_json::from_str::<Instrument>(&broken).is_err(), "{from}");
    }
}
