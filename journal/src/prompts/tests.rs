use proptest::prelude::*;
use wire::ids::AccountId;

use super::*;
use crate::record::Opened;

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

fn at(text: &str) -> chrono::DateTime<chrono::FixedOffset> {
    chrono::DateTime::parse_from_rfc3339(text).unwrap()
}

fn entry(moment: Moment) -> Entry {
    Entry::new(moment, None, at("2026-10-14T19:00:00+02:00"))
}

fn plain(moment: Moment) -> Vec<Page> {
    pages(&entry(moment), &[], Round::First)
}

fn given(number: u128, moment: Moment, question: &str) -> OwnPrompt {
    OwnPrompt {
        id: Uuid::from_u128(number),
        question: question.into(),
        help: String::new(),
        moment,
        given: at("2026-10-14T09:00:00+02:00"),
        rest: crate::record::Rest::new(),
    }
}

#[test]
fn lenses_are_offered_where_there_is_something_to_look_at() {
    assert_eq!(plain(Moment::Free), [Page::Free]);
    assert_eq!(plain(Moment::SoftLanding).len(), for_moment(Moment::SoftLanding).len() + 1);
    let days = plain(Moment::NextDays);
    assert_eq!((&days[5], row(&days)), (&Page::Free, 6));
    assert_eq!(
        days[6..].iter().map(Page::id).collect::<Vec<_>>(),
        ["lens-body", "lens-story", "lens-feelings", "lens-images", "lens-step"]
    );
}

#[test]
fn one_goes_on_with_the_page_one_left_and_not_with_its_number() {
    let mut entry = entry(Moment::NextDays);
    let pages = plain(Moment::NextDays);
    entry.position = 3;
    assert_eq!(resume(&entry, &pages), 3);
    entry.page = Some("lens-story".into());
    assert_eq!(resume(&entry, &pages), 7);
    entry.page = Some("a page of a newer version".into());
    assert_eq!(resume(&entry, &pages), 3);
    entry.position = 90;
    assert_eq!(resume(&entry, &pages), 5);
}

#[test]
fn what_the_therapist_asks_comes_first_and_alone_where_the_rest_was_answered() {
    let own = [given(7, Moment::NextDays, "What did the sea say?")];
    let mut entry = entry(Moment::NextDays);
    let first = pages(&entry, &own, Round::First);
    assert_eq!(first[0], Page::Own(Own::from(&own[0])));
    assert_eq!((first[1].id(), row(&first)), ("next-still".into(), 7));
    let again = pages(&entry, &own, Round::Own);
    assert_eq!(again[..2], [Page::Own(Own::from(&own[0])), Page::Free]);
    // What is written keeps its page: the prompt was taken back, and so were the others.
    entry.set_answer(&own[0].id.to_string(), "What did the sea say?", "Come".into());
    entry.set_answer("next-themes", "What keeps coming back?", "Stairs".into());
    let kept: Vec<_> = pages(&entry, &[], Round::Own).iter().take(3).map(Page::id).collect();
    assert_eq!(kept, [own[0].id.to_string(), "next-themes".into(), "free".into()]);
}

#[test]
fn a_prompt_is_asked_of_whom_it_was_given_to_at_its_moment_and_once() {
    use crate::record::{Body, Plan};
    use wire::ids::{Epoch, RecordId, Rev};
    let account = |number: u8| AccountId::from_random([number; 16]);
    let (me, therapist, other) = (account(1), account(2), account(3));
    let record = |number: u8, owner, body| Opened {
        id: RecordId::from_random([number; 16]),
        owner,
        rev: Rev(1),
        epoch: Epoch(0),
        body,
        recipients: Vec::new(),
    };
    let plan = |client, prompts| Body::Plan(Plan { prompts, ..Plan::new(client) });
    let (next, eve, blank) = (
        given(1, Moment::NextDays, "Now?"),
        given(2, Moment::EveBefore, "Before?"),
        given(3, Moment::NextDays, " "),
    );
    let mut records = vec![
        record(1, therapist, plan(me, vec![next.clone(), eve.clone(), blank])),
        record(2, therapist, plan(other, vec![given(4, Moment::NextDays, "Not mine?")])),
        // Whoever writes a plan for themselves is not their own therapist.
        record(3, me, plan(me, vec![given(5, Moment::NextDays, "By me?")])),
    ];
    assert_eq!(open(&records, me, Moment::NextDays), std::slice::from_ref(&next));
    assert_eq!(open(&records, me, Moment::EveBefore), [eve]);
    assert_eq!(open(&records, me, Moment::Later), []);
    let mut page = entry(Moment::NextDays);
    page.set_answer(&next.id.to_string(), "Now?", String::new());
    records.push(record(4, me, Body::Entry(page.clone())));
    assert_eq!(open(&records, me, Moment::NextDays).len(), 1, "a draft is not done");
    page.finished = Some(page.started);
    records[3].body = Body::Entry(page);
    assert_eq!(open(&records, me, Moment::NextDays), [], "passed by is asked");
}

