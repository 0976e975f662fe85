//! Whom a therapist does not see any more, and what of it is hers: her own notes, and her own word for them. Nothing of
//! the client's.

use std::collections::BTreeMap;

use chrono::{DateTime, FixedOffset, NaiveDate};
use wire::ids::AccountId;

use crate::{
    cover,
    record::{Body, Note, Opened},
};

/// A client of before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Former {
    /// Who.
    pub client: AccountId,
    /// For whom the link was, in her own word.
    pub called: Option<String>,
    /// Of a cover that is over and that the client's device has not ended yet: for whom, and its last day.
    pub covered: Option<(String, NaiveDate)>,
    /// Since when the two are not connected any more.
    pub ended: Option<DateTime<FixedOffset>>,
    /// How many of her notes are about them.
    pub notes: usize,
}

/// All of whom she has notes, and all whose cover is over; the latest first.
#[must_use]
pub fn former(records: &[Opened], me: AccountId, now: DateTime<FixedOffset>) -> Vec<Former> {
    let mut notes: BTreeMap<AccountId, usize> = BTreeMap::new();
    let own = || records.iter().filter(|record| record.owner == me);
    for note in own().filter_map(Opened::note).filter(|note| has_words(note)) {
        *notes.entry(note.client).or_default() += 1;
    }
    let over = cover::over(records, me, now);
    let mut known: Vec<AccountId> = notes.keys().chain(over.keys()).copied().collect();
    known.sort_unstable();
    known.dedup();
    let mut all: Vec<_> = known
        .into_iter()
        .filter_map(|client| {
            let pin = cover::pin(records, me, client)?;
            let covered = over.get(&client).and_then(|one| Some((one.by_name.clone(), one.until?)));
            let covered = covered.filter(|_| pin.ended.is_none());
            let notes = notes.get(&client).copied().unwrap_or_default();
            let is_former = covered.is_some() || (pin.ended.is_some() && notes > 0);
            let called = || {
                own().find_map(|record| match &record.body {
                    Body::Invitation(note) if Some(note.invite) == pin.invite => Some(note.called.clone()),
                    _ => None,
                })
            };
            is_former.then(|| Former { client, called: called(), covered, ended: pin.ended, notes })
        })
        .collect();
    all.sort_by_key(|one| (one.ended.is_some(), std::cmp::Reverse(one.ended), one.client));
    all
}

/// Whether there is something in it to read.
#[must_use]
pub fn has_words(note: &Note) -> bool {
    !note.text.trim().is_empty()
}

#[cfg(test)]
mod tests;
