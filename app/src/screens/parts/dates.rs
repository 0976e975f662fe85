//! Days and times as a person says them, in the reader's language where the browser knows how.

use std::{cell::RefCell, collections::BTreeMap};

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate};
use js_sys::{Array, Date, Function, Intl::DateTimeFormat, Object, Reflect};
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
    #[expect(clippy::cast_precision_loss, reason = "milliseconds of this age fit a double exactly")]
    let date = Date::new(&JsValue::from_f64(at.timestamp_millis() as f64));
    let written = FORMATS.with_borrow_mut(|formats| formats.of(fields)).call1(&JsValue::NULL, &date);
    written.ok().and_then(|written| written.as_string()).unwrap_or_default()
}

thread_local! {
    static FORMATS: RefCell<Formats> = RefCell::default();
}

/// For how long a way to write times is kept, ms: it holds the zone in which it was made, and phones travel.
const KEPT: f64 = 60_000.0;

/// Ways to write times. A browser takes a tenth of a millisecond and more to make one, and a list needs it hundreds of
/// times.
#[derive(Default)]
struct Formats {
    made: f64,
    by_fields: BTreeMap<String, Function>,
}

impl Formats {
    fn of(&mut self, fields: &[(&str, &str)]) -> Function {
        let now = Date::now();
        if (now - self.made).abs() > KEPT {
            *self = Self { made: now, by_fields: BTreeMap::new() };
        }
        let locale = locale();
        let key = fields
            .iter()
            .flat_map(|(name, value)| [*name, *value])
            .fold(locale.clone(), |key, word| key + " " + word);
        let make = || {
            let options = Object::new();
            for (name, value) in fields {
                drop(Reflect::set(&options, &(*name).into(), &(*value).into()));
            }
            DateTimeFormat::new(&Array::of1(&locale.into()), &options).format()
        };
        self.by_fields.entry(key).or_insert_with(make).clone()
    }
}
