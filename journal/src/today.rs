//! The one next thing. First that applies; never a list.

use chrono::{DateTime, Duration, FixedOffset};
use wire::ids::{AccountId, RecordId};

use crate::{
    course::{Course, Moment},
    record::{Appointment, Opened},
};

/// How long an unfinished entry is offered to go on with.
pub const DRAFT: Duration = Duration::hours(24);
/// How long before an appointment it becomes the next thing.
pub const APPOINTMENT: Duration = Duration::hours(48);

/// What Today shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Thing {
    /// An entry holds two versions that met: choose.
    TwoVersions(RecordId),
    /// Within hours after a dosing session: one word is enough.
    SoftLanding,
    /// Go on where you stopped.
    Draft(RecordId),
    /// The prompt of this moment, not yet answered.
    Write(Moment),
    /// Today's check-in, if none yet.
    CheckIn,
    /// An appointment is near.
    Appointment(Appointment),
    /// Nothing is asked.
    Nothing,
}

/// The one next thing for the client `me`; `put_off` are moments answered with "not now" today.
#[must_use]
pub fn next_thing(
    records: &[Opened],
    me: AccountId,
    course: &Course,
    now: DateTime<FixedOffset>,
    put_off: &[Moment],
) -> Thing {
    let mine = || records.iter().filter(move |record| record.owner == me);
    let moment = course.moment();
    if let Some(record) = mine().find(|record| record.entry().is_some_and(|entry| !entry.others.is_empty())) {
        return Thing::TwoVersions(record.id);
    }
    let answered = answered(records, me, course, moment);
    if moment == Moment::SoftLanding && !answered && !put_off.contains(&moment) {
        return Thing::SoftLanding;
    }
    let draft = mine()
        .filter_map(|record| record.entry().map(|entry| (record.id, entry)))
        .filter(|(_, entry)| entry.finished.is_none() && !entry.is_empty() && now - entry.changed < DRAFT)
        .max_by_key(|(_, entry)| entry.changed);
    if let Some((id, _)) = draft {
        return Thing::Draft(id);
    }
    if !matches!(moment, Moment::Free | Moment::SoftLanding) && !answered && !put_off.contains(&moment) {
        return Thing::Write(moment);
    }
    let today = now.date_naive();
    if !mine().any(|record| record.check_in().is_some_and(|check_in| check_in.day == today)) {
        return Thing::CheckIn;
    }
    match course.next() {
        Some(next) if next.at - now < APPOINTMENT => Thing::Appointment(next.clone()),
        _ => Thing::Nothing,
    }
}

/// Whether the prompt of this moment was answered since the dosing session it belongs to.
fn answered(records: &[Opened], me: AccountId, course: &Course, moment: Moment) -> bool {
    let dosing = course.last_dosing().map(|dosing| dosing.id);
    records
        .iter()
        .filter(|record| record.owner == me)
        .filter_map(Opened::entry)
        .any(|entry| entry.moment == moment && entry.dosing == dosing && entry.finished.is_some())
}

#[cfg(test)]
mod tests;
