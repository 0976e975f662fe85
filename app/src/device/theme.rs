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
    tell_help(true);
}

/// As chosen on this device, once nobody wants it dim any more.
pub fn as_chosen() {
    WANTED.set(WANTED.get().saturating_sub(1));
    if WANTED.get() == 0 {
        settings::put_on(&settings::kept(), false);
        tell_help(false);
    }
}

/// Help now is a page of its own, and opens in the light of the screen that led there: `theme.js` reads it, and forgets it
/// where the app is opened anew.
fn tell_help(dim: bool) {
    let storage = web_sys::window().and_then(|window| window.session_storage().ok().flatten());
    if let Some(storage) = storage {
        let _kept = if dim { storage.set_item("theme", "dim") } else { storage.remove_item("theme") };
    }
}
