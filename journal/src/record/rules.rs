//! What the client's own device shares without asking again. Without a rule it asks each time.

use std::collections::BTreeMap;

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};

use super::{Body, Form, Rest};

/// One rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rule {
    /// How much goes.
    pub form: Form,
    /// What was made before is not touched by it.
    pub from: DateTime<FixedOffset>,
}

/// The rules of one client, by kind of record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rules {
    /// Version of this body.
    pub v: u8,
    /// By the name of a kind, as in `kind`. A kind that is not here is asked about each time.
    pub rules: BTreeMap<String, Rule>,
    /// What a newer version wrote.
    #[serde(flatten)]
    pub rest: Rest,
}

impl Rules {
    /// Asks about everything.
    #[must_use]
    pub fn new() -> Self {
        Self { v: 1, rules: BTreeMap::new(), rest: Rest::new() }
    }

    /// The rule for a kind.
    #[must_use]
    pub fn of(&self, kind: &str) -> Option<Rule> {
        self.rules.get(kind).copied()
    }

    /// Sets a rule from now on, or asks again; one that stays as it is keeps its day.
    pub fn set(&mut self, kind: &str, form: Option<Form>, now: DateTime<FixedOffset>) {
        match form {
            None => drop(self.rules.remove(kind)),
            Some(form) if self.of(kind).is_none_or(|rule| rule.form != form) => {
                self.rules.insert(kind.into(), Rule { form, from: now });
            }
            Some(_) => {}
        }
    }

    /// Both versions of the rules: what one side changed is taken; where both did, the device asks again.
    #[must_use]
    pub(super) fn merged(base: Option<&Self>, mine: &Self, theirs: &Self) -> Self {
        let mut merged = mine.clone();
        let kinds = mine.rules.keys().chain(theirs.rules.keys());
        for kind in kinds {
            let (base, mine, theirs) = (base.and_then(|base| base.of(kind)), mine.of(kind), theirs.of(kind));
            let rule = if mine == theirs || theirs == base {
                mine
            } else if mine == base {
                theirs
            } else {
                None
            };
            match rule {
                Some(rule) => drop(merged.rules.insert(kind.clone(), rule)),
                None => drop(merged.rules.remove(kind)),
            }
        }
        for (field, value) in &theirs.rest {
            merged.rest.entry(field.clone()).or_insert_with(|| value.clone());
        }
        merged
    }
}

impl Default for Rules {
    fn default() -> Self {
        Self::new()
    }
}

impl Body {
    /// The name of the kind that a rule can be about.
    #[must_use]
    pub const fn rule_kind(&self) -> Option<&'static str> {
        match self {
            Self::Entry(_) => Some("entry"),
            Self::CheckIn(_) => Some("check_in"),
            Self::Measure(_) => Some("measure"),
            _ => None,
        }
    }
}
