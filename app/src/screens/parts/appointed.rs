//! When an appointment is, by the reader's clock, and by the one that it was planned by where that says another time.

use chrono::{Local, NaiveDate, NaiveTime};
use journal::{
    local::{elsewhere, moved},
    record::Appointment,
};

use super::{clock_time, day_and_time, whole_day};
use crate::{device::clock, text::planned};

/// "Thu 16 Oct, 14:00", and where it was planned by other clocks, what those say: "Thu 16 Oct, 14:00 (15:00 in Berlin)".
#[must_use]
pub fn appointed(appointment: &Appointment) -> String {
    let here = day_and_time(appointment.at);
    let Some(there) = elsewhere(appointment, clock::here(appointment.at)) else { return here };
    let day = there.other_day.then(|| whole_day(there.time.date()));
    let said = [day, of_any_day(there.time.time())].into_iter().flatten().collect::<Vec<_>>().join(", ");
    planned::elsewhere(&here, &said, &there.place)
}

/// A time of day, said as on a day on which no clock skips it.
fn of_any_day(time: NaiveTime) -> Option<String> {
    let day = NaiveDate::from_ymd_opt(2024, 1, 1)?;
    moved(day.and_time(time), &Local).map(clock_time)
}
