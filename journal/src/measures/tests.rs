use std::collections::BTreeMap;

use chrono::{DateTime, FixedOffset};
use proptest::prelude::*;

use super::*;

mod changes;
mod dues;
mod fifth;
mod words;

fn instrument(id: &str) -> &'static Instrument {
    find(id).unwrap()
}

fn at(text: &str) -> DateTime<FixedOffset> {
    text.parse().unwrap()
}

/// A total, written a second time from the published rules, in decimals and for each instrument by hand.
fn by_hand(id: &str, answers: &[Option<u8>]) -> Option<(u16, bool)> {
    let given: Vec<f64> = answers.iter().flatten().map(|value| f64::from(*value)).collect();
    let (sum, all, some) = (given.iter().sum::<f64>(), answers.len(), given.len());
    let missing = all - some;
    let whole = |total: f64| format!("{total:.0}").parse::<u16>().unwrap();
    match id {
        "phq-9" if missing > 2 || answers[8].is_none() => None,
        "gad-7" if missing > 2 => None,
        "phq-9" | "gad-7" => {
            let items = if id == "phq-9" { 9.0 } else { 7.0 };
            // `{:.0}` would round half to even.
            Some((
                whole((sum / f64::from(u32::try_from(some).unwrap()) * items + 1e-9 + 0.5).floor()),
                missing > 0,
            ))
        }
        _ if missing > 0 => None,
        "who-5" => Some((whole(sum * 4.0), false)),
        "pcl-5" => Some((whole(sum), false)),
        other => panic!("no rule for {other}"),
    }
}

fn by_item(answers: &[Option<u8>]) -> BTreeMap<u8, u8> {
    (1_u8..).zip(answers).filter_map(|(item, value)| value.map(|value| (item, value))).collect()
}

fn agree(id: &str, answers: &[Option<u8>]) {
    let ours = score(instrument(id), &by_item(answers)).map(|score| (score.total, score.prorated));
    assert_eq!(ours, by_hand(id, answers), "{id} {answers:?}");
}

#[test]
fn every_file_is_read_and_holds_together() {
    let ids: Vec<_> = all().iter().map(|instrument| instrument.id.as_str()).collect();
    assert_eq!(ids, ["phq-9", "gad-7", "who-5", "pcl-5"]);
    for instrument in all() {
        assert!(instrument.wording("en").unwrap().1);
        for (language, words) in &instrument.wording {
            assert_eq!(words.items.len(), instrument.items.len(), "{} {language}", instrument.id);
            assert_eq!(words.options.len(), instrument.options.len(), "{} {language}", instrument.id);
            assert_eq!(words.unscored.len(), instrument.unscored.len(), "{} {language}", instrument.id);
            assert_eq!(
                words.source.is_some(),
                language != "en",
                "{}: a translation says whose it is",
                instrument.id
            );
        }
        let [low, high] = instrument.total.range;
        if let (Some(first), Some(last)) = (instrument.bands.first(), instrument.bands.last()) {
            assert_eq!((first.from, last.to), (low, high), "{}", instrument.id);
        }
        for pair in instrument.bands.windows(2) {
            assert_eq!(pair[0].to + 1, pair[1].from, "{}", instrument.id);
        }
        let most = instrument.options.iter().map(|option| u16::from(option.value)).max().unwrap();
        let items = u16::try_from(instrument.items.len()).unwrap();
        assert_eq!(high, most * items * instrument.total.times, "{}", instrument.id);
    }
    assert!(!instrument("who-5").on, "its licence is to be read first");
    assert!(instrument("phq-9").items[8].safety);
    assert_eq!(instrument("gad-7").wording("en").unwrap().0.options[0], "Not at all");
}

#[test]
fn no_file_is_left_out_because_it_cannot_be_read() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/measures");
    let files = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
    let mut named: Vec<_> =
        files.map(|file| file.file_stem().unwrap().to_str().unwrap().to_owned()).collect();
    let mut known: Vec<_> = all().iter().map(|instrument| instrument.id.clone()).collect();
    named.sort();
    known.sort();
    assert_eq!(named, known);
}

#[test]
fn a_language_without_a_validated_translation_is_asked_in_english() {
    let (words, own) = instrument("pcl-5").wording("tlh").unwrap();
    assert!(!own);
    assert!(words.stem.starts_with("Below is a list of problems"));
}

#[test]
fn what_was_published_in_spanish_is_asked_in_spanish_and_scored_the_same() {
    for (id, lowest) in [("phq-9", "Ningún día"), ("gad-7", "Nunca")] {
        let asked = instrument(id).questions("es");
        assert!(instrument(id).wording("es").unwrap().1, "{id}");
        assert!(asked[0].stem.as_ref().unwrap().starts_with("Durante las últimas 2 semanas"), "{id}");
        assert_eq!(asked[0].choices[0], (0, lowest.into()));
        let values = |language| -> Vec<Vec<u8>> {
            let questions = instrument(id).questions(language).into_iter();
            questions.map(|question| question.choices.iter().map(|(value, _)| *value).collect()).collect()
        };
        assert_eq!(values("es"), values("en"), "{id}");
    }
    assert!(!instrument("who-5").wording("es").unwrap().1 && !instrument("pcl-5").wording("es").unwrap().1);
}

