//! In and out: whose journal is here, unlocking without the server, locking, signing out.

use journal::{
    seal::{Entropy, Keyring, SystemEntropy, join_unlock},
    sync::{Event, Machine},
};
use leptos::{prelude::*, task::spawn_local};
use signin::ask::{Answer, Ask};
use wire::login::SignedIn;
use zeroize::Zeroizing;

use super::{Door, OpenVault, Trouble, Vault, Who, account::Credentials, undo::Undo};
use crate::device::{
    clock,
    database::{Database, Resident, StorageError, Unlock},
    key, net, tab,
    watch::{self, Pokes},
    worker::SignInWorker,
};

/// How often what depends on the time is looked at again, milliseconds.
const MINUTE: u32 = 60_000;

impl Vault {
    /// Looks whose journal is on this device.
    pub(super) fn look(self) {
        spawn_local(async move {
            let found = async {
                let database = Database::open().await?;
                let resident = database.resident().await?;
                Ok::<_, Trouble>((database, resident))
            };
            if let Ok((database, resident)) = found.await {
                let door = resident.as_ref().map_or(Door::Nobody, |resident| Door::Locked {
                    name: resident.name.clone(),
                    here: resident.unlock.is_some(),
                });
                self.with(|inner| {
                    inner.database = Some(database);
                    inner.resident = resident;
                });
                self.door.set(door);
            } else {
                self.storage.set(Some(StorageError::Unavailable));
                self.door.set(Door::Nobody);
            }
        });
        spawn_local(async move {
            loop {
                clock::sleep(MINUTE).await;
                self.now.set(clock::now());
            }
        });
    }

    /// Opens the journal with the password, without the server.
    pub(super) async fn open_with(self, password: Zeroizing<String>) -> Result<(), Trouble> {
        let (database, resident) = self.with(|inner| (inner.database.clone(), inner.resident.clone()));
        let (database, resident) = (database.ok_or(Trouble::Storage)?, resident.ok_or(Trouble::Unexpected)?);
        let unlock = resident.unlock.as_ref().ok_or(Trouble::SignedOut)?;
        let device_key = database.device_key().await?.ok_or(Trouble::SignedOut)?;
        let secret = Zeroizing::new(key::open(&device_key, &unlock.secret).await?);
        let secret: Zeroizing<[u8; 32]> =
            Zeroizing::new(secret.as_slice().try_into().map_err(|_| Trouble::Unexpected)?);
        let worker = SignInWorker::start().await?;
        let stretched = stretched(&worker, &password, unlock.salt).await?;
        let joined = Zeroizing::new(join_unlock(&stretched, &secret));
        let keyring = Keyring::from_device(
            resident.account,
            &joined,
            &resident.keys,
            &unlock.wrap,
            &resident.identity,
        )?;
        self.enter(database, resident, keyring).await?;
        self.resume().await;
        Ok(())
    }

    /// After signing in: what unlocks here is kept, and the journal is opened.
    pub(super) async fn move_in(
        self,
        signed_in: SignedIn,
        keyring: Keyring,
        who: &Credentials,
        worker: &SignInWorker,
    ) -> Result<(), Trouble> {
        let database = match self.with(|inner| inner.database.clone()) {
            Some(database) => database,
            None => Database::open().await?,
        };
        let before = self.with(|inner| inner.resident.clone());
        if before.is_some_and(|before| before.account != signed_in.account) {
            database.clear().await?;
        }
        let mut resident = Resident {
            account: signed_in.account,
            name: signed_in.name,
            role: signed_in.role,
            keys: signed_in.keys,
            identity: signed_in.wraps.identity,
            unlock: None,
        };
        let mut device_key = None;
        if who.keep {
            let made = key::make().await?;
            let secret = Zeroizing::new(SystemEntropy.bytes32());
            let mut nonce = [0; 12];
            SystemEntropy.fill(&mut nonce);
            let sealed = key::seal(&made, nonce, secret.as_slice()).await?;
            let salt = SystemEntropy.bytes16();
            let stretched = stretched(worker, &who.password, salt).await?;
            let joined = Zeroizing::new(join_unlock(&stretched, &secret));
            let wrap = keyring.to_device(&joined, &mut SystemEntropy)?;
            resident.unlock = Some(Unlock { salt, secret: sealed, wrap });
            device_key = Some(made);
        }
        database.settle(&resident, device_key.as_ref()).await?;
        self.enter(database, resident, keyring).await?;
        self.go_online();
        Ok(())
    }

