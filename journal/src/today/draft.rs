//! When an unfinished entry is offered to go on with.

use chrono::{DateTime, Duration, FixedOffset, Timelike};

use crate::{course::Moment, record::Entry};

/// How long an unfinished entry is offered to go on with.
pub const DRAFT: Duration = Duration::hours(24);
/// From what hour the morning after a soft landing is there.
const MORNING: u32 = 6;

/// Whether a soft landing that was begun still rests: "finish tomorrow" means the next morning.
#[must_use]
pub fn rests(entry: &Entry, now: DateTime<FixedOffset>) -> bool {
    entry.moment == Moment::SoftLanding && entry.finished.is_none() && now < morning_after(entry, now)
}

/// Whether Today offers it, if there is anything in it.
pub(super) fn is_offered(entry: &Entry, now: DateTime<FixedOffset>) -> bool {
    let is_open = entry.finished.is_none();
    if entry.moment == Moment::SoftLanding {
        let morning = morning_after(entry, now);
        return is_open && (morning..morning + DRAFT).contains(&now);
    }
    is_open && now - entry.changed < DRAFT
}

/// The first morning after it was begun, on the clock of where the client is now.
fn morning_after(entry: &Entry, now: DateTime<FixedOffset>) -> DateTime<FixedOffset> {
    let begun = entry.started.with_timezone(now.offset());
    let hours = if begun.hour() < MORNING { 0 } else { 24 } + i64::from(MORNING) - i64::from(begun.hour());
    begun - Duration::minutes(begun.minute().into()) + Duration::hours(hours)
}
