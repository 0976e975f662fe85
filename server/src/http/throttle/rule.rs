//! One rule of how fast somebody may try.

use chrono::{DateTime, Duration, Utc};

/// Some tries are free; each further one doubles the wait for the next, up to a limit.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// Tries that cost nothing.
    pub free: u32,
    /// The wait after the first that does.
    pub first: Duration,
    /// The longest wait.
    pub most: Duration,
    /// One try is forgotten for each time this passes.
    pub forgiven: Duration,
}

/// What was tried.
#[derive(Clone, Copy, Debug, Default)]
pub struct Tries {
    count: u32,
    /// Up to when tries have been forgotten.
    at: DateTime<Utc>,
    /// When the next may come.
    open: DateTime<Utc>,
    /// When the last one could come.
    opened: DateTime<Utc>,
}

/// Too soon; how many seconds too soon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wait(pub u32);

impl Rule {
    /// Whether the next try may come now.
    pub fn wait(&self, tries: &Tries, now: DateTime<Utc>) -> Result<(), Wait> {
        let wait = tries.open - now;
        // Longer than any wait: the clock was set back meanwhile, and nobody should pay for that.
        if wait <= Duration::zero() || wait > self.most {
            return Ok(());
        }
        let seconds = wait.num_seconds() + i64::from(wait.subsec_nanos() > 0);
        Err(Wait(u32::try_from(seconds).unwrap_or(u32::MAX)))
    }

    /// Counts a try.
    pub fn count(&self, tries: &mut Tries, now: DateTime<Utc>) {
        let past = (now - tries.at).num_milliseconds() / self.forgiven.num_milliseconds();
        let forgotten = u32::try_from(past.max(0)).unwrap_or(u32::MAX);
        if forgotten >= tries.count || now < tries.at {
            let count = if now < tries.at { tries.count } else { 0 };
            // Open since ever and not since now: somebody who came a moment before may be counted a moment after.
            *tries = Tries { count, at: now, ..Tries::default() };
        } else {
            tries.count -= forgotten;
            tries.at += self.forgiven * i32::try_from(forgotten).unwrap_or(i32::MAX);
        }
        tries.count = tries.count.saturating_add(1);
        tries.opened = tries.open;
        if let Some(over) = tries.count.checked_sub(self.free).filter(|over| *over > 0) {
            let doubled = self.first * 2_i32.pow((over - 1).min(16));
            tries.open = now + doubled.min(self.most);
        }
    }
}

impl Tries {
    /// Takes the last try back.
    pub const fn forgive(&mut self) {
        self.count = self.count.saturating_sub(1);
        self.open = self.opened;
    }
}
