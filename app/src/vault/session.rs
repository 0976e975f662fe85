//! Whether the server knows this device, and whether it answers at all.

use journal::sync::{Backoff, Event};
use leptos::{prelude::*, task::spawn_local};
use wire::{login::SignedIn, problem::Code};

use super::Vault;
use crate::device::{
    background, clock,
    net::{self, NetError},
    watch::Pokes,
};

/// What is known of this device's session.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Session {
    /// The server was not reached yet.
    #[default]
    Unknown,
    /// It goes on.
    Lives,
    /// Somebody has to sign in again.
    Ended,
}

/// What is known of the server.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Server {
    /// Whether it knows this device.
    pub session: Session,
    /// Whether it gave no answer when it was last asked.
    pub is_away: bool,
}

impl Vault {
    /// Whether what is written now can be sent now, as far as is known.
    pub(super) fn sends(self) -> bool {
        self.is_reachable() && !self.server.get_untracked().is_away
    }

    /// Whether the server can be asked for something.
    pub(super) fn is_reachable(self) -> bool {
        self.online.get_untracked() && self.server.get_untracked().session == Session::Lives
    }

    /// Asks whether there is still a session; if so, sync goes on. Asked again until there is an answer: a browser may
    /// believe that it is online where no server is, and then nothing tells it when there is one.
    pub(super) fn resume(self) {
        if self.server.get_untracked().session == Session::Lives {
            return;
        }
        let mine = self.with(|inner| {
            inner.asked += 1;
            inner.asked
        });
        spawn_local(async move {
            let mut backoff = Backoff::default();
            // Whoever asked later asks on.
            while self.me().is_some() && self.with(|inner| inner.asked == mine) {
                match net::get::<SignedIn>("/session").await {
                    Ok(session) if Some(session.account) == self.me() => {
                        self.deletion().set(session.deletion);
                        self.go_online();
                        return;
                    }
                    Ok(_) | Err(NetError::Refused(Code::SignedOut)) => {
                        self.session_ended();
                        return;
                    }
                    Err(_) => {
                        self.answers(false);
                        clock::sleep(u32::try_from(backoff.fail()).unwrap_or(u32::MAX)).await;
                    }
                }
            }
        });
    }

    /// Somebody has to sign in again.
    pub(super) fn session_ended(self) {
        self.server.set(Server { session: Session::Ended, is_away: false });
    }

    /// Whether the server gave an answer just now.
    pub(super) fn answers(self, does: bool) {
        if self.server.get_untracked().is_away == does {
            self.server.update(|server| server.is_away = !does);
            if !does {
                self.send_later();
            }
        }
    }

    /// Has what waits sent by the service worker, should this page be gone before it could.
    pub(super) fn send_later(self) {
        if self.words_waiting() > 0 {
            spawn_local(background::send_later());
        }
    }

    pub(super) fn go_online(self) {
        self.server.set(Server { session: Session::Lives, is_away: false });
        self.with(|inner| {
            (inner.pairings_due, inner.tidy_due) = (true, true);
            inner.nudges.begin();
        });
        self.tell(Event::SignedIn);
        if self.online.get_untracked() {
            self.tell(Event::Online);
        }
        let pokes = Pokes::listen(move || self.poked());
        self.with(|inner| inner.pokes = pokes);
    }

    pub(super) fn poked(self) {
        self.with(|inner| (inner.pairings_due, inner.tidy_due) = (true, true));
        self.tell(Event::Poked);
    }
}
