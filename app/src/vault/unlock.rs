//! In and out: whose journal is here, unlocking without the server, locking, signing out.

use journal::{
    guess::Tries,
    seal::{Entropy, KeptKeys, Keyring, SystemEntropy},
    sync::{Event, Machine},
};
use leptos::{prelude::*, task::spawn_local};
use wire::login::SignedIn;

use super::{Door, OpenVault, Trouble, Vault, Who, account::Credentials, here, reach::Reach, undo::Undo};
use crate::device::{
    clock,
    database::{Database, Passcode, Resident, StorageError},
    key, leaving, net, push, settings, tab, watch,
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
                let mut resident = database.resident().await?;
                if resident.as_ref().is_some_and(|resident| resident.unlock.is_none())
                    && database.has_waiting().await == Ok(false)
                {
                    // A shared computer: somebody closed the page, and what they made is on the server. Where that
                    // cannot be looked at, nothing is forgotten.
                    self.forget_here(&database).await;
                    resident = None;
                }
                Ok::<_, Trouble>((database, resident))
            };
            if let Ok((database, resident)) = found.await {
                let door = resident.as_ref().map_or(Door::Nobody, Door::locked);
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

    /// Where this device keeps things. Asked before the server is: an account whose device keeps nothing would be
    /// made without its journal ever opening, and its recovery code would be lost.
    pub(super) async fn database(self) -> Result<Database, Trouble> {
        match self.with(|inner| inner.database.clone()) {
            Some(database) => Ok(database),
            None => Ok(Database::open().await?),
        }
    }

    /// After signing in: what unlocks here is kept, and the journal is opened. A new recovery code is noted with it,
    /// before it is shown: a phone may end the app while somebody looks for a pen.
    pub(super) async fn move_in(
        self,
        signed_in: SignedIn,
        keyring: Keyring,
        who: &Credentials,
        worker: &SignInWorker,
        new_kit: bool,
    ) -> Result<(), Trouble> {
        let database = self.database().await?;
        let before = self.with(|inner| inner.resident.clone());
        let before = before.filter(|before| before.account == signed_in.account);
        if before.is_none() {
            database.clear().await?;
        }
        self.deletion().set(signed_in.deletion);
        let mut resident = Resident {
            account: signed_in.account,
            name: signed_in.name,
            role: signed_in.role,
            keys: signed_in.keys,
            identity: signed_in.wraps.identity,
            unlock: None,
            passcode: None,
        };
        let mut device_key = None;
        if who.keep {
            // The key that was here stays, and with it a passcode; whoever knows the password may go on guessing it.
            let found = if before.is_some() { database.device_key().await? } else { None };
            let device = match found {
                Some(found) => found,
                None => key::make().await?,
            };
            resident.unlock = Some(here::made(worker, &keyring, &device, &who.password).await?);
            let passcode = before.and_then(|before| before.passcode);
            resident.passcode = passcode.map(|passcode| Passcode { tries: Tries::default(), ..passcode });
            device_key = Some(device);
        }
        database.settle(&resident, device_key.as_ref(), new_kit).await?;
        self.enter(database, resident, keyring).await?;
        self.go_online();
        Ok(())
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
            settings::forget();
            database.clear().await?;
            push::forget().await;
        }
        watch::go_to("/signin");
        Ok(())
    }

    /// Takes everything off this device, and ends its session if the server can be reached.
    pub(super) async fn forget_here(self, database: &Database) {
        settings::forget();
        // What the browser does not let go of stays sealed, and nobody has its key.
        let _sealed = database.clear().await;
        let _ended = net::delete("/session").await;
        push::forget().await;
    }

    /// After what unlocks here was right.
    pub(super) async fn come_in(
        self,
        database: Database,
        resident: Resident,
        keyring: Keyring,
    ) -> Result<(), Trouble> {
        self.enter(database, resident, keyring).await?;
        self.resume();
        Ok(())
    }

    /// Opens what is on the disk, watches the world, and lets the machine run.
    async fn enter(self, database: Database, resident: Resident, keyring: Keyring) -> Result<(), Trouble> {
        let who = Who { account: resident.account, role: resident.role, name: resident.name.clone() };
        let kit_unkept = database.is_kit_unkept().await.unwrap_or_default();
        self.with(|inner| inner.kit_unkept = kit_unkept);
        if self.with(|inner| inner.goes_on(&keyring)) {
            // Signed in again while it was open: what is being typed has its machine, and keeps it.
            self.with(|inner| (inner.database, inner.resident) = (Some(database), Some(resident)));
            self.door.set(Door::Open(who));
            return Ok(());
        }
        self.hold().await;
        // A disk that is too full for this takes nothing from whoever would have to look at it, either.
        let _full = database.drive(SystemEntropy.bytes16()).await;
        let mut saved = database.saved().await?;
        let lacking = saved.take_in(leaving::left(resident.account));
        let kept = database.kept_keys().await.unwrap_or_default();
        let mut kept = kept.map(|sealed| KeptKeys::read(&keyring, &sealed)).unwrap_or_default();
        self.open_all(&saved, &keyring, &mut kept).await;
        if !self.with(|inner| inner.tab.holds) {
            // Another tab took it over meanwhile.
            return Ok(());
        }
        let machine = Machine::restore(resident.account, saved);
        self.with(|inner| {
            inner.database = Some(database);
            inner.resident = Some(resident);
            inner.open = Some(OpenVault { keyring, machine, kept });
            inner.reach = Some(Reach::OPEN);
            inner.undo = Undo::default();
        });
        self.write_left(lacking);
        self.door.set(Door::Open(who));
        self.keep_intentions_cut_off();
        self.changed();
        self.watch();
        self.build_index();
        self.keep_keys(KeptKeys::is_worth_it);
        Ok(())
    }

    /// Drives the journal from this tab, once: taken over from itself, it would believe that another tab has it.
    async fn hold(self) {
        if self.with(|inner| std::mem::replace(&mut inner.tab.holds, true)) {
            return;
        }
        tab::take_over(move || {
            self.with(|inner| {
                inner.open = None;
                inner.tab.holds = false;
            });
            self.door.set(Door::Elsewhere);
        })
        .await;
    }

    /// Watches the world, once a page: somebody may sign in again while the journal is open.
    fn watch(self) {
        if self.with(|inner| std::mem::replace(&mut inner.tab.watches, true)) {
            return;
        }
        watch::on_window("online", move || {
            self.online.set(true);
            self.tell(Event::Online);
            self.resume();
        });
        watch::on_window("offline", move || {
            self.online.set(false);
            self.tell(Event::Offline);
            self.send_later();
        });
        watch::on_window("pagehide", move || {
            self.hand_over();
            self.send_later();
        });
        watch::on_visibility(move || {
            if watch::is_visible() {
                self.now.set(clock::now());
                self.tell(Event::Poked);
                self.resume();
            } else {
                self.flush();
                self.send_later();
            }
        });
        self.guard();
    }

    /// Waits until everything is on the disk; false when it cannot be.
    pub(super) async fn settle_down(self) -> bool {
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
