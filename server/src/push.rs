//! Nudges through browsers' push services. What they carry says only that there is something; when there is nobody to
//! take them, they are forgotten. Nothing that a person does waits for one.

mod deliver;
mod endpoint;
mod key;
mod post;
mod seal;
mod settings;
mod under_way;

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use chrono::{DateTime, Duration, Utc};
use tokio::sync::Semaphore;
use wire::{
    ids::{AccountId, SessionId},
    push::{Nudge, Subscription},
};

use self::{deliver::Job, endpoint::Endpoint, post::Poster, under_way::UnderWay};
pub use self::{
    key::{Key, KeyError},
    settings::{Settings, SettingsError},
};
use crate::store::{Due, Store};

/// How late a moment may still be: after that it is another one.
const MOMENT: Duration = Duration::hours(3);
/// How long what is waiting may take to arrive.
const WAITING: Duration = Duration::hours(24);
/// Most nudges of a kind that are being sent at once; of each kind, so that none waits for the other.
const AT_ONCE: usize = 16;

/// The way to the push services.
#[derive(Clone)]
pub struct Push {
    store: Store,
    key: Arc<Key>,
    settings: Arc<Settings>,
    poster: Poster,
    clock: Arc<dyn Fn() -> DateTime<Utc> + Send + Sync>,
    moments: Arc<Semaphore>,
    waiting: Arc<Semaphore>,
    under_way: UnderWay,
}

impl Push {
    /// Nothing is sent yet.
    #[must_use]
    pub fn new(store: Store, key: Key, clock: Arc<dyn Fn() -> DateTime<Utc> + Send + Sync>) -> Self {
        Self {
            store,
            key: Arc::new(key),
            settings: Arc::default(),
            poster: Poster::new(),
            clock,
            moments: Arc::new(Semaphore::new(AT_ONCE)),
            waiting: Arc::new(Semaphore::new(AT_ONCE)),
            under_way: UnderWay::default(),
        }
    }

    /// With other settings.
    #[must_use]
    pub fn with(self, settings: Settings) -> Self {
        Self { settings: Arc::new(settings), ..self }
    }

    /// By which push services know this server.
    #[must_use]
    pub fn key(&self) -> [u8; 65] {
        self.key.public()
    }

    /// Whether nudges may be sent there at all.
    #[must_use]
    pub fn allows(&self, to: &Subscription) -> bool {
        Endpoint::parse(&to.endpoint, self.settings.also.as_ref()).is_some()
    }

    /// Whether something can be sealed for this browser.
    #[must_use]
    pub fn can_seal(to: &Subscription) -> bool {
        seal::browser_key(to).is_some()
    }

    /// Tells the devices of these accounts that something is waiting, beside whatever else is done.
    pub fn waiting(&self, accounts: &[AccountId]) {
        let until = (self.clock)() + WAITING;
        self.nudge(accounts, Nudge::Waiting, until);
    }

    /// Tells the devices of those whose moment has come, beside whatever else is done. One that was missed by hours is
    /// dropped.
    pub fn due(&self, due: &[Due]) {
        let now = (self.clock)();
        // Of several of one account the last: one nudge says as much as two.
        let last = due.iter().map(|one| (one.account, one.at)).collect::<BTreeSet<_>>();
        let last = last.into_iter().collect::<BTreeMap<_, _>>();
        for (account, at) in last.into_iter().filter(|(_, at)| *at + MOMENT > now) {
            self.nudge(&[account], Nudge::Moment, at + MOMENT);
        }
    }

    /// Waits until nothing is under way.
    pub async fn settled(&self) {
        self.under_way.settled().await;
    }

    fn nudge(&self, accounts: &[AccountId], nudge: Nudge, until: DateTime<Utc>) {
        if accounts.is_empty() {
            return;
        }
        let (push, here) = (self.clone(), self.under_way.begin());
        let mut accounts = accounts.to_vec();
        accounts.sort_unstable();
        accounts.dedup();
        tokio::spawn(async move {
            match push.store.nudged(&accounts, (push.clock)()).await {
                Ok(sessions) => sessions.into_iter().for_each(|session| push.send(session, nudge, until)),
                Err(error) => tracing::error!(%error, "the store failed"),
            }
            drop(here);
        });
    }

    /// Not where the same is on its way already: that one says it, too.
    fn send(&self, session: SessionId, nudge: Nudge, until: DateTime<Utc>) {
        if let Some(mine) = self.under_way.take(session, nudge) {
            let push = self.clone();
            tokio::spawn(async move {
                push.deliver(Job { session, nudge, until }).await;
                drop(mine);
            });
        }
    }

    fn way(&self, nudge: Nudge) -> &Semaphore {
        match nudge {
            Nudge::Moment => &self.moments,
            Nudge::Waiting => &self.waiting,
        }
    }
}
