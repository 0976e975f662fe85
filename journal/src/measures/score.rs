//! A total from answers.

use std::collections::BTreeMap;

use super::{Instrument, Need};

/// What the answers come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Score {
    /// In the range of the instrument.
    pub total: u16,
    /// Whether the mean of the answers stands for some that are missing. Such a total is marked wherever it is
    /// shown, and no word of change is made from it.
    pub prorated: bool,
}

/// The total, if there are answers enough; `answers` are values by item.
///
/// Prorating is as published for PHQ-9 and GAD-7: the mean of the answered items times the number of items, rounded
/// to the nearest whole number, with at most two missing; WHO-5 and PCL-5 need all answers. An answer that is none of
/// the instrument's counts as missing. Item 9 of the PHQ-9 is never imputed, which is stricter than what was published: it
/// is a flag of its own, and what nobody said about it is not made up from the rest.
#[must_use]
pub fn score(instrument: &Instrument, answers: &BTreeMap<u8, u8>) -> Option<Score> {
    let given = |item: u8| {
        answers
            .get(&item)
            .copied()
            .filter(|value| instrument.options.iter().any(|option| option.value == *value))
    };
    if instrument.total.never_missing.iter().any(|item| given(*item).is_none()) {
        return None;
    }
    let values: Vec<u32> = instrument.items.iter().filter_map(|item| given(item.id)).map(u32::from).collect();
    let (answered, items) = (values.len(), instrument.items.len());
    if answered == 0 || items - answered > usize::from(instrument.total.missing) {
        return None;
    }
    let (answered, items) = (u32::try_from(answered).ok()?, u32::try_from(items).ok()?);
    let sum: u32 = values.iter().sum();
    // Half a point is rounded up.
    let whole = (2 * sum * items + answered) / (2 * answered);
    let total = u16::try_from(whole).ok()?.checked_mul(instrument.total.times)?;
    Some(Score { total, prorated: answered < items })
}

/// What complete answers say besides their total. Provisional, for a therapist, and not a diagnosis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern {
    /// The groups of the criteria of which enough answers count, by name and in order.
    pub met: Vec<String>,
    /// Whether these are all of them.
    pub whole: bool,
    /// Whether the total is at the cut-point or above it; `None` where there is no cut-point.
    pub reaches_cut: Option<bool>,
}

/// The pattern of the answers; `None` where the instrument has no criteria or an answer is missing.
///
/// For PCL-5: an item rated 2 or more counts as a symptom, and at least one of B, one of C, two of D and two of E make
/// the provisional pattern of DSM-5 (National Center for PTSD).
#[must_use]
pub fn pattern(instrument: &Instrument, answers: &BTreeMap<u8, u8>) -> Option<Pattern> {
    let criteria = instrument.criteria.as_ref()?;
    let total = score(instrument, answers).filter(|score| !score.prorated)?.total;
    let is_met = |need: &&Need| {
        let counts = |item: &&u8| answers.get(*item).is_some_and(|value| *value >= criteria.counts_from);
        need.items.iter().filter(counts).count() >= need.many
    };
    let met: Vec<_> = criteria.needs.iter().filter(is_met).map(|need| need.name.clone()).collect();
    let reaches_cut = instrument.cut.map(|cut| total >= cut);
    Some(Pattern { whole: met.len() == criteria.needs.len(), met, reaches_cut })
}
