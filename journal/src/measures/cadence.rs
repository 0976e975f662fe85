//! How often a plan may ask for an instrument, and how often it usually does.

use super::{Instrument, all};
use crate::record::{PlannedMeasure, Rest};

/// The longest that a plan waits, days.
const LONGEST: u16 = 365;
/// Up to this least interval, days, an instrument is asked at the beginning and before integration appointments as
/// well: one that looks back over a month would only repeat itself.
const OFTEN: u16 = 7;

/// Why a number of days is none that a plan can keep to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoCadence {
    /// Not a whole number of days.
    #[error("not a number of days")]
    NotDays,
    /// More often than the instrument allows, which is every so many days.
    #[error("more often than every {0} days")]
    TooOften(u16),
    /// Longer than this many days.
    #[error("longer than {0} days")]
    TooRare(u16),
}

impl Instrument {
    /// The days that were typed; nothing typed is not by the calendar.
    ///
    /// # Errors
    /// When it is no number, or outside of what the instrument allows.
    pub fn cadence(&self, typed: &str) -> Result<Option<u16>, NoCadence> {
        if typed.trim().is_empty() {
            return Ok(None);
        }
        let days = typed.trim().parse().map_err(|_| NoCadence::NotDays)?;
        match days {
            days if days < self.least_days_between => Err(NoCadence::TooOften(self.least_days_between)),
            days if days > LONGEST => Err(NoCadence::TooRare(LONGEST)),
            days => Ok(Some(days)),
        }
    }

    /// How a plan usually asks for it: as often as its questions look back, and where it can be asked weekly, at the
    /// beginning and before each integration appointment (the usual plan of published cohorts).
    #[must_use]
    pub fn usual(&self) -> PlannedMeasure {
        let often = self.least_days_between <= OFTEN;
        PlannedMeasure {
            instrument: self.id.clone(),
            every_days: Some(self.recall_days.max(self.least_days_between)),
            before_integration: often,
            baseline: often,
            rest: Rest::new(),
        }
    }
}

/// A usual plan: every instrument that needs nobody's leave.
#[must_use]
pub fn usual_plan() -> Vec<PlannedMeasure> {
    all().iter().filter(|instrument| instrument.on).map(Instrument::usual).collect()
}

#[cfg(test)]
mod tests;
