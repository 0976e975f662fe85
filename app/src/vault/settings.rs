//! How the person wants the app to be: a record, followed by this device.

use journal::record::{Body, Opened, Settings};
use leptos::prelude::*;
use wire::ids::{AccountId, RecordId};

use super::{Trouble, Vault};
use crate::device::settings as device;

impl Vault {
    /// The settings in force; tracked.
    #[must_use]
    pub fn settings(self) -> Settings {
        let who = self.who().map(|who| who.account);
        let own = self.records.with(|records| own(records, who?).map(|(_, settings)| settings.clone()));
        own.unwrap_or_else(device::kept)
    }

    /// The settings in force now.
    #[must_use]
    pub fn settings_now(self) -> Settings {
        untrack(|| self.settings())
    }

    /// Changes something about them, here at once and on the other devices soon.
    pub fn set(self, change: impl FnOnce(&mut Settings)) -> Result<(), Trouble> {
        let me = self.me().ok_or(Trouble::Locked)?;
        let id = self.records.with_untracked(|records| own(records, me).map(|(id, _)| id));
        let id = id.unwrap_or_else(Self::new_id);
        // What another device chose meanwhile stays.
        let mut settings = match self.freshest(id).map(|record| record.body) {
            Some(Body::Settings(settings)) => settings,
            _ => device::kept(),
        };
        change(&mut settings);
        self.share(id, Body::Settings(settings), &[])
    }

    /// Whether the person said that this device is theirs.
    #[must_use]
    pub fn is_own_device(self) -> bool {
        self.with(|inner| inner.resident.as_ref().is_some_and(|here| here.unlock.is_some()))
    }

    /// Puts on what the record says, whenever it says something else; kept for the next time on one's own device.
    pub(super) fn follow_settings(self) {
        let settings = Memo::new(move |_| self.who().map(|_| self.settings()));
        Effect::new(move |_| {
            if let Some(settings) = settings.get() {
                device::put_on(&settings, self.is_own_device());
            }
        });
    }
}

/// Two devices that were offline may both have made one; each picks the same.
fn own(records: &[Opened], me: AccountId) -> Option<(RecordId, &Settings)> {
    let own = records.iter().filter(|record| record.owner == me);
    own.filter_map(|record| match &record.body {
        Body::Settings(settings) => Some((record.id, settings)),
        _ => None,
    })
    .min_by_key(|(id, _)| *id)
}
