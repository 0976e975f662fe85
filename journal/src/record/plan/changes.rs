//! Two people plan with one client for a while. Each thing of a plan remembers when it was last changed, so that the
//! latest change stands, whoever made it.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, FixedOffset};

use super::{Appointment, OwnPrompt, Plan, PlannedMeasure, Telling};

/// When each thing of a plan was last changed, added or taken away, by its key.
pub type Changes = BTreeMap<String, DateTime<FixedOffset>>;

/// One thing of a plan, if it is there.
#[derive(PartialEq)]
enum Thing<'a> {
    Appointment(Option<&'a Appointment>),
    Measure(Option<&'a PlannedMeasure>),
    Prompt(Option<&'a OwnPrompt>),
    Telling(Telling),
}

const TELLING: &str = "telling";

impl Plan {
    /// Notes when it was changed from `before` to what it is.
    #[must_use]
    pub fn noting(mut self, before: &Self, now: DateTime<FixedOffset>) -> Self {
        let keys: BTreeSet<String> = before.keys().chain(self.keys()).collect();
        let changed: Vec<_> = keys.into_iter().filter(|key| self.thing(key) != before.thing(key)).collect();
        self.changed.extend(changed.into_iter().map(|key| (key, now)));
        self
    }

    /// What two people planned with one client: of each thing what was changed last. Of what nobody knows a time of, all
    /// is there, and of the same appointment what this one says.
    #[must_use]
    pub fn latest(&self, other: &Self) -> Self {
        let mut all = self.with(other);
        for (key, at) in all.changed.clone() {
            let last = if self.changed.get(&key) == Some(&at) { self } else { other };
            all.take(&key, last);
        }
        all
    }

    /// This plan with what was changed later in the other one, and nothing else of that.
    #[must_use]
    pub fn followed_by(&self, other: &Self) -> Self {
        let mut all = self.clone();
        for (key, at) in &other.changed {
            if self.changed.get(key).is_none_or(|mine| mine < at) {
                all.take(key, other);
                all.changed.insert(key.clone(), *at);
            }
        }
        all
    }

    fn keys(&self) -> impl Iterator<Item = String> {
        let appointments = self.appointments.iter().map(|one| format!("appointment {}", one.id));
        let measures = self.measures.iter().map(|one| format!("measure {}", one.instrument));
        let prompts = self.prompts.iter().map(|one| format!("prompt {}", one.id));
        appointments.chain(measures).chain(prompts).chain([TELLING.to_owned()])
    }

    /// Under a key that a newer version wrote stands nothing that could be taken over.
    fn thing(&self, key: &str) -> Option<Thing<'_>> {
        Some(match key.split_once(' ') {
            Some(("appointment", id)) => {
                Thing::Appointment(self.appointments.iter().find(|one| one.id.to_string() == id))
            }
            Some(("measure", id)) => Thing::Measure(self.measures.iter().find(|one| one.instrument == id)),
            Some(("prompt", id)) => Thing::Prompt(self.prompts.iter().find(|one| one.id.to_string() == id)),
            None if key == TELLING => Thing::Telling(self.telling),
            _ => return None,
        })
    }

    /// Has one thing as another plan has it.
    fn take(&mut self, key: &str, from: &Self) {
        let id = key.split_once(' ').map_or("", |(_, id)| id);
        match from.thing(key) {
            Some(Thing::Appointment(one)) => {
                self.appointments.retain(|there| there.id.to_string() != id);
                self.appointments.extend(one.cloned());
            }
            Some(Thing::Measure(one)) => {
                self.measures.retain(|there| there.instrument != id);
                self.measures.extend(one.cloned());
            }
            Some(Thing::Prompt(one)) => {
                self.prompts.retain(|there| there.id.to_string() != id);
                self.prompts.extend(one.cloned());
            }
            Some(Thing::Telling(telling)) => self.telling = telling,
            None => {}
        }
    }
}

/// The later of both, for each.
pub(super) fn joined(mine: &Changes, theirs: &Changes) -> Changes {
    let mut all = mine.clone();
    for (key, at) in theirs {
        let known = all.entry(key.clone()).or_insert(*at);
        *known = (*known).max(*at);
    }
    all
}

#[cfg(test)]
mod tests;
