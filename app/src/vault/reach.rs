//! What the first screen asks of the open journal. Pointers, set when it opens: a call by name would put all of the
//! journal into what starts first.

use leptos::prelude::*;

use super::{Trouble, Vault};

/// How the open journal is reached.
#[derive(Clone, Copy)]
pub(super) struct Reach {
    hand_over: fn(Vault),
    take_undo: fn(Vault) -> Result<(), Trouble>,
    plan_soon: fn(Vault),
    keep_kit: fn(Vault) -> Result<(), Trouble>,
}

impl Reach {
    /// From the part that opens it.
    pub const OPEN: Self = Self {
        hand_over: Vault::hand_over,
        take_undo: Vault::take_undo,
        plan_soon: Vault::plan_soon,
        keep_kit: Vault::kit_is_kept,
    };
}

impl Vault {
    /// Hands to the disk what is there, at once; nothing when nothing is open.
    pub(super) fn hand_over_if_open(self) {
        if let Some(reach) = self.with(|inner| inner.reach) {
            (reach.hand_over)(self);
        }
    }

    /// Has nudges planned again whenever something changes that they may depend on, and every minute.
    pub(super) fn follow_reminders(self) {
        Effect::new(move |_| {
            let who = self.who();
            self.records.track();
            self.server.track();
            self.online.track();
            self.now.track();
            let reach = self.with(|inner| inner.reach).filter(|_| who.is_some());
            if let Some(reach) = reach {
                (reach.plan_soon)(self);
            }
        });
    }

    /// A group of the recovery code was typed back, on the screen that made the account.
    pub fn kit_was_typed_back(self) {
        if let Some(reach) = self.with(|inner| inner.reach) {
            // What is not known to be in safety is said on the screen that follows.
            let _asked_again = (reach.keep_kit)(self);
        }
    }

    /// Takes back what was done last.
    pub fn undo(self) -> Result<(), Trouble> {
        self.with(|inner| inner.reach).map_or(Ok(()), |reach| (reach.take_undo)(self))
    }
}
