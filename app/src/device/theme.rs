//! Dim light for a while, whatever was chosen: for the hours after a dose.

use std::cell::Cell;

use journal::record::{Light, Settings};

use super::settings;

thread_local! {
    /// How many screens want it: one that comes may be there before the one that goes has gone.
    static WANTED: Cell<usize> = const { Cell::new(0) };
}

/// Dim, until [`as_chosen`] was called as often.
pub fn dim() {
    WANTED.set(WANTED.get() + 1);
    settings::put_on(&Settings { light: Light::Dim, ..settings::kept() }, false);
}

/// As chosen on this device, once nobody wants it dim any more.
pub fn as_chosen() {
    WANTED.set(WANTED.get().saturating_sub(1));
    if WANTED.get() == 0 {
        settings::put_on(&settings::kept(), false);
    }
}
