//! An answered questionnaire. Written once: what is changed later is a new version that says so.

use std::collections::BTreeMap;

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};

use super::Rest;
use crate::measures::{Instrument, Pattern, Score, find, pattern, score};

/// One filling-in of one instrument; a draft until it is finished.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Measure {
    /// Version of this body.
    pub v: u8,
    /// The instrument's id.
    pub instrument: String,
    /// The language in which the questions were read.
    pub language: String,
    /// When it was begun.
    pub started: DateTime<FixedOffset>,
    /// When the last answer changed.
    pub changed: DateTime<FixedOffset>,
    /// When it was finished; `None` is a draft.
    pub finished: Option<DateTime<FixedOffset>>,
    /// The question one stopped at, from 0.
    pub position: usize,
    /// The value of each answered item; what was skipped is not there.
    #[serde(with = "pairs")]
    pub answers: BTreeMap<u8, u8>,
    /// When it was corrected, if it was changed after it was finished.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub corrected: Option<DateTime<FixedOffset>>,
    /// What a newer version wrote.
    #[serde(flatten)]
    pub rest: Rest,
}

impl Measure {
    /// An empty one.
    #[must_use]
    pub fn new(instrument: &Instrument, language: &str, now: DateTime<FixedOffset>) -> Self {
        Self {
            v: 1,
            instrument: instrument.id.clone(),
            language: language.into(),
            started: now,
            changed: now,
            finished: None,
            position: 0,
            answers: BTreeMap::new(),
            corrected: None,
            rest: Rest::new(),
        }
    }

    /// Answers an item, or takes its answer back. After it was finished this is a correction.
    pub fn answer(&mut self, item: u8, value: Option<u8>, now: DateTime<FixedOffset>) {
        let before = match value {
            Some(value) => self.answers.insert(item, value),
            None => self.answers.remove(&item),
        };
        if before == value {
            return;
        }
        self.changed = now;
        if self.finished.is_some() {
            self.corrected = Some(now);
        }
    }

    /// What it comes to, once it is finished; `None` too for an instrument from a newer version.
    #[must_use]
    pub fn score(&self) -> Option<Score> {
        self.finished?;
        score(find(&self.instrument)?, &self.answers)
    }

    /// What it says besides its total, once it is finished: for a therapist, and not a diagnosis.
    #[must_use]
    pub fn pattern(&self) -> Option<Pattern> {
        self.finished?;
        pattern(find(&self.instrument)?, &self.answers)
    }

    /// Whether an answer was above zero that asks for care at once. A flag, not an assessment of risk.
    #[must_use]
    pub fn asks_for_care(&self) -> bool {
        let safety = |item: u8| self.answers.get(&item).is_some_and(|value| *value > 0);
        find(&self.instrument).is_some_and(|instrument| {
            instrument.items.iter().filter(|item| item.safety).any(|item| safety(item.id))
        })
    }

    /// When what it says now was said: when it was finished, or corrected since. `None` while it is a draft.
    #[must_use]
    pub const fn as_of(&self) -> Option<DateTime<FixedOffset>> {
        match (self.finished, self.corrected) {
            (Some(_), Some(corrected)) => Some(corrected),
            (finished, _) => finished,
        }
    }

    /// Whether an answer that asks for care is new in it, or higher, against what it was before.
    #[must_use]
    pub fn asks_more_than(&self, before: &Self) -> bool {
        let value = |measure: &Self, item: u8| measure.answers.get(&item).copied().unwrap_or_default();
        find(&self.instrument).is_some_and(|instrument| {
            let mut safety = instrument.items.iter().filter(|item| item.safety);
            safety.any(|item| value(self, item.id) > value(before, item.id))
        })
    }

    /// After both changed it: an answer that only one side changed is that side's; where both did, mine stays.
    pub(super) fn merge(base: Option<&Self>, mine: &Self, theirs: &Self) -> Self {
        let mut merged = mine.clone();
        let items: Vec<u8> = mine.answers.keys().chain(theirs.answers.keys()).copied().collect();
        for item in items {
            let before = base.and_then(|base| base.answers.get(&item));
            if mine.answers.get(&item) == before {
                match theirs.answers.get(&item) {
                    Some(value) => merged.answers.insert(item, *value),
                    None => merged.answers.remove(&item),
                };
            }
        }
        merged.changed = mine.changed.max(theirs.changed);
        merged.finished = mine.finished.or(theirs.finished);
        merged.corrected = mine.corrected.max(theirs.corrected);
        merged.position = mine.position.max(theirs.position);
        merged.rest = super::merge::rests(&mine.rest, &theirs.rest);
        merged
    }
}

/// As a list of pairs: numbers as keys do not survive next to flattened fields.
mod pairs {
    use std::collections::BTreeMap;

    use serde::{Deserialize, Deserializer, Serializer};

    pub fn serialize<S: Serializer>(map: &BTreeMap<u8, u8>, to: S) -> Result<S::Ok, S::Error> {
        to.collect_seq(map)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<BTreeMap<u8, u8>, D::Error> {
        Ok(Vec::<(u8, u8)>::deserialize(from)?.into_iter().collect())
    }
}
