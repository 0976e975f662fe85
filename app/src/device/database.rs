//! What this device keeps: sealed rows of the sync machine, the account's wraps, and a key that cannot leave.

use journal::{
    guess::Tries,
    sync::{Row, Saved, Waiting},
};
use js_sys::Uint8Array;
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use wasm_bindgen::{JsCast, JsValue};
use wire::{
    bytes,
    ids::{AccountId, Seq},
    keys::PublicKeys,
    login::Role,
    sealed::Wrap,
    sync::Item,
};

pub use super::idb::StorageError;
use super::{
    chunks::Chunks,
    idb::{Idb, Write},
    leaving,
};

const NAME: &str = "interleaf";
const VERSION: u32 = 1;
const STORES: [&str; 3] = [KNOWN, WAITING, SELF];
/// Confirmed states, by record.
const KNOWN: &str = "known";
/// The outbox, by record.
const WAITING: &str = "waiting";
/// One row each: the account, its device key, the cursor, the tab that drives the journal, the kept keys, a recovery
/// code that nobody has shown to have.
const SELF: &str = "self";
const ACCOUNT: &str = "account";
const DEVICE_KEY: &str = "device-key";
const CURSOR: &str = "cursor";
const DRIVER: &str = "driver";
const KEPT_KEYS: &str = "kept-keys";
const KIT: &str = "kit";

/// Whose journal is on this device, and what opens it here.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Resident {
    /// Whose.
    pub account: AccountId,
    /// The sign-in name.
    pub name: String,
    /// Client or therapist.
    pub role: Role,
    /// The public half.
    pub keys: PublicKeys,
    /// The private identity keys under the account key.
    pub identity: Wrap,
    /// What unlocks without the server; absent on a shared computer.
    pub unlock: Option<Unlock>,
    /// A short code that unlocks, too, if the person chose one.
    #[serde(default)]
    pub passcode: Option<Passcode>,
}

/// A short code of the person's own choosing, on this device only.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Passcode {
    /// What it unlocks.
    pub unlock: Unlock,
    /// Whether it is digits only, so that the phone may show its digits.
    pub digits: bool,
    /// Tries since it last was right, counted before they are made.
    pub tries: Tries,
}

/// What unlocks on this device without the server.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Unlock {
    /// For the stretching of the password or passcode.
    #[serde(with = "bytes")]
    pub salt: [u8; 16],
    /// The device's half, under the key that cannot leave the browser.
    #[serde(with = "bytes")]
    pub secret: Vec<u8>,
    /// The account key under both halves.
    pub wrap: Wrap,
}

/// The device's own storage.
#[derive(Clone, Debug)]
pub struct Database(Idb);

impl Database {
    /// Opens it, or makes it.
    pub async fn open() -> Result<Self, StorageError> {
        Idb::open(NAME, VERSION, &STORES).await.map(Self)
    }

    /// Whose journal is here.
    pub async fn resident(&self) -> Result<Option<Resident>, StorageError> {
        let row = self.0.get(SELF, ACCOUNT).await?;
        Ok(row.and_then(|row| read(&row)))
    }

    /// The key that cannot leave, as the browser's own object.
    pub async fn device_key(&self) -> Result<Option<JsValue>, StorageError> {
        self.0.get(SELF, DEVICE_KEY).await
    }

    /// Somebody signed in here, perhaps with a new recovery code; the rows of the same account stay.
    pub async fn settle(
        &self,
        resident: &Resident,
        device_key: Option<&JsValue>,
        new_kit: bool,
    ) -> Result<(), StorageError> {
        let mut writes = vec![Write::Put(SELF, ACCOUNT, text(resident)?)];
        match device_key {
            Some(key) => writes.push(Write::Put(SELF, DEVICE_KEY, key.clone())),
            None => writes.push(Write::Delete(SELF, DEVICE_KEY)),
        }
        if new_kit {
            writes.push(Write::Put(SELF, KIT, JsValue::TRUE));
        }
        self.0.write(&writes).await
    }