    /// Locks: the only sure way to have no key in memory is a new page. Not while words are in memory only: the
    /// line that says so is on the screen.
    pub fn lock(self) {
        spawn_local(async move {
            if self.settle_undo().is_ok() && self.settle_down().await {
                watch::reload();
            }
        });
    }

    /// Ends the session and forgets everything on this device. What was not sent is lost: ask before.
    pub async fn sign_out(self) -> Result<(), Trouble> {
        match net::delete("/session").await.map_err(Trouble::from) {
            Ok(()) | Err(Trouble::SignedOut) => {}
            Err(trouble) => return Err(trouble),
        }
        let database = self.with(|inner| {
            inner.open = None;
            inner.unsaved.clear();
            inner.database.clone()
        });
        if let Some(database) = database {
            database.clear().await?;
        }
        watch::go_to("/signin");
        Ok(())
    }

    /// Opens what is on the disk, watches the world, and lets the machine run.
    async fn enter(self, database: Database, resident: Resident, keyring: Keyring) -> Result<(), Trouble> {
        let who = Who { account: resident.account, role: resident.role, name: resident.name.clone() };
        if self.with(|inner| inner.goes_on(&keyring)) {
            // Signed in again while it was open: what is being typed has its machine, and keeps it.
            self.with(|inner| (inner.database, inner.resident) = (Some(database), Some(resident)));
            self.door.set(Door::Open(who));
            return Ok(());
        }
        let saved = database.saved().await?;
        self.open_all(&saved, &keyring).await;
        let machine = Machine::restore(resident.account, saved);
        self.with(|inner| {
            inner.database = Some(database);
            inner.resident = Some(resident);
            inner.open = Some(OpenVault { keyring, machine });
            inner.undo = Undo::default();
        });
        self.door.set(Door::Open(who));
        self.changed();
        self.hold();
        self.watch();
        self.build_index();
        Ok(())
    }

    /// Drives the journal from this tab, once: taken over from itself, it would believe that another tab has it.
    fn hold(self) {
        if self.with(|inner| std::mem::replace(&mut inner.tab.holds, true)) {
            return;
        }
        tab::take_over(move || {
            self.with(|inner| {
                inner.open = None;
                inner.tab.holds = false;
            });
            self.door.set(Door::Elsewhere);
        });
    }

    /// Watches the world, once a page: somebody may sign in again while the journal is open.
    fn watch(self) {
        if self.with(|inner| std::mem::replace(&mut inner.tab.watches, true)) {
            return;
        }
        watch::on_window("online", move || {
            self.online.set(true);
            self.tell(Event::Online);
            spawn_local(async move { self.resume().await });
        });
        watch::on_window("offline", move || {
            self.online.set(false);
            self.tell(Event::Offline);
        });
        watch::on_window("pagehide", move || {
            // In a journal that was closed nothing is deleted.
            let _closed = self.settle_undo();
            self.hasten();
        });
        watch::on_visibility(move || {
            if watch::is_visible() {
                self.now.set(clock::now());
                self.tell(Event::Poked);
            } else {
                self.flush();
            }
        });
    }

    /// Whether there is still a session; if so, sync goes on.
    async fn resume(self) {
        if self.signed_in.get_untracked() {
            return;
        }
        if let Ok(session) = net::get::<SignedIn>("/session").await
            && Some(session.account) == self.me()
        {
            self.go_online();
        }
    }

    fn go_online(self) {
        self.signed_in.set(true);
        self.with(|inner| (inner.pairings_due, inner.tidy_due) = (true, true));
        self.tell(Event::SignedIn);
        if self.online.get_untracked() {
            self.tell(Event::Online);
        }
        let pokes = Pokes::listen(move || self.poked());
        self.with(|inner| inner.pokes = pokes);
    }

    fn poked(self) {
        self.with(|inner| (inner.pairings_due, inner.tidy_due) = (true, true));
        self.tell(Event::Poked);
    }

    /// Waits until everything is on the disk; false when it cannot be.
    async fn settle_down(self) -> bool {
        self.flush();
        for _ in 0..100 {
            if self.with(|inner| inner.unsaved.is_empty() && inner.writers == 0 && !inner.running) {
                return true;
            }
            clock::sleep(50).await;
        }
        false
    }
}

async fn stretched(
    worker: &SignInWorker,
    password: &Zeroizing<String>,
    salt: [u8; 16],
) -> Result<Zeroizing<[u8; 32]>, Trouble> {
    match worker.ask(&Ask::Stretch { password: password.to_string(), salt }).await? {
        Answer::Stretched { key } => Ok(Zeroizing::new(key)),
        _ => Err(Trouble::Unexpected),
    }
}
