//! What unlocks on this device without the server: a password, or a short code of the person's own choosing, each
//! stretched and joined with a secret under a key that cannot leave the browser.

use chrono::Utc;
use journal::{
    guess::{May, Tries, is_fit},
    seal::{Entropy, Keyring, SystemEntropy, join_unlock},
};
use leptos::prelude::*;
use signin::ask::{Answer, Ask};
use wasm_bindgen::JsValue;
use zeroize::Zeroizing;

use super::{Code, Door, Trouble, Vault};
use crate::device::{
    clock,
    database::{Database, Passcode, Resident, Unlock},
    key,
    worker::SignInWorker,
};

impl Vault {
    /// Opens the journal with the password, without the server.
    pub(super) async fn open_with(self, password: Zeroizing<String>) -> Result<(), Trouble> {
        let (database, resident) = self.here()?;
        let unlock = resident.unlock.clone().ok_or(Trouble::SignedOut)?;
        let worker = SignInWorker::start().await?;
        let keyring = opened(&worker, &database, &resident, &unlock, &password).await?;
        let resident = self.forgive(&database, resident).await;
        self.come_in(database, resident, keyring).await
    }

    /// Opens the journal with the passcode. Each try is counted on the disk before it is made, so that closing the
    /// app in between wins nothing; the tenth wrong one takes the passcode off.
    pub(super) async fn open_with_passcode(self, code: Zeroizing<String>) -> Result<(), Trouble> {
        let (database, mut resident) = self.here()?;
        let mut passcode = resident.passcode.clone().ok_or(Trouble::PasscodeOff)?;
        let now = clock::now().with_timezone(&Utc);
        match passcode.tries.may(now) {
            May::Try => {}
            May::Wait(wait) => {
                let seconds = wait.num_seconds().max(1);
                return Err(Trouble::Wait(u32::try_from(seconds).unwrap_or(u32::MAX)));
            }
            May::Never => return Err(self.without_passcode(&database, resident).await),
        }
        passcode.tries = passcode.tries.counted(now);
        resident.passcode = Some(passcode.clone());
        self.keep_here(&database, &resident).await?;
        let worker = SignInWorker::start().await?;
        match opened(&worker, &database, &resident, &passcode.unlock, &code).await {
            Ok(keyring) => {
                let resident = self.forgive(&database, resident).await;
                self.come_in(database, resident, keyring).await
            }
            Err(Trouble::Wrong) if passcode.tries.may(now) == May::Never => {
                Err(self.without_passcode(&database, resident).await)
            }
            Err(trouble) => Err(trouble),
        }
    }

    /// Whether this device may have a passcode, and has one.
    #[must_use]
    pub fn passcode(self) -> Option<bool> {
        self.with(|inner| {
            let resident = inner.resident.as_ref()?;
            resident.unlock.as_ref().map(|_| resident.passcode.is_some())
        })
    }

    /// A short code for this device, in the place of any before.
    pub async fn set_passcode(self, code: Zeroizing<String>) -> Result<(), Trouble> {
        if !is_fit(&code) {
            return Err(Trouble::PasscodeUnfit);
        }
        let (database, mut resident) = self.here()?;
        let device_key = database.device_key().await?.ok_or(Trouble::Storage)?;
        let keyring = self.with_open(|open| open.keyring.clone())?;
        let worker = SignInWorker::start().await?;
        let unlock = made(&worker, &keyring, &device_key, &code).await?;
        let digits = code.chars().all(|letter| letter.is_ascii_digit());
        resident.passcode = Some(Passcode { unlock, digits, tries: Tries::default() });
        self.keep_here(&database, &resident).await
    }

    /// Only the password opens here.
    pub async fn drop_passcode(self) -> Result<(), Trouble> {
        let (database, mut resident) = self.here()?;
        resident.passcode = None;
        self.keep_here(&database, &resident).await
    }