/// What has been answered, by a number: to the therapist, to the moment, to a lens.
fn answered(moment: Moment, which: usize) -> String {
    let fixed: Vec<&str> = for_moment(moment)
        .iter()
        .chain(LENSES.iter().map(|lens| &lens.prompt))
        .map(|prompt| prompt.id)
        .collect();
    match fixed.get(which) {
        Some(id) => (*id).to_owned(),
        None => Uuid::from_u128(u128::try_from(which).unwrap()).to_string(),
    }
}

proptest! {
    #[test]
    fn every_entry_has_one_free_page_the_lenses_behind_it_and_a_page_for_each_answer(
        moment in 0..Moment::ALL.len(), own in proptest::collection::btree_set(0_usize..30, 0..4),
        answers in proptest::collection::vec((0_usize..30, any::<bool>()), 0..12), again in any::<bool>(),
    ) {
        let moment = Moment::ALL[moment];
        let mut entry = entry(moment);
        for (which, is_blank) in answers {
            let text = if is_blank { " " } else { "words" };
            entry.set_answer(&answered(moment, which), "As it was asked", text.into());
        }
        let own: Vec<_> =
            own.into_iter().map(|number| given(u128::try_from(number).unwrap(), moment, "What did the sea say?")).collect();
        let pages = pages(&entry, &own, if again { Round::Own } else { Round::First });
        let row = row(&pages);
        prop_assert!(row > 0 && row <= pages.len());
        prop_assert_eq!(pages.iter().filter(|page| **page == Page::Free).count(), 1);
        prop_assert_eq!(&pages[row - 1], &Page::Free);
        for (place, page) in pages.iter().enumerate() {
            prop_assert_eq!(matches!(page, Page::Lens(_)), place >= row);
        }
        let ids: Vec<_> = pages.iter().map(Page::id).collect();
        let once: std::collections::BTreeSet<_> = ids.iter().collect();
        prop_assert_eq!(once.len(), ids.len(), "a page is there once");
        prop_assert!(own.iter().all(|own| ids.iter().any(|id| *id == own.id.to_string())));
        let has_lenses = pages.len() > row;
        for answer in entry.answers.iter().filter(|answer| !answer.text.trim().is_empty()) {
            let of_lens = LENSES.iter().any(|lens| lens.prompt.id == answer.prompt);
            prop_assert!(ids.iter().any(|id| *id == answer.prompt) || of_lens && !has_lenses, "{}", answer.prompt);
        }
    }

    #[test]
    fn one_goes_on_at_the_page_one_left_wherever_that_is_by_now_and_else_somewhere_in_the_row(
        moment in 0..Moment::ALL.len(), before in proptest::collection::btree_set(0_usize..6, 0..4),
        now in proptest::collection::btree_set(0_usize..6, 0..4), left in 0_usize..20, rounds in any::<[bool; 2]>(),
        answers in proptest::collection::vec(0_usize..30, 0..6),
    ) {
        let moment = Moment::ALL[moment];
        let plan = |numbers: std::collections::BTreeSet<usize>| -> Vec<_> {
            let one = |number| given(u128::try_from(number).unwrap(), moment, "What did the sea say?");
            numbers.into_iter().map(one).collect()
        };
        let round = |again| if again { Round::Own } else { Round::First };
        let mut entry = entry(moment);
        for which in answers {
            entry.set_answer(&answered(moment, which), "As it was asked", "words".into());
        }
        let pages_then = pages(&entry, &plan(before), round(rounds[0]));
        entry.position = left % pages_then.len();
        let page = pages_then[entry.position].id().into_owned();
        entry.page = Some(page.clone());
        prop_assert_eq!(resume(&entry, &pages_then), entry.position);
        let pages_now = pages(&entry, &plan(now), round(rounds[1]));
        let place = resume(&entry, &pages_now);
        match pages_now.iter().position(|one| one.id() == page) {
            Some(there) => prop_assert_eq!(place, there),
            None => prop_assert!(place < row(&pages_now)),
        }
        // A version that kept no page has its number, as far as the row goes.
        entry.page = None;
        prop_assert_eq!(resume(&entry, &pages_now), entry.position.min(row(&pages_now) - 1));
    }
}
