//! A recovery code that was shown and that nobody has shown to have in safety: said until somebody has.
//!
//! It is noted on the device with the account, and goes from there into the settings once all that the server has was
//! read: a device that is new to the account does not know them before, and would put its own in their place.

use leptos::{prelude::*, task::spawn_local};

use super::{Trouble, Vault};

impl Vault {
    /// Whether a recovery code is not known to be in safety; tracked.
    #[must_use]
    pub fn is_kit_unkept(self) -> bool {
        self.changes.track();
        self.settings().kit_unkept || self.with(|inner| inner.kit_unkept)
    }

    /// It is: a group of it was typed back.
    ///
    /// # Errors
    /// That the journal is locked.
    pub(super) fn kit_is_kept(self) -> Result<(), Trouble> {
        self.forget_kit();
        if self.settings_now().kit_unkept {
            self.set(|settings| settings.kit_unkept = false)?;
        }
        Ok(())
    }

    /// Has the settings say so in the place of this device, for all devices.
    pub(super) fn pass_kit_on(self) {
        let is_due = self.with(|inner| {
            let is_read = inner.open.as_ref().is_some_and(|open| open.machine.is_current());
            inner.kit_unkept && is_read && inner.unsaved.is_empty()
        });
        if !is_due {
            return;
        }
        if self.settings_now().kit_unkept {
            self.forget_kit();
        } else {
            // Looked at again once that is on the disk.
            let _later = self.set(|settings| settings.kit_unkept = true);
        }
    }

    fn forget_kit(self) {
        let database = self.with(|inner| {
            inner.kit_unkept = false;
            inner.database.clone()
        });
        self.changed();
        if let Some(database) = database {
            spawn_local(async move {
                // What stays is said once more.
                let _said_again = database.forget_kit().await;
            });
        }
    }
}
