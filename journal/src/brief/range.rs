//! How far a brief looks back.

use chrono::{DateTime, Duration, FixedOffset, NaiveDate};

use crate::{course::Course, levels::CHART_DAYS};

/// The longest chart: half a year, a day a dot.
const LONGEST: i64 = 183;
/// The days before a dosing session that its chart begins with.
const RUN_UP: i64 = 7;

/// From when on things count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Range {
    /// Since the last hour together began.
    #[default]
    LastHour,
    /// Since the last dosing session began.
    LastDosing,
    /// The last two weeks.
    TwoWeeks,
    /// From the beginning.
    Everything,
}

impl Range {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::LastHour, Self::LastDosing, Self::TwoWeeks, Self::Everything];

    /// Those that begin somewhere in this course, and everything.
    pub(super) fn offered(course: &Course) -> Vec<Self> {
        let begins = |range: &Self| *range == Self::Everything || range.since(course).is_some();
        Self::ALL.into_iter().filter(begins).collect()
    }

    /// Where it begins in this course; `None` is at the first record.
    #[must_use]
    pub fn since(self, course: &Course) -> Option<DateTime<FixedOffset>> {
        match self {
            Self::LastHour => course.last_together().map(|hour| hour.at),
            Self::LastDosing => course.last_dosing().map(|dosing| dosing.at),
            Self::TwoWeeks => Some(course.now() - Duration::days(14)),
            Self::Everything => None,
        }
    }

    /// How many days its chart has. Since the last hour alone would be too few to see a course in.
    pub(super) fn chart_days(self, course: &Course, first: Option<NaiveDate>) -> i64 {
        let until_today = |day: NaiveDate| (course.local_day(course.now()) - day).num_days() + 1;
        match self {
            Self::LastHour => CHART_DAYS,
            Self::TwoWeeks => 14,
            Self::LastDosing => course
                .last_dosing()
                .map_or(CHART_DAYS, |dosing| until_today(course.local_day(dosing.at)) + RUN_UP)
                .clamp(14, LONGEST),
            Self::Everything => first.map_or(CHART_DAYS, until_today).clamp(CHART_DAYS, LONGEST),
        }
    }
}
