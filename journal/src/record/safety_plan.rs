//! What somebody wrote for the hours in which it gets hard. Its six headings are our own.

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};

use super::{
    Body, Opened, Rest,
    merge::{both, rests},
};

/// The headings, in the order to go through them.
pub const PARTS: [Part; 6] =
    [Part::Signs, Part::Alone, Part::Places, Part::People, Part::Services, Part::Safer];

/// One heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Warning signs.
    Signs,
    /// What helps alone.
    Alone,
    /// People and places that distract.
    Places,
    /// People to ask for help.
    People,
    /// Professionals and services.
    Services,
    /// Making the surroundings safer.
    Safer,
}

/// One plan. Somebody has at most one; two that were begun on two devices are joined.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SafetyPlan {
    /// Version of this body.
    pub v: u8,
    /// Warning signs.
    pub signs: String,
    /// What helps alone.
    pub alone: String,
    /// People and places that distract.
    pub places: String,
    /// People to ask for help.
    pub people: String,
    /// Professionals and services.
    pub services: String,
    /// Making the surroundings safer.
    pub safer: String,
    /// When it was begun.
    pub made: DateTime<FixedOffset>,
    /// When a word last changed.
    pub changed: DateTime<FixedOffset>,
    /// What a newer version wrote.
    #[serde(flatten)]
    pub rest: Rest,
}

impl SafetyPlan {
    /// An empty one.
    #[must_use]
    pub fn new(now: DateTime<FixedOffset>) -> Self {
        Self {
            v: 1,
            signs: String::new(),
            alone: String::new(),
            places: String::new(),
            people: String::new(),
            services: String::new(),
            safer: String::new(),
            made: now,
            changed: now,
            rest: Rest::new(),
        }
    }

    /// What stands under a heading.
    #[must_use]
    pub fn text(&self, part: Part) -> &str {
        match part {
            Part::Signs => &self.signs,
            Part::Alone => &self.alone,
            Part::Places => &self.places,
            Part::People => &self.people,
            Part::Services => &self.services,
            Part::Safer => &self.safer,
        }
    }

    /// Writes under a heading.
    pub fn set(&mut self, part: Part, text: String, now: DateTime<FixedOffset>) {
        let place = match part {
            Part::Signs => &mut self.signs,
            Part::Alone => &mut self.alone,
            Part::Places => &mut self.places,
            Part::People => &mut self.people,
            Part::Services => &mut self.services,
            Part::Safer => &mut self.safer,
        };
        *place = text;
        self.changed = now;
    }

    /// Whether nothing was written.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        PARTS.iter().all(|part| self.text(*part).trim().is_empty())
    }

    /// Two plans of one person as one: no word of either is dropped.
    #[must_use]
    pub fn joined(&self, other: &Self) -> Self {
        Self::merge(None, self, other)
    }

    /// After two devices wrote: no word of either is dropped.
    pub(super) fn merge(base: Option<&Self>, mine: &Self, theirs: &Self) -> Self {
        let mut all =
            Self { made: mine.made.min(theirs.made), rest: rests(&mine.rest, &theirs.rest), ..mine.clone() };
        let changed = mine.changed.max(theirs.changed);
        for part in PARTS {
            let before = base.map(|base| base.text(part).to_owned());
            all.set(part, both(before.as_ref(), mine.text(part), theirs.text(part)), changed);
        }
        all
    }
}

impl Opened {
    /// The safety plan in it, if it is one.
    #[must_use]
    pub const fn safety_plan(&self) -> Option<&SafetyPlan> {
        if let Body::SafetyPlan(plan) = &self.body { Some(plan) } else { None }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::record::merge;

    fn now() -> DateTime<FixedOffset> {
        "2026-10-14T19:00:00+02:00".parse().unwrap()
    }

    fn plan(texts: &[String; 6]) -> SafetyPlan {
        let mut plan = SafetyPlan::new(now());
        for (part, text) in PARTS.into_iter().zip(texts) {
            plan.set(part, text.clone(), now());
        }
        plan
    }

    #[test]
    fn a_plan_comes_back_with_what_a_newer_version_wrote() {
        let json = serde_json::json!({
            "kind": "safety_plan", "v": 2, "signs": "I stop answering", "alone": "", "places": "", "people": "Ana",
            "services": "", "safer": "", "made": "2026-10-14T19:00:00+02:00", "changed": "2026-10-14T19:00:00+02:00",
            "photo": "x",
        });
        let body = Body::parse(json.to_string().as_bytes()).unwrap();
        let again: serde_json::Value = serde_json::from_slice(&body.to_json()).unwrap();
        assert_eq!(again, json);
        assert_eq!(body.words(), ["I stop answering", "", "", "Ana", "", ""]);
    }

    #[test]
    fn an_empty_plan_is_one_without_a_word() {
        let mut plan = SafetyPlan::new(now());
        plan.set(Part::Safer, " \n".into(), now());
        assert!(plan.is_empty());
        plan.set(Part::Safer, "the key".into(), now());
        assert!(!plan.is_empty());
    }

    proptest! {
        #[test]
        fn no_word_of_two_devices_is_dropped(
            base in proptest::array::uniform6("[a-z]{0,4}"),
            mine in proptest::array::uniform6("[a-z]{0,4}"),
            theirs in proptest::array::uniform6("[a-z]{0,4}"),
        ) {
            let (base, mine, theirs) = (plan(&base), plan(&mine), plan(&theirs));
            let bodies = [&base, &mine, &theirs].map(|plan| Body::SafetyPlan(plan.clone()));
            let Body::SafetyPlan(all) = merge(Some(&bodies[0]), &bodies[1], &bodies[2]) else { panic!() };
            for part in PARTS {
                for one in [&mine, &theirs] {
                    let new = one.text(part) != base.text(part);
                    prop_assert!(!new || all.text(part).contains(one.text(part)));
                }
            }
        }
    }
}
