//! Days and times as a person says them, in the reader's language where the browser knows how.

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate};
use js_sys::{Date, Object, Reflect};
use wasm_bindgen::JsValue;

use crate::device::{clock, language::locale};

/// "Thursday 16 October".
#[must_use]
pub fn long_day(at: DateTime<FixedOffset>) -> String {
    format(at, &[("weekday", "long"), ("day", "numeric"), ("month", "long")])
}

/// "Thu 16 Oct", with its year when that is not this one.
#[must_use]
pub fn short_day(at: DateTime<FixedOffset>) -> String {
    unbroken(&format(at, &dated(at.year(), [("weekday", "short"), ("day", "numeric"), ("month", "short")])))
}

/// "Thursday 16 October" of a local day, with its year when that is not this one.
#[must_use]
pub fn whole_day(day: NaiveDate) -> String {
    of_day(day, &dated(day.year(), [("weekday", "long"), ("day", "numeric"), ("month", "long")]))
}

/// "Thursday 16 October 2026".
#[must_use]
pub fn full_day(day: NaiveDate) -> String {
    of_day(day, &[("weekday", "long"), ("day", "numeric"), ("month", "long"), ("year", "numeric")])
}

/// "Mon".
#[must_use]
pub fn weekday(day: chrono::Weekday) -> String {
    // The first of January 2024 was a Monday.
    let first = NaiveDate::from_ymd_opt(2024, 1, 1).unwrap_or_default();
    let day = first + chrono::Days::new(day.num_days_from_monday().into());
    of_day(day, &[("weekday", "short")])
}

/// "October 2026".
#[must_use]
pub fn month(day: NaiveDate) -> String {
    of_day(day, &[("month", "long"), ("year", "numeric")])
}

/// "14:00" or "2:00 PM".
#[must_use]
pub fn clock_time(at: DateTime<FixedOffset>) -> String {
    unbroken(&format(at, &[("hour", "numeric"), ("minute", "2-digit")]))
}

/// "Thu 16 Oct, 14:00".
#[must_use]
pub fn day_and_time(at: DateTime<FixedOffset>) -> String {
    format!("{}, {}", short_day(at), clock_time(at))
}

fn dated(year: i32, fields: [(&'static str, &'static str); 3]) -> Vec<(&'static str, &'static str)> {
    let year = (year != clock::now().year()).then_some(("year", "numeric"));
    fields.into_iter().chain(year).collect()
}

/// Short enough to stay on one line: "Thu" is not left behind where "16 Oct" no longer fits. A year may follow on the
/// next one.
fn unbroken(said: &str) -> String {
    said.replacen(' ', "\u{a0}", 2)
}

fn of_day(day: NaiveDate, fields: &[(&str, &str)]) -> String {
    // Noon, so that no offset moves it to another day.
    let noon = day.and_hms_opt(12, 0, 0).unwrap_or_default().and_utc().fixed_offset();
    format_in(noon, &[fields, &[("timeZone", "UTC")]].concat())
}

fn format(at: DateTime<FixedOffset>, options: &[(&str, &str)]) -> String {
    format_in(at, options)
}

fn format_in(at: DateTime<FixedOffset>, fields: &[(&str, &str)]) -> String {
    let options = Object::new();
    for (name, value) in fields {
        drop(Reflect::set(&options, &(*name).into(), &(*value).into()));
    }
    #[expect(clippy::cast_precision_loss, reason = "milliseconds of this age fit a double exactly")]
    let date = Date::new(&JsValue::from_f64(at.timestamp_millis() as f64));
    date.to_locale_string(&locale(), &options).into()
}
