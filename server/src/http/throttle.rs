//! How often somebody may try. Guessing gets slow; nobody is ever locked out.
//!
//! - Each address may try each door, whatever the name; what succeeds is not counted.
//! - A name is slowed at each address by itself, so that who mistypes or guesses slows only that address.
//! - A name is slowed for all addresses together, against guessing from many at once; but not at an address where
//!   its account is used, and coming back with the recovery code asks for no name's turn. So guessing from
//!   elsewhere cannot keep the owner out.
//!
//! A try counts before anything is looked up, so names that exist and names that do not are slowed alike. All of it
//! is in memory, as keyed hashes, in tables of a fixed size: no address and no name can be read from it.

mod recent;
mod rule;

#[cfg(test)]
mod tests;

use std::{
    hash::{BuildHasher, RandomState},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use chrono::{DateTime, Duration, Utc};
use wire::ids::AccountId;

pub use self::rule::Wait;
use self::{
    recent::Recent,
    rule::{Rule, Tries},
};
use crate::serve::Peer;

const DOOR: Rule = Rule {
    free: 30,
    first: Duration::seconds(1),
    most: Duration::seconds(60),
    forgiven: Duration::seconds(10),
};
const NAME_HERE: Rule =
    Rule { free: 5, first: Duration::seconds(2), most: Duration::minutes(5), forgiven: Duration::minutes(5) };
const NAME: Rule = Rule {
    free: 20,
    first: Duration::seconds(1),
    most: Duration::seconds(60),
    forgiven: Duration::seconds(60),
};
/// How long an address counts as one where an account is used.
const KNOWN: Duration = Duration::days(30);

/// What is tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Door {
    /// A name and a password.
    SignIn,
    /// A name and a recovery code.
    Recovery,
    /// An invitation or a setup link.
    Ticket,
}

/// Who tried what lately.
#[derive(Clone, Debug, Default)]
pub struct Throttle(Arc<Mutex<Tables>>);

#[derive(Debug, Default)]
struct Tables {
    key: RandomState,
    doors: Recent<Tries>,
    names_here: Recent<Tries>,
    names: Recent<Tries>,
    known: Recent<DateTime<Utc>>,
}

impl Throttle {
    /// Somebody tries a door.
    ///
    /// # Errors
    /// When it is too soon.
    pub fn at_door(&self, peer: Peer, door: Door, now: DateTime<Utc>) -> Result<(), Wait> {
        let tables = &mut *self.tables();
        let tries = tables.doors.get(tables.key.hash_one((peer, door)));
        DOOR.wait(tries, now)?;
        DOOR.count(tries, now);
        Ok(())
    }

    /// Somebody signs in by a name, which may be that of an account.
    ///
    /// # Errors
    /// When it is too soon.
    pub fn as_name(
        &self,
        peer: Peer,
        name: &str,
        account: Option<AccountId>,
        now: DateTime<Utc>,
    ) -> Result<(), Wait> {
        let tables = &mut *self.tables();
        let here = tables.names_here.get(tables.key.hash_one((peer, name)));
        NAME_HERE.wait(here, now)?;
        let known = account
            .and_then(|account| tables.known.find(tables.key.hash_one((peer, account))))
            .is_some_and(|seen| now - *seen < KNOWN);
        if !known {
            let everywhere = tables.names.get(tables.key.hash_one(name));
            NAME.wait(everywhere, now)?;
            NAME.count(everywhere, now);
        }
        NAME_HERE.count(here, now);
        Ok(())
    }

    /// What was tried at a door succeeded, and is not counted.
    pub fn opened(&self, peer: Peer, door: Door) {
        let tables = &mut *self.tables();
        tables.doors.get(tables.key.hash_one((peer, door))).forgive();
    }

    /// Somebody signed in: what was mistyped here before does not matter any more.
    pub fn signed_in(&self, peer: Peer, name: &str) {
        let tables = &mut *self.tables();
        *tables.names_here.get(tables.key.hash_one((peer, name))) = Tries::default();
    }

    /// An account is used at this address.
    pub fn seen(&self, peer: Peer, account: AccountId, now: DateTime<Utc>) {
        let tables = &mut *self.tables();
        *tables.known.get(tables.key.hash_one((peer, account))) = now;
    }

    fn tables(&self) -> MutexGuard<'_, Tables> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
