//! Which list is for the next hour together, and which ones are history. Nothing has to be written when an hour
//! is over: a list is for the first hour that ends after it was begun, and history once that hour has ended.

use chrono::{DateTime, FixedOffset};
use wire::ids::{AccountId, RecordId};

use crate::{
    course::Course,
    record::{Agenda, Appointment, Jotting, Opened},
};

/// A list and the record it is in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Which record.
    pub id: RecordId,
    /// The list.
    pub agenda: Agenda,
    /// The hour it was for, as far as one is planned.
    pub hour: Option<Appointment>,
}

/// The list for the next hour together. Of several the newest; the others are history.
#[must_use]
pub fn current(
    records: &[Opened],
    owner: AccountId,
    course: &Course,
    now: DateTime<FixedOffset>,
) -> Option<Listed> {
    lists(records, owner, course).into_iter().next().filter(|list| !is_over(list, now))
}

/// Lists of hours that are over, newest first; those on which nothing stood are left out.
#[must_use]
pub fn history(
    records: &[Opened],
    owner: AccountId,
    course: &Course,
    now: DateTime<FixedOffset>,
) -> Vec<Listed> {
    let mut lists = lists(records, owner, course);
    if lists.first().is_some_and(|list| !is_over(list, now)) {
        lists.remove(0);
    }
    lists.retain(|list| !list.agenda.items.is_empty());
    lists
}

/// The line that is being typed, and its record. Of several that with the newest words.
#[must_use]
pub fn jotting(records: &[Opened], owner: AccountId) -> Option<(RecordId, &Jotting)> {
    records
        .iter()
        .filter(|record| record.owner == owner)
        .filter_map(|record| record.jotting().map(|jotting| (record.id, jotting)))
        .max_by_key(|(_, jotting)| (!jotting.text.trim().is_empty(), jotting.changed))
}

/// The next hour together; one counts until it is over.
#[must_use]
pub fn next_hour(course: &Course, now: DateTime<FixedOffset>) -> Option<&Appointment> {
    together(course).find(|hour| hour.end() > now)
}

/// All lists of an account, newest first.
fn lists(records: &[Opened], owner: AccountId, course: &Course) -> Vec<Listed> {
    let mut lists: Vec<_> = records
        .iter()
        .filter(|record| record.owner == owner)
        .filter_map(|record| {
            let agenda = record.agenda()?.clone();
            let hour = together(course).find(|hour| hour.end() > agenda.made).cloned();
            Some(Listed { id: record.id, agenda, hour })
        })
        .collect();
    lists.sort_by_key(|list| (std::cmp::Reverse(list.agenda.made), list.id));
    lists
}

fn together(course: &Course) -> impl Iterator<Item = &Appointment> {
    course.appointments().iter().filter(|appointment| appointment.is_together())
}

fn is_over(list: &Listed, now: DateTime<FixedOffset>) -> bool {
    list.hour.as_ref().is_some_and(|hour| hour.end() <= now)
}

#[cfg(test)]
mod tests;
