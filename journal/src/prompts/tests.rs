use super::*;

fn every() -> impl Iterator<Item = &'static Prompt> {
    let asked = Moment::ALL.into_iter().flat_map(for_moment);
    asked.chain(LENSES.iter().map(|lens| &lens.prompt))
}

#[test]
fn every_prompt_has_its_own_id_and_says_something() {
    let mut ids = std::collections::BTreeSet::new();
    for prompt in every() {
        assert!(ids.insert(prompt.id), "{} twice", prompt.id);
        for words in [prompt.question, prompt.help] {
            assert!(words.english.len() > 8 && words.spanish.len() > 8, "{}", prompt.id);
            assert_ne!(words.english, words.spanish, "{}", prompt.id);
        }
    }
}

#[test]
fn a_question_fits_a_breath() {
    for prompt in every() {
        for question in [prompt.question.english, prompt.question.spanish] {
            assert!(question.split_whitespace().count() <= 14, "{question}");
        }
    }
}

#[test]
fn every_feeling_is_found_by_what_is_kept_and_has_its_own_word_in_each_language() {
    let all: Vec<_> = FEELINGS.iter().flat_map(|(_, words)| *words).collect();
    for feeling in &all {
        assert_eq!(feeling_of(feeling.id), Some(**feeling));
        assert_ne!(feeling.name.english, feeling.name.spanish);
    }
    let spanish: std::collections::BTreeSet<_> = all.iter().map(|feeling| feeling.name.spanish).collect();
    assert_eq!(spanish.len(), all.len());
    assert_eq!(feeling_of("a word of my own"), None);
}
#[test]
fn lenses_are_offered_where_there_is_something_to_look_at() {
    assert_eq!(pages(Moment::Free), [Page::Free]);
    assert_eq!(pages(Moment::SoftLanding).len(), for_moment(Moment::SoftLanding).len() + 1);
    let days = pages(Moment::NextDays);
    assert_eq!(days[5], Page::Free);
    assert_eq!(
        days[6..].iter().map(|page| page.id()).collect::<Vec<_>>(),
        ["lens-body", "lens-story", "lens-feelings", "lens-images", "lens-step"]
    );
}

#[test]
fn one_goes_on_with_the_page_one_left_and_not_with_its_number() {
    let now = chrono::DateTime::parse_from_rfc3339("2026-10-14T19:00:00+02:00").unwrap();
    let mut entry = Entry::new(Moment::NextDays, None, now);
    entry.position = 3;
    assert_eq!(resume(&entry), 3);
    entry.page = Some("lens-story".into());
    assert_eq!(resume(&entry), 7);
    entry.page = Some("a page of a newer version".into());
    assert_eq!(resume(&entry), 3);
    entry.position = 90;
    assert_eq!(resume(&entry), 5);
}
