//! An answer to the question for an intention is one: as soon as its page is left, however it is left.

use chrono::{DateTime, FixedOffset};
use wire::ids::{AccountId, RecordId};

use super::{INTENTION_PROMPTS, intention_at};
use crate::record::{Entry, Intention, Opened};

/// What the answer to an intention prompt makes of the intentions: the record to write, and what to write there.
/// `None` where nothing new was said. A change of the same entry changes the intention that came from it, unless
/// that was put otherwise since; the same words again are the same intention.
#[must_use]
pub fn intention_of_entry(
    records: &[Opened],
    owner: AccountId,
    entry: (RecordId, &Entry),
    now: DateTime<FixedOffset>,
    fresh: RecordId,
) -> Option<(RecordId, Intention)> {
    let (id, entry) = entry;
    let text = answer(entry)?;
    if let Some((record, intention)) = made_of(records, owner, id) {
        let there = record.id;
        if intention.text == text || intention.answer.as_ref() != Some(&intention.text) {
            return None;
        }
        let (text, answer) = (text.to_owned(), Some(text.to_owned()));
        let changed = Intention { text, answer, changed: now, ..intention.clone() };
        return Some((there, changed));
    }
    let latest = intention_at(records, owner, now);
    if latest.is_some_and(|(_, latest)| latest.text.trim() == text) {
        return None;
    }
    Some((fresh, Intention::of_entry(text.to_owned(), id, now)))
}

/// Unfinished entries whose answer is no intention yet: the app was cut off while it was typed. One that became an
/// intention once is let be, since whoever deleted that meant it.
#[must_use]
pub fn cut_off(records: &[Opened], owner: AccountId) -> Vec<RecordId> {
    let own = records.iter().filter(|record| record.owner == owner);
    let open = own.filter_map(|record| record.entry().map(|entry| (record.id, entry)));
    open.filter(|(_, entry)| entry.finished.is_none() && entry.intention.is_none() && answer(entry).is_some())
        .map(|(id, _)| id)
        .filter(|id| made_of(records, owner, *id).is_none())
        .collect()
}

/// The intention that goes with the answer it was made of, which was taken out again before the entry was finished.
/// What was put otherwise by hand, is shared, or has something that grew from it stays.
#[must_use]
pub fn emptied(records: &[Opened], owner: AccountId, entry: RecordId) -> Option<RecordId> {
    let own = || records.iter().filter(move |record| record.owner == owner);
    let written = own().find(|record| record.id == entry)?.entry()?;
    if written.finished.is_some() || answer(written).is_some() {
        return None;
    }
    let (record, intention) = made_of(records, owner, entry)?;
    let is_as_made = intention.answer.as_ref() == Some(&intention.text) && record.recipients.is_empty();
    let grew = |one: &Opened| {
        let of = one.insight().map_or_else(|| one.step()?.intention, |insight| insight.intention);
        of == Some(record.id)
    };
    (is_as_made && !own().any(grew)).then_some(record.id)
}

/// What was answered, the latest of a course first.
fn answer(entry: &Entry) -> Option<&str> {
    let answers = INTENTION_PROMPTS.iter().rev().map(|prompt| entry.answer(prompt).trim());
    answers.into_iter().find(|text| !text.is_empty())
}

/// The intention that came from an entry.
fn made_of(records: &[Opened], owner: AccountId, entry: RecordId) -> Option<(&Opened, &Intention)> {
    let own = records.iter().filter(|record| record.owner == owner);
    let mut intentions = own.filter_map(|record| record.intention().map(|intention| (record, intention)));
    intentions.find(|(_, intention)| intention.entry == Some(entry))
}
