//! The unlocked journal on this device: opened records, what waits to be sent, and who may read what.

mod account;
mod alerts;
mod anew;
mod attach;
mod blobs;
mod came_back;
mod compare;
mod cover;
mod devices;
mod engine;
mod find;
mod here;
mod intentions;
mod invitations;
mod keeping;
mod kit;
mod later;
mod left;
mod lock;
mod open;
mod people;
mod pins;
mod reach;
mod reminders;
mod session;
mod settings;
mod setup_links;
mod sharing;
mod status;
mod trouble;
mod undo;
mod unlock;
mod write;

use std::{
    cell::RefCell,
    collections::{BTreeSet, VecDeque},
    rc::Rc,
};

use chrono::{DateTime, FixedOffset, Utc};
use journal::{
    record::Opened,
    seal::{KeptKeys, Keyring},
    search::Index,
    sync::{Action, Alarm, Machine, Row},
};
use leptos::prelude::*;
use wire::{
    ids::{AccountId, RecordId},
    login::Role,
};

pub use self::{
    account::{Credentials, Invited},
    blobs::{Growing, Way},
    compare::Compared,
    invitations::Accepted,
    keeping::NewCode,
    later::opening_comes,
    open::Unopenable,
    people::{Person, link},
    reminders::Nudged,
    status::{Kept, Sync},
    trouble::Trouble,
};
use self::{blobs::Blobs, reach::Reach, reminders::Nudges, session::Server, undo::Undo};
use crate::device::{
    clock,
    database::{Database, Resident, StorageError},
    unsent,
    watch::Pokes,
};

/// Whether the journal is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Door {
    /// Nobody has looked yet.
    Looking,
    /// Nobody's journal is on this device.
    Nobody,
    /// Somebody's is, and the keys are not in memory.
    Locked {
        /// The sign-in name.
        name: String,
        /// Whether the password opens it without the server.
        here: bool,
        /// Whether a passcode does, too.
        code: Code,
        /// Client or therapist.
        role: Role,
    },
    /// Another tab has it.
    Elsewhere,
    /// The keys are in memory.
    Open(Who),
}

/// Whether a passcode opens what is locked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Code {
    /// There is none.
    None,
    /// There was one a moment ago; it was tried too often.
    Off,
    /// One of digits only.
    Digits,
    /// Any other.
    Letters,
}

impl Door {
    /// Somebody's journal is here and locked.
    fn locked(resident: &Resident) -> Self {
        Self::Locked {
            name: resident.name.clone(),
            here: resident.unlock.is_some(),
            code: match &resident.passcode {
                None => Code::None,
                Some(passcode) if passcode.digits => Code::Digits,
                Some(_) => Code::Letters,
            },
            role: resident.role,
        }
    }
}

/// Whose journal is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Who {
    /// Whose.
    pub account: AccountId,
    /// Client or therapist.
    pub role: Role,
    /// The sign-in name.
    pub name: String,
}

/// The app-wide handle.
#[derive(Clone, Copy)]
pub struct Vault {
    /// Whether the journal is open.
    pub door: RwSignal<Door>,
    /// Everything that was opened, by id.
    pub records: RwSignal<Vec<Opened>>,
    /// Records that are there and do not open.
    pub unopenable: RwSignal<Vec<Unopenable>>,
    /// What an honest server would not have done, or cannot accept.
    pub alarms: RwSignal<Vec<Alarm>>,
    /// Minute by minute.
    pub now: RwSignal<DateTime<FixedOffset>>,
    /// The bytes of attachments.
    blobs: Blobs,
    /// Counts changes of what waits and of what is kept.
    changes: RwSignal<u64>,
    online: RwSignal<bool>,
    server: RwSignal<Server>,
    storage: RwSignal<Option<StorageError>>,
    inner: StoredValue<Rc<RefCell<Inner>>, LocalStorage>,
}

#[derive(Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is about something else")]
struct Inner {
    database: Option<Database>,
    resident: Option<Resident>,
    open: Option<OpenVault>,
    /// How it is reached from the first screen, once it was open.
    reach: Option<Reach>,
    /// What the machine asked for, in order.
    queue: VecDeque<Action>,
    running: bool,
    /// Rows that are not on the disk yet.
    unsaved: Vec<Row>,
    /// Rows that the disk was asked to take, and how many such requests are open.
    writing: Vec<Row>,
    writers: usize,
    pokes: Option<Pokes>,
    /// How often it was asked whether there is still a session.
    asked: u64,
    tab: Tab,
    /// Whether the server is to be asked who is paired, once everything that it has was read.
    pairings_due: bool,
    /// Who is to be let go.
    parting: Parting,
    /// What is searched in, and what it does not have the newest words of yet.
    index: Index,
    unindexed: BTreeSet<RecordId>,
    /// Whether everything was taken in once.
    indexed: ArcRwSignal<bool>,
    /// Whether something may be left over of what was shared, and what a rule shares may be due.
    tidy_due: bool,
    /// The measure whose client is being asked right now whether it is told.
    asking: Option<RecordId>,
    /// From which questionnaires somebody went on to the score after they were shown whom to reach.
    met: BTreeSet<RecordId>,
    /// Since when words wait for the server.
    unsent_since: Option<DateTime<FixedOffset>>,
    /// What the server knows of the next nudges.
    nudges: Nudges,
    /// What can still be undone, and how many things of this page could be.
    undo: Undo,
    undone: u64,
    /// Records that were refused because a reader is not paired any more.
    unpaired: Vec<RecordId>,
    /// Who came back with the recovery code, and when, as the server said last.
    came_back: Vec<(AccountId, DateTime<Utc>)>,
    /// Whether this device alone knows of a recovery code that nobody has shown to have.
    kit_unkept: bool,
    /// When everything of the account goes, if that was asked for.
    deletion: RwSignal<Option<DateTime<Utc>>>,
}

