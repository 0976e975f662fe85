//! How long to wait before the next try.

const FIRST: u64 = 1_000;
const LONGEST: u64 = 60_000;

/// Doubles from one second to a minute.
#[derive(Debug, Default)]
pub struct Backoff {
    tries: u32,
}

impl Backoff {
    /// Milliseconds until the next try.
    pub fn fail(&mut self) -> u64 {
        let wait = FIRST.saturating_mul(1 << self.tries.min(6)).min(LONGEST);
        self.tries += 1;
        wait
    }

    /// Something worked.
    pub const fn reset(&mut self) {
        self.tries = 0;
    }
}
