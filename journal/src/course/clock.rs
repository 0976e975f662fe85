//! Where somebody's clock stood over time, as what they wrote says: an hour that was planned elsewhere was on their day.

use chrono::{DateTime, FixedOffset, Utc};

/// The first and the last instant of each stretch of time with one offset, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Clock(Vec<(DateTime<Utc>, FixedOffset)>);

impl Clock {
    /// From when things were written, each on the clock of that moment.
    #[must_use]
    pub fn of(written: impl IntoIterator<Item = DateTime<FixedOffset>>) -> Self {
        let mut all: Vec<_> = written.into_iter().map(|at| (at.to_utc(), *at.offset())).collect();
        all.sort_unstable_by_key(|(at, offset)| (*at, offset.local_minus_utc()));
        let stretches = all.chunk_by(|(_, one), (_, next)| one == next);
        Self(stretches.flat_map(|all| all.first().into_iter().chain(all.last()).copied()).collect())
    }

    /// The same instant on the clock of what was written nearest to it; `None` where nothing was.
    #[must_use]
    pub fn local(&self, at: DateTime<FixedOffset>) -> Option<DateTime<FixedOffset>> {
        let nearest = self.0.iter().min_by_key(|(written, _)| (*written - at.to_utc()).abs());
        nearest.map(|(_, offset)| at.with_timezone(offset))
    }
}
