//! Check-ins over the days: one level a day, and days without one stay open.

use chrono::{DateTime, Duration, FixedOffset, NaiveDate};
use wire::ids::RecordId;

use crate::{
    course::{Clock, Course},
    record::{CheckIn, Scale},
};

/// How many days a chart shows.
pub const CHART_DAYS: i64 = 28;

/// One day of one scale: the mean of that day's check-ins, or a gap.
#[derive(Clone, Debug, PartialEq)]
pub struct Day {
    /// The client's local day.
    pub day: NaiveDate,
    /// 1 to 5; `None` is a gap and is drawn as one.
    pub level: Option<f32>,
    /// The check-ins it was computed from.
    pub from: Vec<RecordId>,
}

/// The days of a chart that ends with `last`, oldest first.
#[must_use]
pub fn days_until(last: NaiveDate) -> Vec<NaiveDate> {
    days(last, CHART_DAYS)
}

/// So many days, the last of them `last`, oldest first.
#[must_use]
pub fn days(last: NaiveDate, many: i64) -> Vec<NaiveDate> {
    (0..many).rev().filter_map(|back| last.checked_sub_signed(Duration::days(back))).collect()
}

/// The dosing sessions among these days: day and number. Each stands on the day that it was where the client was, as
/// the check-in nearest to it says, and not where it was planned; where there is none, where the course is seen from.
#[must_use]
pub fn marks(
    course: &Course,
    days: &[NaiveDate],
    check_ins: &[(RecordId, CheckIn)],
) -> Vec<(NaiveDate, usize)> {
    let clock = Clock::of(check_ins.iter().map(|(_, check_in)| check_in.at));
    let day_of = |at| {
        clock.local(at).map_or_else(|| course.local_day(at), |at: DateTime<FixedOffset>| at.date_naive())
    };
    course
        .dosings()
        .enumerate()
        .map(|(index, dosing)| (day_of(dosing.at), index + 1))
        .filter(|(day, _)| days.contains(day))
        .collect()
}

/// One scale over these days, gaps included.
#[must_use]
pub fn line(days: &[NaiveDate], check_ins: &[(RecordId, CheckIn)], scale: Scale) -> Vec<Day> {
    days.iter().map(|day| of_day(*day, check_ins, scale)).collect()
}

fn of_day(day: NaiveDate, check_ins: &[(RecordId, CheckIn)], scale: Scale) -> Day {
    let of_day: Vec<_> = check_ins
        .iter()
        .filter(|(_, check_in)| check_in.day == day)
        .filter_map(|(id, check_in)| check_in.level(scale).map(|level| (*id, f32::from(level.step()))))
        .collect();
    let sum: f32 = of_day.iter().map(|(_, level)| level).sum();
    let count = u8::try_from(of_day.len()).unwrap_or(u8::MAX);
    Day {
        day,
        level: (count > 0).then(|| sum / f32::from(count)),
        from: of_day.into_iter().map(|(id, _)| id).collect(),
    }
}

#[cfg(test)]
mod tests;
