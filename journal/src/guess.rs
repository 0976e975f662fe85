//! How often a short code may be tried on a device that somebody else may hold.

use chrono::{DateTime, Duration, Utc};
use serde::{Deserialize, Serialize};

/// The fewest characters of a passcode.
pub const LEAST: usize = 6;
/// Tries that cost nothing.
const FREE: u32 = 4;
/// The wait after the first try that does; doubled by each further one.
const FIRST: Duration = Duration::seconds(15);
/// After so many the code opens nothing any more. A million codes of six digits, ten tries: one in 100,000.
const MOST: u32 = 10;

/// Tries since the code was last right.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tries {
    count: u32,
    last: Option<DateTime<Utc>>,
}

/// Whether a code may be tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum May {
    /// Now.
    Try,
    /// After this long.
    Wait(Duration),
    /// Never again: only the password opens.
    Never,
}

impl Tries {
    /// Whether a code may be tried now. A clock that was set back does not shorten a wait, nor lengthen it.
    #[must_use]
    pub fn may(&self, now: DateTime<Utc>) -> May {
        if self.count >= MOST {
            return May::Never;
        }
        let (Some(last), Some(over)) = (self.last, self.count.checked_sub(FREE)) else { return May::Try };
        let wait = FIRST * 2_i32.pow(over.min(10));
        let left = wait - (now - last).max(Duration::zero());
        if left > Duration::zero() { May::Wait(left) } else { May::Try }
    }

    /// One more, to be kept before it is made.
    #[must_use]
    pub const fn counted(&self, now: DateTime<Utc>) -> Self {
        Self { count: self.count.saturating_add(1), last: Some(now) }
    }
}

/// Whether a passcode is one: long enough, and not one character over and over or in a row.
#[must_use]
pub fn is_fit(code: &str) -> bool {
    let letters: Vec<u32> = code.chars().map(u32::from).collect();
    let same_step = |step: i64| {
        letters
            .windows(2)
            .all(|pair| matches!(pair, [one, next] if i64::from(*next) - i64::from(*one) == step))
    };
    letters.len() >= LEAST && ![0, 1, -1].into_iter().any(same_step)
}

#[cfg(test)]
mod tests;
