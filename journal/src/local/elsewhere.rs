//! An appointment for somebody whose clock says another time than the one it was planned by.

use chrono::{DateTime, FixedOffset, NaiveDateTime};

use crate::record::Appointment;

/// What another clock says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Elsewhere {
    /// Where, as its zone names it: "Buenos Aires".
    pub place: String,
    /// The day and time there.
    pub time: NaiveDateTime,
    /// Whether that is another day than the reader's.
    pub other_day: bool,
}

/// What the clock says where an appointment was planned, if that is not what it says `here`, the same instant with the
/// reader's offset. `None` too where nobody kept the zone, or its name names no place.
#[must_use]
pub fn elsewhere(appointment: &Appointment, here: DateTime<FixedOffset>) -> Option<Elsewhere> {
    let place = place(appointment.zone.as_deref()?)?;
    let (time, here) = (appointment.at.naive_local(), here.naive_local());
    (time != here).then(|| Elsewhere { place, time, other_day: time.date() != here.date() })
}

/// The last part of a zone's name; zones that are no place ("UTC", "Etc/GMT+3") have none.
fn place(zone: &str) -> Option<String> {
    let (area, rest) = zone.split_once('/')?;
    let city = rest.rsplit('/').next().filter(|city| !city.is_empty())?;
    let is_name = zone.chars().all(|letter| letter.is_ascii_alphanumeric() || "/_-+".contains(letter));
    (area != "Etc" && is_name).then(|| city.replace('_', " "))
}

#[cfg(test)]
mod tests;
