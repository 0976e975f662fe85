//! When to offer bytes again to a server that had no more room for them.

use chrono::{DateTime, FixedOffset, TimeDelta};

/// As long as nothing was taken away, it is asked again after this.
const AGAIN: TimeDelta = TimeDelta::hours(1);

/// What is known of the server's room; nothing when the journal is opened.
#[derive(Clone, Copy, Debug, Default)]
pub struct Room {
    full_since: Option<DateTime<FixedOffset>>,
    taken_away: bool,
}

impl Room {
    /// It said that there is none.
    pub const fn refused(&mut self, now: DateTime<FixedOffset>) {
        self.full_since = Some(now);
        self.taken_away = false;
    }

    /// Something was taken, or was let go of there.
    pub const fn is_free(&mut self) {
        *self = Self { full_since: None, taken_away: false };
    }

    /// Something was deleted here; the server knows once nothing waits.
    pub const fn taken_away(&mut self) {
        self.taken_away = true;
    }

    /// Whether to offer something now.
    #[must_use]
    pub fn may_try(&self, now: DateTime<FixedOffset>, nothing_waits: bool) -> bool {
        // A clock that was set back does not keep anything from being sent.
        let is_over = |since: DateTime<FixedOffset>| now < since || now - since >= AGAIN;
        self.full_since.is_none_or(is_over) || (self.taken_away && nothing_waits)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(minutes: i64) -> DateTime<FixedOffset> {
        DateTime::from_timestamp(minutes * 60, 0).unwrap().fixed_offset()
    }

    #[test]
    fn a_full_server_is_asked_again_after_an_hour_or_when_something_is_gone_there() {
        let mut room = Room::default();
        assert!(room.may_try(at(0), false));
        room.refused(at(0));
        assert!(!room.may_try(at(59), true) && room.may_try(at(60), true) && room.may_try(at(-1), true));
        room.taken_away();
        assert!(!room.may_try(at(5), false), "the server does not know yet");
        assert!(room.may_try(at(5), true));
        room.refused(at(5));
        assert!(!room.may_try(at(6), true));
        room.is_free();
        assert!(room.may_try(at(6), false));
    }
}
