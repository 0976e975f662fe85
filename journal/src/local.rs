//! Between what a wall clock says and an instant. The zone is passed in; a phone knows its own.

mod elsewhere;

use chrono::{DateTime, Duration, FixedOffset, NaiveDateTime, TimeZone};

pub use self::elsewhere::{Elsewhere, elsewhere};

/// How a date and time field writes it.
const FIELD: &str = "%Y-%m-%dT%H:%M";

/// Why a typed time is no instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoInstant {
    /// Not a day and a time.
    #[error("not a day and a time")]
    NotATime,
    /// The clocks skip it: they go forward that night.
    #[error("the clocks skip this time")]
    Skipped,
}

/// The instant that a date and time field names in `zone`, with the offset of that day. A time that comes
/// twice, when the clocks go back, is the first of the two.
///
/// # Errors
/// When it is not a time, or one that the clocks skip.
pub fn instant<Zone: TimeZone>(field: &str, zone: &Zone) -> Result<DateTime<FixedOffset>, NoInstant> {
    let typed = [FIELD, "%Y-%m-%dT%H:%M:%S"]
        .iter()
        .find_map(|format| NaiveDateTime::parse_from_str(field.trim(), format).ok())
        .ok_or(NoInstant::NotATime)?;
    exact(typed, zone).ok_or(NoInstant::Skipped)
}

/// The instant of a wall clock's time in `zone`. A time that comes twice is the first of the two; one that the clocks
/// skip moves forward to where they go on, by whole quarters of an hour. `None` where they go on more than a day later.
#[must_use]
pub fn moved<Zone: TimeZone>(time: NaiveDateTime, zone: &Zone) -> Option<DateTime<FixedOffset>> {
    (0..=24 * 4).find_map(|quarters| exact(time + Duration::minutes(15 * quarters), zone))
}

fn exact<Zone: TimeZone>(time: NaiveDateTime, zone: &Zone) -> Option<DateTime<FixedOffset>> {
    let found = zone.from_local_datetime(&time).earliest()?;
    // Browsers name an instant for a skipped time as well; read back, it says another time.
    let read_back = zone.from_utc_datetime(&found.naive_utc());
    (read_back.naive_local() == time).then(|| read_back.fixed_offset())
}

/// What a date and time field shows for an instant in `zone`.
#[must_use]
pub fn field<Zone: TimeZone>(at: DateTime<FixedOffset>, zone: &Zone) -> String {
    at.with_timezone(zone).naive_local().format(FIELD).to_string()
}

#[cfg(test)]
pub(crate) mod tests;
