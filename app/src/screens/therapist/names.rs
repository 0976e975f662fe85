//! What things of the journal are called.

use chrono::{DateTime, FixedOffset, NaiveDate};
use journal::record::Appointment;

pub use crate::screens::parts::names::{kind, scale};
use crate::{screens::parts::day_and_time, text::scales::Words};

/// "Integration, Thu 16 Oct, 14:00".
pub fn appointment(appointment: &Appointment) -> String {
    format!("{}, {}", kind(appointment.kind), day_and_time(appointment.at))
}

/// The word for a level, which may lie between two.
pub fn band(words: &Words, level: f32) -> &'static str {
    let [one, two, three, four, five] = words.steps;
    match level {
        ..1.5 => one,
        1.5..2.5 => two,
        2.5..3.5 => three,
        3.5..4.5 => four,
        _ => five,
    }
}

/// The middle of a day where the reader is.
pub fn noon(day: NaiveDate, now: DateTime<FixedOffset>) -> DateTime<FixedOffset> {
    day.and_hms_opt(12, 0, 0).and_then(|noon| noon.and_local_timezone(*now.offset()).single()).unwrap_or(now)
}
