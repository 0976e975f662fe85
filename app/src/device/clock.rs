//! The one clock of the app; it is read here and passed on.

use chrono::{DateTime, FixedOffset, Local};

/// Now, with the offset of the place where the person is.
#[must_use]
#[expect(clippy::disallowed_methods, reason = "the one clock of this device")]
pub fn now() -> DateTime<FixedOffset> {
    Local::now().fixed_offset()
}

/// An instant by the clocks of the place where the person is.
#[must_use]
pub fn here(at: DateTime<FixedOffset>) -> DateTime<FixedOffset> {
    at.with_timezone(&Local).fixed_offset()
}

/// The zone in which times are shown, by its name: "Europe/London".
#[must_use]
pub fn zone() -> String {
    let options = js_sys::Intl::DateTimeFormat::default().resolved_options();
    js_sys::Reflect::get(&options, &"timeZone".into())
        .ok()
        .and_then(|zone| zone.as_string())
        .unwrap_or_default()
}

/// Waits.
pub async fn sleep(milliseconds: u32) {
    gloo_timers::future::TimeoutFuture::new(milliseconds).await;
}

/// Work that takes a while, in slices: between two of them the screen and the keyboard have their turn.
pub struct Slices {
    length: f64,
    began: f64,
}

impl Slices {
    /// Of so many milliseconds.
    #[must_use]
    pub fn of(milliseconds: u32) -> Self {
        Self { length: milliseconds.into(), began: js_sys::Date::now() }
    }

    /// Whether this slice is over; if so the next one begins after a pause.
    pub async fn pause(&mut self) -> bool {
        if js_sys::Date::now() - self.began < self.length {
            return false;
        }
        sleep(0).await;
        self.began = js_sys::Date::now();
        true
    }
}
