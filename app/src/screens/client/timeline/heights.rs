//! How high the days are: measured where they were on the screen, guessed where not.

use std::{collections::BTreeMap, ops::Range};

use chrono::NaiveDate;

/// A heading, and a row, in CSS pixels, until somebody has measured.
const HEADING: f64 = 60.0;
const ROW: f64 = 84.0;

/// Days from top to bottom.
#[derive(Clone, Debug, Default)]
pub struct Heights {
    days: Vec<(NaiveDate, f64)>,
    /// Where each day begins, and after all of them where the last one ends.
    tops: Vec<f64>,
    measured: BTreeMap<NaiveDate, f64>,
}

impl Heights {
    /// Other days, each with its number of rows. What was measured counts again for a day that has as many.
    pub fn set_days(&mut self, days: impl Iterator<Item = (NaiveDate, usize)>) {
        let before: BTreeMap<NaiveDate, f64> = self.days.drain(..).collect();
        self.days.extend(days.map(|(day, rows)| {
            #[expect(clippy::cast_precision_loss, reason = "nobody writes 2^52 times a day")]
            let guess = ROW.mul_add(rows as f64, HEADING);
            (day, guess)
        }));
        let guesses: BTreeMap<NaiveDate, f64> = self.days.iter().copied().collect();
        self.measured.retain(|day, _| before.contains_key(day) && before.get(day) == guesses.get(day));
        self.add_up();
    }

    /// What was measured; answers by how much everything above `top` grew.
    pub fn measure(&mut self, found: &[(NaiveDate, f64)], top: f64) -> f64 {
        let first = self.at(top);
        let before = self.top(first);
        for (day, height) in found {
            self.measured.insert(*day, *height);
        }
        self.add_up();
        self.top(first) - before
    }

    /// All of them together.
    pub fn total(&self) -> f64 {
        self.tops.last().copied().unwrap_or_default()
    }

    /// Where a day begins.
    pub fn top(&self, place: usize) -> f64 {
        self.tops.get(place).copied().unwrap_or_else(|| self.total())
    }

    /// Which day is at this height; the last one for all below it.
    pub fn at(&self, height: f64) -> usize {
        let begun = self.tops.partition_point(|top| *top <= height);
        begun.saturating_sub(1).min(self.days.len().saturating_sub(1))
    }

    /// The days between two heights.
    pub fn between(&self, from: f64, to: f64) -> Range<usize> {
        if self.days.is_empty() { 0..0 } else { self.at(from)..self.at(to) + 1 }
    }

    /// Where a day is, or the next one below it.
    pub fn place_of(&self, wanted: NaiveDate) -> usize {
        self.days.partition_point(|(day, _)| *day > wanted)
    }

    fn add_up(&mut self) {
        let mut top = 0.0;
        self.tops.clear();
        self.tops.push(top);
        for (day, guess) in &self.days {
            top += self.measured.get(day).unwrap_or(guess);
            self.tops.push(top);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(number: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 10, number).unwrap()
    }

    fn three() -> Heights {
        let mut heights = Heights::default();
        heights.set_days([(day(9), 1), (day(5), 2), (day(1), 1)].into_iter());
        heights
    }

    #[test]
    fn what_is_between_two_heights_is_there_and_nothing_else() {
        let heights = three();
        assert_eq!(heights.total(), 3.0 * HEADING + 4.0 * ROW);
        assert_eq!(heights.between(0.0, 10.0), 0..1);
        assert_eq!(heights.between(0.0, HEADING + ROW), 0..2);
        assert_eq!(heights.between(-50.0, 9_999.0), 0..3);
        assert_eq!(Heights::default().between(0.0, 9_999.0), 0..0);
    }

    #[test]
    fn what_is_measured_above_moves_what_is_on_the_screen_and_says_by_how_much() {
        let mut heights = three();
        assert_eq!(heights.measure(&[(day(9), 200.0)], HEADING + ROW), 200.0 - HEADING - ROW);
        assert_eq!(heights.measure(&[(day(1), 500.0)], 210.0), 0.0);
        assert_eq!((heights.top(1), heights.at(199.0), heights.at(200.0)), (200.0, 0, 1));
    }

    #[test]
    fn a_day_is_found_and_one_that_is_gone_gives_the_next() {
        let heights = three();
        assert_eq!((heights.place_of(day(9)), heights.place_of(day(5)), heights.place_of(day(4))), (0, 1, 2));
    }

    #[test]
    fn a_measured_day_keeps_its_height_until_it_has_other_rows() {
        let mut heights = three();
        heights.measure(&[(day(9), 200.0), (day(5), 300.0)], 0.0);
        heights.set_days([(day(9), 1), (day(5), 3)].into_iter());
        assert_eq!((heights.top(1), heights.total()), (200.0, 200.0 + HEADING + 3.0 * ROW));
    }
}