    /// What unlocks here has changed; the device's key stays.
    pub async fn keep_resident(&self, resident: &Resident) -> Result<(), StorageError> {
        self.0.write(&[Write::Put(SELF, ACCOUNT, text(resident)?)]).await
    }

    /// Whether a recovery code was made here that nobody has shown to have, and no record says so yet.
    pub async fn is_kit_unkept(&self) -> Result<bool, StorageError> {
        Ok(self.0.get(SELF, KIT).await?.is_some())
    }

    /// It is shown, or a record says so.
    pub async fn forget_kit(&self) -> Result<(), StorageError> {
        self.0.write(&[Write::Delete(SELF, KIT)]).await
    }

    /// Everything of everybody goes.
    pub async fn clear(&self) -> Result<(), StorageError> {
        let writes: Vec<_> = STORES.iter().map(|store| Write::Clear(store)).collect();
        leaving::forget();
        self.0.write(&writes).await?;
        Chunks::clear().await
    }

    /// A tab has the journal from now on, under a name that no other had: before the service worker marks anything as
    /// sent it looks here whether one came meanwhile.
    pub async fn drive(&self, tab: [u8; 16]) -> Result<(), StorageError> {
        self.0.write(&[Write::Put(SELF, DRIVER, text(&tab)?)]).await
    }

    /// The sealed keys of what others granted, if any were kept.
    pub async fn kept_keys(&self) -> Result<Option<Vec<u8>>, StorageError> {
        let row = self.0.get(SELF, KEPT_KEYS).await?;
        Ok(row.and_then(|row| row.dyn_into::<Uint8Array>().ok()).map(|bytes| bytes.to_vec()))
    }

    /// Keeps them.
    pub async fn keep_keys(&self, sealed: &[u8]) -> Result<(), StorageError> {
        self.0.write(&[Write::Put(SELF, KEPT_KEYS, Uint8Array::from(sealed).into())]).await
    }

    /// What the sync machine starts from.
    pub async fn saved(&self) -> Result<Saved, StorageError> {
        let cursor = self.0.get(SELF, CURSOR).await?.and_then(|row| read::<Seq>(&row));
        let known = self.0.all(KNOWN).await?.iter().filter_map(read::<Item>).collect();
        let waiting = self.0.all(WAITING).await?.iter().filter_map(read::<Waiting>).collect();
        Ok(Saved { cursor: cursor.unwrap_or_default(), known, waiting })
    }

    /// Whether anything here is not on the server: words, also those that cannot be read, recordings, photos.
    pub async fn has_waiting(&self) -> Result<bool, StorageError> {
        Ok(leaving::is_any()
            || !self.0.all(WAITING).await?.is_empty()
            || Chunks::open().await?.has_waiting().await?)
    }

    /// One transaction; answers when it is on the disk.
    pub async fn save(&self, rows: &[Row]) -> Result<(), StorageError> {
        let keys: Vec<String> = rows.iter().map(key).collect();
        let writes = rows
            .iter()
            .zip(&keys)
            .map(|(row, key)| {
                Ok(match row {
                    Row::Cursor(seq) => Write::Put(SELF, CURSOR, text(seq)?),
                    Row::Known(item) => Write::Put(KNOWN, key, text(item)?),
                    Row::Waiting(waiting) => Write::Put(WAITING, key, text(waiting)?),
                    Row::Settled(_) => Write::Delete(WAITING, key),
                })
            })
            .collect::<Result<Vec<_>, StorageError>>()?;
        self.0.write(&writes).await
    }
}

fn key(row: &Row) -> String {
    match row {
        Row::Cursor(_) => String::new(),
        Row::Known(item) => item.record.to_string(),
        Row::Waiting(waiting) => waiting.record.to_string(),
        Row::Settled(record) => record.to_string(),
    }
}

fn text(value: &impl Serialize) -> Result<JsValue, StorageError> {
    serde_json::to_string(value).map(|text| JsValue::from_str(&text)).map_err(|_| StorageError::Unavailable)
}

fn read<T: DeserializeOwned>(row: &JsValue) -> Option<T> {
    row.as_string().and_then(|text| serde_json::from_str(&text).ok())
}
