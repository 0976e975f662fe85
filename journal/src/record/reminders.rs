//! When somebody wants a nudge, on all of their devices. Off until they say so.

use chrono::{NaiveTime, Weekday};
use serde::{Deserialize, Serialize};

use super::Rest;

/// A time of day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReminderTime {
    /// As the clock on the wall says, wherever the client is.
    pub at: NaiveTime,
    /// On which days; none is each day.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub days: Vec<Weekday>,
}

impl ReminderTime {
    /// Which row each time is in, so that a row stays whose it is: one that is as before keeps its row, one that was
    /// changed keeps its place's, and a new one gets a row of its own.
    #[must_use]
    pub fn in_rows(before: &[(usize, Self)], times: &[Self]) -> Vec<(usize, Self)> {
        let mut free: Vec<(usize, &(usize, Self))> = before.iter().enumerate().collect();
        let mut take = |is_it: &dyn Fn(usize, &Self) -> bool| {
            let found = free.iter().position(|(place, (_, time))| is_it(*place, time))?;
            Some(free.remove(found).1.0)
        };
        let as_before: Vec<_> = times.iter().map(|time| take(&|_, before| before == time)).collect();
        let mut fresh = before.iter().map(|(row, _)| row + 1).max().unwrap_or_default()..;
        let rows = times.iter().zip(as_before).enumerate().filter_map(|(place, (time, row))| {
            let row = row.or_else(|| take(&|before, _| before == place)).or_else(|| fresh.next())?;
            Some((row, time.clone()))
        });
        rows.collect()
    }
}

/// Hours without a nudge. The same time twice is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quiet {
    /// The first quiet minute.
    pub from: NaiveTime,
    /// The first minute after; before `from` it is that of the next morning.
    pub until: NaiveTime,
}

impl Quiet {
    /// Whether a time of day is among them.
    #[must_use]
    pub fn covers(&self, at: NaiveTime) -> bool {
        if self.from <= self.until {
            (self.from..self.until).contains(&at)
        } else {
            at >= self.from || at < self.until
        }
    }
}

impl Default for Quiet {
    /// From ten in the evening to eight in the morning.
    fn default() -> Self {
        let hour = |hour| NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or_default();
        Self { from: hour(22), until: hour(8) }
    }
}

/// What a client wants to be reminded of, and when.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reminders {
    /// Whether there are any.
    #[serde(default)]
    pub on: bool,
    /// In any order. One a day is used, however many there are.
    #[serde(default)]
    pub times: Vec<ReminderTime>,
    /// What is not disturbed.
    #[serde(default)]
    pub quiet: Quiet,
    /// Whether there is one before an appointment that a questionnaire is due for.
    #[serde(default)]
    pub before_appointment: bool,
    /// What a newer version wrote.
    #[serde(flatten)]
    pub rest: Rest,
}

impl Reminders {
    /// When somebody starts who has chosen nothing yet.
    #[must_use]
    pub fn first() -> ReminderTime {
        ReminderTime { at: NaiveTime::from_hms_opt(20, 0, 0).unwrap_or_default(), days: Vec::new() }
    }

    /// Whether nothing was ever chosen.
    #[must_use]
    pub fn is_default(&self) -> bool {
        *self == Self::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_stays_whose_it_is_while_times_come_change_and_go() {
        let time =
            |hour: u32| ReminderTime { at: NaiveTime::from_hms_opt(hour, 0, 0).unwrap(), days: Vec::new() };
        // Hours before, each in the row of its place; hours now: the rows they are in.
        let table = [
            (vec![], vec![8, 20], vec![0, 1], "the first ones"),
            (vec![8, 20], vec![8, 20], vec![0, 1], "nothing changed"),
            (vec![8, 20], vec![20], vec![1], "the first went"),
            (vec![8, 20], vec![9, 20], vec![0, 1], "the first was changed"),
            (vec![8, 20], vec![8, 20, 21], vec![0, 1, 2], "one more"),
            (vec![20], vec![7, 20], vec![1, 0], "one came before it"),
            (vec![8, 20], vec![20, 8], vec![1, 0], "they changed places"),
            (vec![8, 8], vec![8, 8, 8], vec![0, 1, 2], "the same time thrice"),
        ];
        for (before, times, expected, why) in table {
            let before: Vec<_> = before.into_iter().map(time).enumerate().collect();
            let times: Vec<_> = times.into_iter().map(time).collect();
            let (rows, kept): (Vec<_>, Vec<_>) = ReminderTime::in_rows(&before, &times).into_iter().unzip();
            assert_eq!((rows, kept), (expected, times), "{why}");
        }
    }
}
