//! Nudges: when the server is to send the next ones, and whether this device shows them. Planned again whenever
//! something changes that they depend on, so that whoever stays away is left alone after the last of them.

use chrono::{DateTime, FixedOffset, Local, Utc};
use journal::{
    record::Quiet,
    reminders::{Facts, moments, wanted},
};
use leptos::{prelude::*, task::spawn_local};
use wire::{
    login::Role,
    push::{PushKey, Reminders},
};

use super::{Trouble, Vault, Who};
use crate::device::{
    clock, lock_screen,
    net::{self, NetError},
    push::{self, May},
};

/// For so long it is waited what else changes, milliseconds.
const SOON: u32 = 1_000;

/// What this page knows of them.
#[derive(Default)]
pub(super) struct Nudges {
    /// How often it was said that something changed, and whether somebody is at it.
    changes: u64,
    running: bool,
    /// What the server has; not known before it was asked.
    told: Option<Vec<DateTime<Utc>>>,
    /// Whether the server knows in this session where this device is nudged.
    device_told: bool,
    /// What the service worker has to say.
    words: Option<lock_screen::Words>,
    /// In which hours it is to make no sound.
    quiet: Option<Quiet>,
}

impl Nudges {
    /// The server is asked anew, as in a session that it may have just begun.
    pub fn begin(&mut self) {
        (self.told, self.device_told) = (None, false);
    }
}

/// Whether nudges are shown on this device.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nudged {
    /// They are.
    On,
    /// They could be.
    Off,
    /// Somebody said no to the browser.
    Refused,
    /// On a phone of Apple only once the app is on the home screen.
    HomeScreen,
    /// This browser cannot.
    Missing,
    /// It is nobody's own device.
    Shared,
}

impl Vault {
    /// Whether nudges are shown here now.
    #[must_use]
    pub fn nudged(self) -> Nudged {
        let is_wanted = self.me().is_some_and(push::is_wanted);
        match push::may() {
            _ if self.passcode().is_none() => Nudged::Shared,
            May::Missing => Nudged::Missing,
            May::HomeScreen => Nudged::HomeScreen,
            May::Refused => Nudged::Refused,
            May::Show if is_wanted => Nudged::On,
            May::Show | May::Ask => Nudged::Off,
        }
    }

    /// Shows them here from now on: the browser asks, and the server learns where.
    pub async fn nudge_here(self) -> Result<Nudged, Trouble> {
        let account = self.me().ok_or(Trouble::Locked)?;
        if push::ask().await == May::Show {
            self.tell_device().await?;
            push::want(account);
            self.with(|inner| inner.nudges.device_told = true);
            self.plan_soon();
        }
        Ok(self.nudged())
    }

    /// Shows none here any more.
    pub async fn leave_alone(self) -> Nudged {
        push::stop().await;
        self.with(|inner| inner.nudges.device_told = false);
        // Where the server does not hear it now, the push service tells it that the address is gone.
        let _told = net::delete("/push/subscription").await;
        self.nudged()
    }

    /// The moment that somebody wanted today, where this device cannot say it by itself; tracked.
    #[must_use]
    pub fn wanted_moment(self) -> Option<DateTime<FixedOffset>> {
        let now = self.now.get();
        let wishes = self.settings().reminders;
        let me = self.me().filter(|_| self.nudged() != Nudged::On)?;
        self.records
            .with(|records| wanted(&Facts { wishes: &wishes, records, me, now: now.to_utc(), zone: &Local }))
    }

    /// Something changed that they may depend on.
    pub(super) fn plan_soon(self) {
        let running = self.with(|inner| {
            inner.nudges.changes += 1;
            std::mem::replace(&mut inner.nudges.running, true)
        });
        if running {
            return;
        }
        spawn_local(async move {
            loop {
                clock::sleep(SOON).await;
                let seen = self.with(|inner| inner.nudges.changes);
                // What did not go is tried again in a minute, quietly.
                let _later = self.keep_told().await;
                if self.with(|inner| inner.nudges.changes == seen) {
                    break;
                }
            }
            self.with(|inner| inner.nudges.running = false);
        });
    }

    async fn keep_told(self) -> Result<(), Trouble> {
        let Some(Who { account, role, .. }) = self.who_now().filter(|_| self.is_reachable()) else {
            return Ok(());
        };
        if push::is_wanted(account) && push::may() == May::Show {
            if !self.with(|inner| inner.nudges.device_told) {
                self.tell_device().await?;
                self.with(|inner| inner.nudges.device_told = true);
            }
            self.hand_over_words().await;
        }
        if role == Role::Client {
            self.tell_moments().await?;
        }
        Ok(())
    }

    async fn tell_moments(self) -> Result<(), Trouble> {
        let told = match self.with(|inner| inner.nudges.told.clone()) {
            Some(told) => told,
            None => net::get::<Reminders>("/reminders").await?.at,
        };
        let planned = self.planned();
        if planned != told {
            net::put_only("/reminders", &Reminders { at: planned.clone() }).await?;
        }
        self.with(|inner| inner.nudges.told = Some(planned));
        Ok(())
    }

    fn planned(self) -> Vec<DateTime<Utc>> {
        let Some(me) = self.me() else { return Vec::new() };
        let wishes = self.settings_now().reminders;
        let now = clock::now().to_utc();
        self.records
            .with_untracked(|records| moments(&Facts { wishes: &wishes, records, me, now, zone: &Local }))
    }

    async fn tell_device(self) -> Result<(), Trouble> {
        let PushKey { key } = net::get("/push/key").await?;
        let subscription = push::subscribe(&key).await.ok_or(NetError::Network)?;
        Ok(net::put_only("/push/subscription", &subscription).await?)
    }

    async fn hand_over_words(self) {
        let words = lock_screen::words();
        if self.with(|inner| inner.nudges.words.as_ref() != Some(&words)) && lock_screen::hand_over().await {
            self.with(|inner| inner.nudges.words = Some(words));
        }
        // The server has times, and knows neither these hours nor that the device has come to another time zone.
        let quiet = self.settings_now().reminders.quiet;
        if self.with(|inner| inner.nudges.quiet != Some(quiet)) && lock_screen::hand_over_quiet(quiet).await {
            self.with(|inner| inner.nudges.quiet = Some(quiet));
        }
    }
}
