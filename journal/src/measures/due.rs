//! Which measures are due. Before an appointment rather than at random: community teams get few of them back
//! otherwise. Never more often than the instrument allows, and never a pile of them.

use chrono::{DateTime, Duration, FixedOffset};
use uuid::Uuid;

use super::{Instrument, find};
use crate::{
    course::Course,
    record::{AppointmentKind, PlannedMeasure},
};

/// How long before an integration appointment its measures are asked.
pub const BEFORE_APPOINTMENT: Duration = Duration::hours(48);
/// How many may be asked in one local day.
pub const A_DAY: usize = 2;

/// Why one is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// This integration appointment is near.
    Before(Uuid),
    /// It was never answered, and treatment is measured from it.
    Baseline,
    /// So many days have passed.
    Again,
}

/// One that is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Due {
    /// Which instrument.
    pub instrument: &'static Instrument,
    /// Why.
    pub reason: Reason,
    /// Since when it is due for this reason, where that can be told: what was put off earlier was another time.
    pub since: Option<DateTime<FixedOffset>>,
}

/// What is due at `now`, the most urgent first; `answered` are the instruments that were finished, and when. What is not
/// `wanted` takes nobody's place.
///
/// An instrument that this version does not know is left out.
#[must_use]
pub fn due(
    planned: &[PlannedMeasure],
    answered: &[(&str, DateTime<FixedOffset>)],
    course: &Course,
    now: DateTime<FixedOffset>,
    wanted: impl Fn(&Due) -> bool,
) -> Vec<Due> {
    let today = course.local_day(now);
    let done_today = answered.iter().filter(|(_, at)| course.local_day(*at) == today).count();
    let mut due: Vec<Due> = planned
        .iter()
        .filter_map(|measure| {
            let instrument = find(&measure.instrument)?;
            let last = answered.iter().filter(|(id, _)| *id == instrument.id).map(|(_, at)| *at).max();
            let days = last.map(|last| (today - course.local_day(last)).num_days());
            let reason = reason(measure, instrument, days, course, now)?;
            let since = since(reason, last, measure.every_days, course, now).max(last);
            Some(Due { instrument, reason, since })
        })
        .filter(wanted)
        .collect();
    due.sort_by_key(|due| due.reason);
    due.truncate(A_DAY.saturating_sub(done_today));
    due
}

/// `days` are the local days since it was last answered.
fn reason(
    measure: &PlannedMeasure,
    instrument: &Instrument,
    days: Option<i64>,
    course: &Course,
    now: DateTime<FixedOffset>,
) -> Option<Reason> {
    if days.is_some_and(|days| days < i64::from(instrument.least_days_between)) {
        return None;
    }
    let near = course.appointments().iter().find(|appointment| {
        appointment.kind == AppointmentKind::Integration
            && appointment.at > now
            && appointment.at - now <= BEFORE_APPOINTMENT
    });
    if measure.before_integration
        && let Some(appointment) = near
    {
        return Some(Reason::Before(appointment.id));
    }
    match (days, measure.every_days) {
        (None, _) if measure.baseline => Some(Reason::Baseline),
        (None, Some(_)) => Some(Reason::Again),
        (Some(days), Some(every)) if days >= i64::from(every) => Some(Reason::Again),
        _ => None,
    }
}

/// When an appointment came near, or when the last of the days came after which it is asked again and again.
fn since(
    reason: Reason,
    last: Option<DateTime<FixedOffset>>,
    every_days: Option<u16>,
    course: &Course,
    now: DateTime<FixedOffset>,
) -> Option<DateTime<FixedOffset>> {
    match reason {
        Reason::Before(id) => {
            let appointment = course.appointments().iter().find(|appointment| appointment.id == id)?;
            Some(appointment.at - BEFORE_APPOINTMENT)
        }
        Reason::Baseline => None,
        Reason::Again => {
            let (last, every) = (last?, i64::from(every_days.filter(|every| *every > 0)?));
            let days = (course.local_day(now) - course.local_day(last)).num_days();
            Some(last + Duration::days(days / every * every))
        }
    }
}
