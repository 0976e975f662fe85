//! Who came back with the recovery code: whoever found somebody's code is seen by the other side.

use chrono::{DateTime, FixedOffset};
use leptos::prelude::*;
use wire::{ids::AccountId, pairings::Pairing};

use super::Vault;
use crate::device::clock;

impl Vault {
    /// When somebody last came back with their recovery code while the two were connected, by the person's own clock;
    /// tracked. Known once the server was asked.
    #[must_use]
    pub fn came_back(self, peer: AccountId) -> Option<DateTime<FixedOffset>> {
        self.changes.track();
        let at =
            self.with(|inner| inner.came_back.iter().find(|(one, _)| *one == peer).map(|(_, at)| *at))?;
        Some(at.with_timezone(clock::now().offset()))
    }

    pub(super) fn see_who_came_back(self, pairings: &[Pairing]) {
        let while_paired = |pairing: &Pairing| {
            Some((pairing.peer, pairing.peer_recovered.filter(|at| *at > pairing.since)?))
        };
        self.with(|inner| inner.came_back = pairings.iter().filter_map(while_paired).collect());
        self.changed();
    }
}
