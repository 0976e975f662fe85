//! Two devices changed one plan before they met: what each did to an appointment, a measure or a prompt is done.

use super::{Appointment, OwnPrompt, Plan, PlannedMeasure, Telling, changes};
use crate::record::merge::{both, rests};

impl Plan {
    /// What a second plan for the same client adds to this one, where it is not known what both started from.
    #[must_use]
    pub fn with(&self, other: &Self) -> Self {
        Self::merge(None, self, other)
    }

    /// The plan as it is now without the change from `before` to `after`; what was changed since stays changed.
    #[must_use]
    pub fn without(&self, before: &Self, after: &Self) -> Self {
        Self::merge(Some(after), before, self)
    }

    /// What one side added is there, what one side took away is gone unless the other changed it. Of a field that
    /// both changed mine stays; of short texts both do.
    pub(in crate::record) fn merge(base: Option<&Self>, mine: &Self, theirs: &Self) -> Self {
        Self {
            v: mine.v.max(theirs.v),
            client: mine.client,
            appointments: joined(
                base.map(|base| &*base.appointments),
                &mine.appointments,
                &theirs.appointments,
            ),
            measures: joined(base.map(|base| &*base.measures), &mine.measures, &theirs.measures),
            prompts: joined(base.map(|base| &*base.prompts), &mine.prompts, &theirs.prompts),
            telling: match base {
                Some(base) => either(Some(&base.telling), &mine.telling, &theirs.telling),
                None if mine.telling == theirs.telling => mine.telling,
                // Nobody tells anything that may not have been agreed.
                None => Telling::Ask,
            },
            changed: changes::joined(&mine.changed, &theirs.changed),
            rest: rests(&mine.rest, &theirs.rest),
        }
    }
}

/// One thing of a list, told from the others by its key.
trait Listed: Clone + PartialEq {
    fn is(&self, other: &Self) -> bool;
    fn both(base: Option<&Self>, mine: &Self, theirs: &Self) -> Self;
}

fn joined<T: Listed>(base: Option<&[T]>, mine: &[T], theirs: &[T]) -> Vec<T> {
    let find = |list: &[T], one: &T| list.iter().find(|other| other.is(one)).cloned();
    let before = |one: &T| base.and_then(|base| find(base, one));
    let is_untouched = |one: &T| before(one).as_ref() == Some(one);
    let mut all: Vec<T> = mine
        .iter()
        .filter_map(|one| match find(theirs, one) {
            Some(other) if other == *one => Some(other),
            Some(other) => Some(T::both(before(one).as_ref(), one, &other)),
            None => (!is_untouched(one)).then(|| one.clone()),
        })
        .collect();
    let added = theirs.iter().filter(|one| find(mine, one).is_none() && !is_untouched(one));
    all.extend(added.cloned());
    all
}

/// The side that changed it; mine where both did.
fn either<T: Clone + PartialEq>(base: Option<&T>, mine: &T, theirs: &T) -> T {
    if base == Some(mine) { theirs.clone() } else { mine.clone() }
}

impl Listed for Appointment {
    fn is(&self, other: &Self) -> bool {
        self.id == other.id
    }

    fn both(base: Option<&Self>, mine: &Self, theirs: &Self) -> Self {
        let text = |note: &Option<String>| note.clone().unwrap_or_default();
        let before = base.map(|base| text(&base.note));
        // A note that one side emptied is empty; one that both changed is both.
        let (ours, others) = (text(&mine.note), text(&theirs.note));
        let note = if before.as_ref() == Some(&others) || before.as_ref() == Some(&ours) {
            either(before.as_ref(), &ours, &others)
        } else {
            both(before.as_ref(), &ours, &others)
        };
        // A time stays with the zone that it was said in.
        let time = |one: &Self| (one.at, one.zone.clone());
        let (at, zone) = either(base.map(time).as_ref(), &time(mine), &time(theirs));
        Self {
            id: mine.id,
            kind: either(base.map(|base| &base.kind), &mine.kind, &theirs.kind),
            at,
            minutes: either(base.map(|base| &base.minutes), &mine.minutes, &theirs.minutes),
            note: (!note.is_empty()).then_some(note),
            dose: either(base.map(|base| &base.dose), &mine.dose, &theirs.dose),
            zone,
        }
    }
}

impl Listed for PlannedMeasure {
    fn is(&self, other: &Self) -> bool {
        self.instrument == other.instrument
    }

    fn both(base: Option<&Self>, mine: &Self, theirs: &Self) -> Self {
        Self {
            instrument: mine.instrument.clone(),
            every_days: either(base.map(|base| &base.every_days), &mine.every_days, &theirs.every_days),
            before_integration: either(
                base.map(|base| &base.before_integration),
                &mine.before_integration,
                &theirs.before_integration,
            ),
            baseline: either(base.map(|base| &base.baseline), &mine.baseline, &theirs.baseline),
            rest: rests(&mine.rest, &theirs.rest),
        }
    }
}

impl Listed for OwnPrompt {
    fn is(&self, other: &Self) -> bool {
        self.id == other.id
    }

    fn both(base: Option<&Self>, mine: &Self, theirs: &Self) -> Self {
        Self {
            id: mine.id,
            question: both(base.map(|base| &base.question), &mine.question, &theirs.question),
            help: both(base.map(|base| &base.help), &mine.help, &theirs.help),
            moment: either(base.map(|base| &base.moment), &mine.moment, &theirs.moment),
            given: mine.given.max(theirs.given),
            rest: rests(&mine.rest, &theirs.rest),
        }
    }
}

#[cfg(test)]
mod tests;
