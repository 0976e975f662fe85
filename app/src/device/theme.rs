//! Dim light for a while, whatever was chosen: for the hours after a dose.

use journal::record::{Light, Settings};

use super::settings;

/// Dim, until [`as_chosen`].
pub fn dim() {
    settings::put_on(&Settings { light: Light::Dim, ..settings::kept() }, false);
}

/// As chosen on this device.
pub fn as_chosen() {
    settings::put_on(&settings::kept(), false);
}