/// Whether somebody is to be let go who must not go before all was sent.
#[derive(Default, PartialEq, Eq)]
enum Parting {
    /// Nobody is.
    #[default]
    Nobody,
    /// Once nothing waits for the server any more.
    OnceSent,
}

/// What this page does once, however often somebody signs in on it.
#[derive(Default)]
struct Tab {
    /// Whether this tab drives the journal.
    holds: bool,
    /// Whether the world around this page is watched.
    watches: bool,
    /// Whether it is being locked.
    locking: bool,
}

struct OpenVault {
    keyring: Keyring,
    machine: Machine,
    kept: KeptKeys,
}

impl Inner {
    /// Whether the journal of these keys is open already; it takes them over, they may be new.
    fn goes_on(&mut self, keyring: &Keyring) -> bool {
        let open = self.open.as_mut().filter(|open| open.keyring.account() == keyring.account());
        open.map(|open| open.keyring = keyring.clone()).is_some()
    }
}

/// Makes the vault known to all screens, and looks whose journal is here.
pub fn provide_vault() -> Vault {
    let vault = Vault {
        door: RwSignal::new(Door::Looking),
        records: RwSignal::new(Vec::new()),
        unopenable: RwSignal::new(Vec::new()),
        alarms: RwSignal::new(Vec::new()),
        now: RwSignal::new(clock::now()),
        blobs: Blobs::new(),
        changes: RwSignal::new(0),
        online: RwSignal::new(crate::device::watch::is_online()),
        server: RwSignal::new(Server::default()),
        storage: RwSignal::new(None),
        inner: StoredValue::new_local(Rc::new(RefCell::new(Inner {
            unsent_since: unsent::since(),
            ..Inner::default()
        }))),
    };
    provide_context(vault);
    vault.follow_settings();
    vault.follow_reminders();
    vault.watch_escape();
    vault.look();
    vault
}

/// The vault.
///
/// # Panics
/// Outside of the app's tree: a mistake in the program.
#[must_use]
pub fn use_vault() -> Vault {
    expect_context()
}

impl Vault {
    fn with<T>(self, act: impl FnOnce(&mut Inner) -> T) -> T {
        self.inner.with_value(|inner| act(&mut inner.borrow_mut()))
    }

    /// With the open journal, if it is open.
    fn with_open<T>(self, act: impl FnOnce(&mut OpenVault) -> T) -> Result<T, Trouble> {
        self.with(|inner| inner.open.as_mut().map(act)).ok_or(Trouble::Locked)
    }

    /// Whose journal is open; tracked.
    #[must_use]
    pub fn who(self) -> Option<Who> {
        self.door.with(|door| if let Door::Open(who) = door { Some(who.clone()) } else { None })
    }

    /// Whose journal is open now.
    #[must_use]
    pub fn who_now(self) -> Option<Who> {
        untrack(|| self.who())
    }

    /// Which account's journal is open now.
    #[must_use]
    pub fn me(self) -> Option<AccountId> {
        self.door.with_untracked(|door| if let Door::Open(who) = door { Some(who.account) } else { None })
    }

    /// One record; tracked.
    #[must_use]
    pub fn record(self, id: RecordId) -> Option<Opened> {
        self.records.with(|records| find(records, id).cloned())
    }

    /// Something of one record, without a copy of all of it; tracked.
    pub fn with_record<T>(self, id: RecordId, read: impl FnOnce(&Opened) -> T) -> Option<T> {
        self.records.with(|records| find(records, id).map(read))
    }

    /// One record of one's own; tracked.
    #[must_use]
    pub fn own(self, id: RecordId) -> Option<Opened> {
        let me = self.me();
        self.record(id).filter(|record| Some(record.owner) == me)
    }

    /// One record as it is now.
    #[must_use]
    pub fn record_now(self, id: RecordId) -> Option<Opened> {
        self.records.with_untracked(|records| find(records, id).cloned())
    }
}

fn find(records: &[Opened], id: RecordId) -> Option<&Opened> {
    records.binary_search_by_key(&id, |record| record.id).ok().and_then(|place| records.get(place))
}