#[test]
fn every_total_of_phq_9_and_gad_7_is_reached_and_has_its_band() {
    let expected = [
        (
            "phq-9",
            vec![
                ("minimal", 0..=4),
                ("mild", 5..=9),
                ("moderate", 10..=14),
                ("moderately severe", 15..=19),
                ("severe", 20..=27),
            ],
        ),
        ("gad-7", vec![("minimal", 0..=4), ("mild", 5..=9), ("moderate", 10..=14), ("severe", 15..=21)]),
    ];
    for (id, bands) in expected {
        let items = instrument(id).items.len();
        for total in 0..=instrument(id).total.range[1] {
            let answers: Vec<_> = (0..items)
                .map(|item| Some(u8::try_from((usize::from(total) + items - 1 - item) / items).unwrap()))
                .collect();
            let score = score(instrument(id), &by_item(&answers)).unwrap();
            assert_eq!((score.total, score.prorated), (total, false), "{answers:?}");
            let (name, _) = bands.iter().find(|(_, range)| range.contains(&total)).unwrap();
            assert_eq!(instrument(id).band(total).unwrap().name("en"), *name);
        }
    }
    assert_eq!(instrument("who-5").band(28).unwrap().name("en"), "low mood likely");
    assert_eq!(instrument("who-5").band(29).unwrap().name("en"), "low well-being");
    assert_eq!(instrument("who-5").band(52).unwrap().name("en"), "well-being not low");
    assert_eq!(instrument("pcl-5").band(40), None);
}

#[test]
fn every_pattern_of_missing_answers_of_phq_9_and_gad_7_is_scored_as_by_hand() {
    for id in ["phq-9", "gad-7"] {
        let items = instrument(id).items.len();
        for missing in 0_u32..1 << items {
            for shape in 0_u8..4 {
                let answers: Vec<_> = (0..items)
                    .map(|item| {
                        let value = (u8::try_from(item).unwrap() * 3 + shape) % 4;
                        (missing >> item & 1 == 0).then_some(value)
                    })
                    .collect();
                agree(id, &answers);
            }
        }
    }
}

#[test]
fn item_9_is_never_imputed() {
    let mut answers = vec![Some(1); 9];
    answers[8] = None;
    assert_eq!(score(instrument("phq-9"), &by_item(&answers)), None);
    answers[8] = Some(0);
    answers[0] = None;
    assert_eq!(score(instrument("phq-9"), &by_item(&answers)), Some(Score { total: 8, prorated: true }));
}

#[test]
fn an_answer_that_is_none_of_the_options_is_no_answer() {
    let answers: BTreeMap<u8, u8> = (1..=7).map(|item| (item, 9)).collect();
    assert_eq!(score(instrument("gad-7"), &answers), None);
}

#[test]
fn the_pattern_of_pcl_5_needs_one_of_b_one_of_c_two_of_d_and_two_of_e() {
    let mut full: BTreeMap<u8, u8> = (1..=20).map(|item| (item, 1)).collect();
    let symptoms = [1, 6, 8, 9, 15, 16];
    full.extend(symptoms.map(|item| (item, 2)));
    let of = |answers: &BTreeMap<u8, u8>| pattern(instrument("pcl-5"), answers).unwrap();
    assert_eq!(of(&full), Pattern { met: names("BCDE"), whole: true, reaches_cut: Some(false) });
    for (item, left) in symptoms.into_iter().zip(["CDE", "BDE", "BCE", "BCE", "BCD", "BCD"]) {
        let mut less = full.clone();
        less.insert(item, 1);
        assert_eq!((of(&less).met, of(&less).whole), (names(left), false), "without {item}");
    }
    let none = (1..=20).map(|item| (item, 1)).collect();
    assert_eq!(of(&none), Pattern { met: Vec::new(), whole: false, reaches_cut: Some(false) });
}

#[test]
fn the_cut_point_of_pcl_5_is_33() {
    for total in 0..=80 {
        let answers: BTreeMap<u8, u8> =
            (0..20).map(|place| (place + 1, (total / 20) + u8::from(place < total % 20))).collect();
        let score = score(instrument("pcl-5"), &answers).unwrap();
        let found = pattern(instrument("pcl-5"), &answers).unwrap();
        assert_eq!((score.total, found.reaches_cut), (u16::from(total), Some(total >= 33)));
    }
}

#[test]
fn there_is_no_pattern_without_criteria_or_while_an_answer_is_missing() {
    let all: BTreeMap<u8, u8> = (1..=20).map(|item| (item, 2)).collect();
    for id in ["phq-9", "gad-7", "who-5"] {
        assert_eq!(pattern(instrument(id), &all), None, "{id}");
    }
    assert!(pattern(instrument("pcl-5"), &all).is_some());
    for item in all.keys() {
        let mut less = all.clone();
        less.remove(item);
        assert_eq!(pattern(instrument("pcl-5"), &less), None, "without {item}");
    }
}

fn names(letters: &str) -> Vec<String> {
    letters.chars().map(String::from).collect()
}

proptest! {
    #[test]
    fn any_answers_are_scored_as_by_hand(
        id in prop::sample::select(vec!["phq-9", "gad-7", "who-5", "pcl-5"]),
        seeds in prop::collection::vec(prop::option::weighted(0.9, 0_u8..6), 20),
    ) {
        let instrument = instrument(id);
        let most = instrument.options.iter().map(|option| option.value).max().unwrap();
        let answers: Vec<_> =
            seeds.iter().take(instrument.items.len()).map(|seed| seed.map(|value| value.min(most))).collect();
        agree(id, &answers);
    }

    #[test]
    fn nothing_that_is_answered_makes_it_panic(
        id in prop::sample::select(vec!["phq-9", "gad-7", "who-5", "pcl-5"]),
        answers in prop::collection::btree_map(any::<u8>(), any::<u8>(), 0..40),
    ) {
        let instrument = instrument(id);
        if let Some(score) = score(instrument, &answers) {
            prop_assert!(score.total <= instrument.total.range[1]);
        }
    }
}
