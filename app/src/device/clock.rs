//! The one clock of the app; it is read here and passed on.

use chrono::{DateTime, FixedOffset, Local};

/// Now, with the offset of the place where the person is.
#[must_use]
#[expect(clippy::disallowed_methods, reason = "the one clock of this device")]
pub fn now() -> DateTime<FixedOffset> {
    Local::now().fixed_offset()
}

/// Waits.
pub async fn sleep(milliseconds: u32) {
    gloo_timers::future::TimeoutFuture::new(milliseconds).await;
}
