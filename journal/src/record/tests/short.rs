//! Records that are a line or two: what two devices did to them before they met.

use chrono::{Duration, NaiveDate};
use proptest::prelude::*;
use uuid::Uuid;
use wire::ids::{AccountId, RecordId};

use super::at;
use crate::record::{
    Agenda, Body, CheckIn, Insight, Intention, Item, Jotting, Level, Look, Note, Outcome, Reply, Step, merge,
};

macro_rules! met {
    ($kind:ident, $base:expr, $mine:expr, $theirs:expr) => {
        match merge($base.map(Body::$kind).as_ref(), &Body::$kind($mine), &Body::$kind($theirs)) {
            Body::$kind(merged) => merged,
            other => panic!("another kind: {other:?}"),
        }
    };
}

fn agenda(lines: &[(u128, &str)]) -> Agenda {
    let mut agenda = Agenda::new(at(0));
    for (id, line) in lines {
        agenda.put(Item::line(Uuid::from_u128(*id), (*line).into(), at(1)));
    }
    agenda
}

fn lines(agenda: &Agenda) -> Vec<&str> {
    agenda.items.iter().map(|item| item.text.as_str()).collect()
}

#[test]
fn what_either_device_put_on_the_list_is_on_it_and_what_one_took_off_is_gone() {
    let base = agenda(&[(1, "a"), (2, "b"), (3, "c")]);
    let mine = agenda(&[(3, "c"), (2, "b"), (4, "mine")]);
    let theirs = agenda(&[(1, "a"), (2, "b"), (5, "theirs")]);
    assert_eq!(lines(&met!(Agenda, Some(base), mine, theirs)), ["b", "mine", "theirs"]);
}

#[test]
fn a_line_that_is_put_back_stands_where_it_stood_and_what_came_meanwhile_stays() {
    let before = agenda(&[(1, "a"), (2, "b")]);
    let written = agenda(&[(2, "b")]);
    let now = agenda(&[(2, "b, again"), (3, "c")]);
    assert_eq!(lines(&met!(Agenda, Some(written), before, now)), ["a", "b, again", "c"]);
}

#[test]
fn a_line_that_one_took_off_and_the_other_put_in_new_words_stays() {
    let base = agenda(&[(1, "a")]);
    assert_eq!(
        lines(&met!(Agenda, Some(base.clone()), agenda(&[]), agenda(&[(1, "a, again")]))),
        ["a, again"]
    );
    assert_eq!(lines(&met!(Agenda, Some(base), agenda(&[(1, "a, again")]), agenda(&[]))), ["a, again"]);
}

#[test]
fn a_check_in_that_both_corrected_takes_each_change_and_drops_no_word() {
    let mut base = CheckIn::new(at(0));
    base.mood = Level::new(2);
    base.feelings = vec!["sad".into(), "tired".into()];
    let (mut mine, mut theirs) = (base.clone(), base.clone());
    mine.mood = Level::new(3);
    mine.note = "slept after all".into();
    mine.feelings = vec!["sad".into(), "calm".into()];
    theirs.sleep = Level::new(5);
    theirs.note = "rain".into();
    theirs.day = NaiveDate::from_ymd_opt(2026, 10, 13).unwrap();
    let merged = met!(CheckIn, Some(base), mine, theirs.clone());
    assert_eq!((merged.mood, merged.sleep, merged.day), (Level::new(3), Level::new(5), theirs.day));
    assert_eq!(merged.note, "slept after all\n\nrain");
    assert_eq!(merged.feelings, ["sad", "calm"]);
}

#[test]
fn where_both_corrected_the_same_answer_the_later_correction_counts() {
    let base = CheckIn::new(at(0));
    let corrected = |level, minutes| {
        let mut one = base.clone();
        one.mood = Level::new(level);
        one.touched(at(0) + Duration::minutes(minutes));
        one
    };
    let (early, late) = (corrected(1, 40), corrected(5, 50));
    assert_eq!(met!(CheckIn, Some(base.clone()), early.clone(), late.clone()).mood, Level::new(5));
    assert_eq!(met!(CheckIn, Some(base.clone()), late, early).mood, Level::new(5));
}

#[test]
fn a_change_soon_after_is_still_making_it_and_a_later_one_says_so() {
    let mut check_in = CheckIn::new(at(0));
    check_in.touched(at(29));
    assert_eq!(check_in.corrected, None);
    check_in.touched(at(30));
    assert_eq!(check_in.corrected, Some(at(30)));
    assert!(check_in.is_empty() && !check_in.is_at_night());
}