    /// After a new password: what it unlocks here. The passcode stays.
    pub(super) async fn unlock_with_new(
        self,
        worker: &SignInWorker,
        password: &Zeroizing<String>,
    ) -> Result<(), Trouble> {
        let (database, mut resident) = self.here()?;
        if resident.unlock.is_none() {
            return Ok(());
        }
        let device_key = database.device_key().await?.ok_or(Trouble::Storage)?;
        let keyring = self.with_open(|open| open.keyring.clone())?;
        resident.unlock = Some(made(worker, &keyring, &device_key, password).await?);
        self.keep_here(&database, &resident).await
    }

    pub(super) fn here(self) -> Result<(Database, Resident), Trouble> {
        let (database, resident) = self.with(|inner| (inner.database.clone(), inner.resident.clone()));
        Ok((database.ok_or(Trouble::Storage)?, resident.ok_or(Trouble::Unexpected)?))
    }

    async fn keep_here(self, database: &Database, resident: &Resident) -> Result<(), Trouble> {
        database.keep_resident(resident).await?;
        self.with(|inner| inner.resident = Some(resident.clone()));
        Ok(())
    }

    async fn without_passcode(self, database: &Database, mut resident: Resident) -> Trouble {
        resident.passcode = None;
        if let Err(trouble) = self.keep_here(database, &resident).await {
            return trouble;
        }
        self.door.set(Door::Locked { name: resident.name, here: true, code: Code::Off, role: resident.role });
        Trouble::PasscodeOff
    }

    /// Somebody who knows a way in mistyped before.
    async fn forgive(self, database: &Database, mut resident: Resident) -> Resident {
        if let Some(passcode) =
            resident.passcode.as_mut().filter(|passcode| passcode.tries != Tries::default())
        {
            passcode.tries = Tries::default();
            // What the disk does not take counts on; the way in is open all the same.
            let _counted_on = database.keep_resident(&resident).await;
        }
        resident
    }
}

/// What unlocks with `secret` from now on.
pub(super) async fn made(
    worker: &SignInWorker,
    keyring: &Keyring,
    device_key: &JsValue,
    secret: &Zeroizing<String>,
) -> Result<Unlock, Trouble> {
    let half = Zeroizing::new(SystemEntropy.bytes32());
    let mut nonce = [0; 12];
    SystemEntropy.fill(&mut nonce);
    let sealed = key::seal(device_key, nonce, half.as_slice()).await?;
    let salt = SystemEntropy.bytes16();
    let stretched = stretched(worker, secret, salt).await?;
    let joined = Zeroizing::new(join_unlock(&stretched, &half));
    Ok(Unlock { salt, secret: sealed, wrap: keyring.to_device(&joined, &mut SystemEntropy)? })
}

async fn opened(
    worker: &SignInWorker,
    database: &Database,
    resident: &Resident,
    unlock: &Unlock,
    secret: &Zeroizing<String>,
) -> Result<Keyring, Trouble> {
    let device_key = database.device_key().await?.ok_or(Trouble::SignedOut)?;
    let half = Zeroizing::new(key::open(&device_key, &unlock.secret).await?);
    let half: Zeroizing<[u8; 32]> =
        Zeroizing::new(half.as_slice().try_into().map_err(|_| Trouble::Unexpected)?);
    let stretched = stretched(worker, secret, unlock.salt).await?;
    let joined = Zeroizing::new(join_unlock(&stretched, &half));
    Ok(Keyring::from_device(resident.account, &joined, &resident.keys, &unlock.wrap, &resident.identity)?)
}

/// What the device makes of a password, a passcode, or what two people compare.
pub(super) async fn stretched(
    worker: &SignInWorker,
    secret: &Zeroizing<String>,
    salt: [u8; 16],
) -> Result<Zeroizing<[u8; 32]>, Trouble> {
    match worker.ask(&Ask::Stretch { password: secret.to_string(), salt }).await? {
        Answer::Stretched { key } => Ok(Zeroizing::new(key)),
        _ => Err(Trouble::Unexpected),
    }
}
