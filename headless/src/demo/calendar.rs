//! Days and hours seen from now, on the client's clock.

use chrono::{DateTime, Duration, FixedOffset, Timelike};

/// A fixed now.
pub struct Calendar {
    now: DateTime<FixedOffset>,
    midnight: DateTime<FixedOffset>,
}

impl Calendar {
    pub fn new(now: DateTime<FixedOffset>) -> Self {
        Self { now, midnight: midnight(now) }
    }

    /// At `hour`:`minute`, `days` from today.
    pub fn day(&self, days: i64, hour: i64, minute: i64) -> DateTime<FixedOffset> {
        self.midnight + Duration::days(days) + Duration::minutes(hour * 60 + minute)
    }

    /// At least so many hours ago and less than a quarter more: people meet on the quarter hour.
    pub fn hours_ago(&self, hours: i64) -> DateTime<FixedOffset> {
        let then = self.now - Duration::hours(hours);
        let minutes = (then - midnight(then)).num_minutes() / 15 * 15;
        midnight(then) + Duration::minutes(minutes)
    }
}

/// When the day of `at` began.
pub fn midnight(at: DateTime<FixedOffset>) -> DateTime<FixedOffset> {
    at - Duration::seconds(i64::from(at.num_seconds_from_midnight()))
        - Duration::nanoseconds(i64::from(at.nanosecond()))
}
