//! Since when words wait for the server: a time, kept across starts.

use chrono::{DateTime, FixedOffset};

use super::local::storage;

const KEY: &str = "unsent-since";

/// As kept.
#[must_use]
pub fn since() -> Option<DateTime<FixedOffset>> {
    let kept = storage()?.get_item(KEY).ok().flatten()?;
    DateTime::parse_from_rfc3339(&kept).ok()
}

/// Keeps it. Where nothing can be kept, it is counted from each start of the app.
pub fn keep(since: Option<DateTime<FixedOffset>>) {
    let Some(storage) = storage() else { return };
    let _kept = match since {
        Some(since) => storage.set_item(KEY, &since.to_rfc3339()),
        None => storage.remove_item(KEY),
    };
}
