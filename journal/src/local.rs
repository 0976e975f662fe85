//! Between what a wall clock says and an instant. The zone is passed in; a phone knows its own.

use chrono::{DateTime, FixedOffset, NaiveDateTime, TimeZone};

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
    let found = zone.from_local_datetime(&typed).earliest().ok_or(NoInstant::Skipped)?;
    // Browsers name an instant for a skipped time as well; read back, it says another time.
    let read_back = zone.from_utc_datetime(&found.naive_utc());
    if read_back.naive_local() == typed { Ok(read_back.fixed_offset()) } else { Err(NoInstant::Skipped) }
}

/// What a date and time field shows for an instant in `zone`.
#[must_use]
pub fn field<Zone: TimeZone>(at: DateTime<FixedOffset>, zone: &Zone) -> String {
    at.with_timezone(zone).naive_local().format(FIELD).to_string()
}

#[cfg(test)]
mod tests;
