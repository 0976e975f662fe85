//! Locking: when told, when nobody touches the app, when it is out of sight; and a blank leaf over it meanwhile.

use journal::record::Away;
use leptos::task::spawn_local;

use super::Vault;
use crate::device::{clock, presence, version, watch};

/// How often it is looked whether to lock, milliseconds.
const LOOK: u32 = 5_000;
/// Where a quick exit leads: a page that says nothing of anybody.
const NEUTRAL: &str = "https://www.wikipedia.org/";

impl Vault {
    /// Locks: the only sure way to have no key in memory is a new page. Not while words are in memory only: the
    /// line that says so is on the screen.
    pub fn lock(self) {
        self.close(false);
    }

    /// Locks, and the page that comes is of the version that waits. With the same care for what is unsaved.
    pub fn renew(self) {
        self.close(true);
    }

    fn close(self, renew: bool) {
        if self.with(|inner| std::mem::replace(&mut inner.tab.locking, true)) {
            return;
        }
        spawn_local(async move {
            // Whatever is being typed is handed over first, as when the page is left.
            watch::say_leaving();
            if self.settle_undo().is_ok() && self.settle_down().await {
                self.leave_nothing_shared().await;
                if renew {
                    version::take_over().await;
                }
                watch::reload();
            } else if watch::is_visible() {
                // Words that are in memory only must be in sight, with the line that says so.
                presence::came_back();
                presence::cover(false);
            }
            self.with(|inner| inner.tab.locking = false);
        });
    }

    /// Away from here at once, with nothing to come back to but a locked page. What was typed is on its way to the
    /// disk before the page goes.
    pub fn exit(self) {
        presence::cover(true);
        watch::say_leaving();
        self.hand_over_if_open();
        watch::replace(NEUTRAL);
    }

    /// Escape twice in a row is the way out by keyboard, where that is wanted; also while the journal is locked.
    pub(super) fn watch_escape(self) {
        watch::on_key_twice("Escape", move || {
            if self.settings_now().quick_exit {
                self.exit();
            }
        });
    }

    /// Looks again and again whether it is time.
    pub(super) fn guard(self) {
        presence::watch();
        watch::on_visibility(move || {
            if watch::is_visible() {
                // Not uncovered first: whoever picked the phone up must not get a glance.
                if !self.lock_if_due() {
                    presence::came_back();
                    presence::cover(false);
                }
            } else {
                presence::went();
                presence::cover(true);
            }
        });
        // A phone shows its open apps while they are only out of focus; at a desk, another window is no reason.
        if presence::is_phone() {
            watch::on_window("blur", || presence::cover(true));
            watch::on_window("focus", move || {
                if watch::is_visible() && !self.lock_if_due() {
                    presence::cover(false);
                }
            });
        }
        spawn_local(async move {
            loop {
                clock::sleep(LOOK).await;
                self.lock_if_due();
            }
        });
    }

    fn lock_if_due(self) -> bool {
        let away = Away { untouched: presence::untouched(), hidden: presence::hidden() };
        let is_due = self.me().is_some() && self.settings_now().locks(away);
        if is_due {
            self.lock();
        }
        is_due
    }

    /// On a shared computer nothing stays once everything is on the server.
    async fn leave_nothing_shared(self) {
        let (shared, database) = self.with(|inner| {
            let resident = inner.resident.as_ref();
            (resident.is_some_and(|resident| resident.unlock.is_none()), inner.database.clone())
        });
        if shared
            && let Some(database) = database
            && database.has_waiting().await == Ok(false)
        {
            self.forget_here(&database).await;
        }
    }
}