#[test]
fn both_ways_of_looking_back_at_a_step_are_kept_and_the_later_one_counts() {
    let mut base = Step::new("say no once".into(), at(0));
    base.back_on = NaiveDate::from_ymd_opt(2026, 10, 21);
    let (mut mine, mut theirs) = (base.clone(), base.clone());
    mine.look(at(10), Outcome::Done, None);
    theirs.look(at(5), Outcome::NotYet, NaiveDate::from_ymd_opt(2026, 10, 28));
    let merged = met!(Step, Some(base), mine, theirs);
    let looked: Vec<_> = merged.looks.iter().map(|Look { outcome, .. }| *outcome).collect();
    assert_eq!((looked, merged.back_on), (vec![Outcome::NotYet, Outcome::Done], None));
}

#[test]
fn an_answer_says_that_it_was_edited_only_when_its_words_are_others() {
    let sent = Reply { text: "Thank you.".into(), ..Reply::new(RecordId::from_random([1; 16]), at(0)) };
    assert_eq!(sent.edit(" Thank you. ", at(9)), sent);
    let edited = sent.edit("Thank you for the house.", at(9));
    assert_eq!(
        (edited.text.as_str(), edited.edited, edited.made),
        ("Thank you for the house.", Some(at(9)), at(0))
    );
}

proptest! {
    #[test]
    fn no_word_of_a_short_text_is_dropped(mine in "[a-z]{1,8}", theirs in "[a-z]{1,8}", base in "[a-z]{0,8}", with_base in any::<bool>()) {
        // What one side left as it was is not its own to keep.
        prop_assume!(mine != base && theirs != base);
        let with = with_base.then_some(());
        let intention = |text: &str| Intention::new(text.into(), at(0));
        let insight = |text: &str| Insight::new(text.into(), at(0));
        let step = |text: &str| Step::new(text.into(), at(0));
        let jotting = |text: &str| Jotting { text: text.into(), ..Jotting::new(Uuid::from_u128(1), at(0)) };
        let note = |text: &str| { let mut one = CheckIn::new(at(0)); one.note = text.into(); one };
        let merged = [
            met!(Intention, with.map(|()| intention(&base)), intention(&mine), intention(&theirs)).text,
            met!(Insight, with.map(|()| insight(&base)), insight(&mine), insight(&theirs)).text,
            met!(Step, with.map(|()| step(&base)), step(&mine), step(&theirs)).text,
            met!(Jotting, with.map(|()| jotting(&base)), jotting(&mine), jotting(&theirs)).text,
            met!(CheckIn, with.map(|()| note(&base)), note(&mine), note(&theirs)).note,
        ];
        for text in merged {
            prop_assert!(text.contains(&mine) && text.contains(&theirs), "{text}");
        }
    }

    #[test]
    fn no_line_of_a_list_is_dropped_by_a_merge(
        base in proptest::collection::btree_map(0u128..8, "[a-c]{1,2}", 0..8),
        mine in proptest::collection::btree_map(0u128..12, "[a-c]{1,2}", 0..8),
        theirs in proptest::collection::btree_map(0u128..12, "[a-c]{1,2}", 0..8),
    ) {
        let list = |lines: &std::collections::BTreeMap<u128, String>| {
            agenda(&lines.iter().map(|(id, line)| (*id, line.as_str())).collect::<Vec<_>>())
        };
        let merged = met!(Agenda, Some(list(&base)), list(&mine), list(&theirs));
        for (id, line) in mine.iter().chain(&theirs) {
            let is_new = base.get(id) != Some(line);
            let there = merged.items.iter().any(|item| item.id.as_u128() == *id && item.text.contains(line.as_str()));
            prop_assert!(there || !is_new, "{line} is gone");
        }
        let mut ids: Vec<_> = merged.items.iter().map(|item| item.id).collect();
        ids.sort_unstable();
        ids.dedup();
        prop_assert_eq!(ids.len(), merged.items.len());
    }

    #[test]
    fn no_word_of_an_answer_or_a_note_is_dropped(mine in "[a-z]{1,8}", theirs in "[a-z]{1,8}") {
        let reply = |text: &str| Reply { text: text.into(), ..Reply::new(RecordId::from_random([1; 16]), at(0)) };
        let client = AccountId::from_random([2; 16]);
        let note = |text: &str| Note { text: text.into(), ..Note::new(client, None, at(0), at(1)) };
        let reply = met!(Reply, Some(reply("")), reply(&mine), reply(&theirs)).text;
        let note = met!(Note, Some(note("")), note(&mine), note(&theirs)).text;
        for text in [reply, note] {
            prop_assert!(text.contains(&mine) && text.contains(&theirs), "{text}");
        }
    }
}
