//! IndexedDB as futures. Thin and our own for one reason: a write must be on the disk before we say that it is
//! kept (`durability: "strict"`, Chromium's default is not), and no library offers that.

use futures_channel::oneshot;
use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{IdbDatabase, IdbKeyRange, IdbObjectStore, IdbRequest, IdbTransaction};

/// Why the device did not keep something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StorageError {
    /// The browser has no room left for this site.
    #[error("no room left")]
    Full,
    /// The browser keeps nothing here: private mode, blocked, or broken.
    #[error("storage cannot be used")]
    Unavailable,
}

/// An open database.
#[derive(Clone, Debug)]
pub struct Idb(IdbDatabase);

/// One write, many of which make a transaction.
pub enum Write<'a> {
    /// Under this key, replacing what was there.
    Put(&'a str, &'a str, JsValue),
    /// Away with it.
    Delete(&'a str, &'a str),
    /// Away with everything whose key is this, a slash and more.
    DeleteUnder(&'a str, &'a str),
    /// Away with everything in this store.
    Clear(&'a str),
}

impl Idb {
    /// Opens `name`, making `stores` on the first time.
    pub async fn open(
        name: &str,
        version: u32,
        stores: &'static [&'static str],
    ) -> Result<Self, StorageError> {
        let window = web_sys::window().ok_or(StorageError::Unavailable)?;
        let factory = window.indexed_db().ok().flatten().ok_or(StorageError::Unavailable)?;
        let request = factory.open_with_u32(name, version).map_err(|error| why(&error))?;
        let upgrading = request.clone();
        let upgrade = Closure::once(move || {
            let Ok(result) = upgrading.result() else { return };
            let database: IdbDatabase = result.unchecked_into();
            let present = database.object_store_names();
            for store in stores.iter().filter(|store| !present.contains(store)) {
                // A store that could not be made fails the open itself.
                drop(database.create_object_store(store));
            }
        });
        request.set_onupgradeneeded(Some(upgrade.as_ref().unchecked_ref()));
        let result = settled(&request).await?;
        Ok(Self(result.unchecked_into()))
    }

    /// One value.
    pub async fn get(&self, store: &str, key: &str) -> Result<Option<JsValue>, StorageError> {
        let transaction = self.transaction(&[store], "readonly")?;
        let request = object_store(&transaction, store)?.get(&key.into()).map_err(|error| why(&error))?;
        let value = settled(&request).await?;
        Ok((!value.is_undefined()).then_some(value))
    }

    /// All values of a store.
    pub async fn all(&self, store: &str) -> Result<Vec<JsValue>, StorageError> {
        let transaction = self.transaction(&[store], "readonly")?;
        let request = object_store(&transaction, store)?.get_all().map_err(|error| why(&error))?;
        Ok(settled(&request).await?.unchecked_into::<Array>().to_vec())
    }

    /// All values whose key is `prefix`, a slash and more, in the order of their keys.
    pub async fn under(&self, store: &str, prefix: &str) -> Result<Vec<JsValue>, StorageError> {
        let transaction = self.transaction(&[store], "readonly")?;
        let store = object_store(&transaction, store)?;
        let request = store.get_all_with_key(&range(prefix)?).map_err(|error| why(&error))?;
        Ok(settled(&request).await?.unchecked_into::<Array>().to_vec())
    }

    /// All of it or nothing; answers when it is on the disk.
    pub async fn write(&self, writes: &[Write<'_>]) -> Result<(), StorageError> {
        let mut stores: Vec<&str> = writes
            .iter()
            .map(|write| match write {
                Write::Put(store, ..)
                | Write::Delete(store, _)
                | Write::DeleteUnder(store, _)
                | Write::Clear(store) => *store,
            })
            .collect();
        stores.sort_unstable();
        stores.dedup();
        if stores.is_empty() {
            return Ok(());
        }
        let transaction = self.transaction(&stores, "readwrite")?;
        let (send, done) = oneshot::channel();
        let send = std::rc::Rc::new(std::cell::Cell::new(Some(send)));
        let (complete, abort) = (send.clone(), send);
        let on_complete = Closure::once(move || {
            if let Some(send) = complete.take() {
                // Nobody waits for a screen that is gone.
                let _gone = send.send(Ok(()));
            }
        });
        let aborted = transaction.clone();
        let on_abort = Closure::once(move || {
            let error = aborted.error().map_or(StorageError::Unavailable, |error| why(error.as_ref()));
            if let Some(send) = abort.take() {
                let _gone = send.send(Err(error));
            }
        });
        transaction.set_oncomplete(Some(on_complete.as_ref().unchecked_ref()));
        transaction.set_onabort(Some(on_abort.as_ref().unchecked_ref()));
        if let Err(error) = ask(&transaction, writes) {
            // All or nothing, and no event may find its closure gone.
            transaction.set_oncomplete(None);
            transaction.set_onabort(None);
            // It may have ended by itself, which comes to the same.
            let _ended = transaction.abort();
            return Err(error);
        }
        done.await.map_err(|_| StorageError::Unavailable)?
    }

    fn transaction(&self, stores: &[&str], mode: &str) -> Result<IdbTransaction, StorageError> {
        let names: Array = stores.iter().map(|store| JsValue::from_str(store)).collect();
        let options = Object::new();
        let set = Reflect::set(&options, &"durability".into(), &"strict".into());
        let function = Reflect::get(&self.0, &"transaction".into()).ok();
        let function = function.and_then(|function| function.dyn_into::<Function>().ok());
        let (Some(function), Ok(_)) = (function, set) else { return Err(StorageError::Unavailable) };
        function
            .call3(&self.0, &names, &mode.into(), &options)
            .map(JsCast::unchecked_into)
            .map_err(|error| why(&error))
    }
}

/// Puts all writes into the transaction and closes it.
fn ask(transaction: &IdbTransaction, writes: &[Write<'_>]) -> Result<(), StorageError> {
    for write in writes {
        let result = match write {
            Write::Put(store, key, value) => {
                object_store(transaction, store)?.put_with_key(value, &(*key).into())
            }
            Write::Delete(store, key) => object_store(transaction, store)?.delete(&(*key).into()),
            Write::DeleteUnder(store, prefix) => object_store(transaction, store)?.delete(&range(prefix)?),
            Write::Clear(store) => object_store(transaction, store)?.clear(),
        };
        result.map_err(|error| why(&error))?;
    }
    // Now, and not when the page next has time for it: it may be leaving.
    #[expect(deprecated, reason = "web-sys marks it so; the standard and the browsers do not")]
    transaction.commit().map_err(|error| why(&error))
}

/// Keys that are `prefix`, a slash and more.
fn range(prefix: &str) -> Result<JsValue, StorageError> {
    let (from, to) = (format!("{prefix}/"), format!("{prefix}/~"));
    IdbKeyRange::bound(&from.into(), &to.into()).map(Into::into).map_err(|error| why(&error))
}

fn object_store(transaction: &IdbTransaction, name: &str) -> Result<IdbObjectStore, StorageError> {
    transaction.object_store(name).map_err(|error| why(&error))
}

fn why(error: &JsValue) -> StorageError {
    let name = Reflect::get(error, &"name".into()).ok().and_then(|name| name.as_string());
    if name.as_deref() == Some("QuotaExceededError") { StorageError::Full } else { StorageError::Unavailable }
}

/// A request's result, when it has one.
async fn settled(request: &IdbRequest) -> Result<JsValue, StorageError> {
    let (send, done) = oneshot::channel();
    let send = std::rc::Rc::new(std::cell::Cell::new(Some(send)));
    let (success, failure) = (send.clone(), send);
    let (done_request, failed_request) = (request.clone(), request.clone());
    let on_success = Closure::once(move || {
        if let Some(send) = success.take() {
            let _gone = send.send(done_request.result().map_err(|error| why(&error)));
        }
    });
    let on_error = Closure::once(move || {
        let error = failed_request.error().ok().flatten();
        let error = error.map_or(StorageError::Unavailable, |error| why(error.as_ref()));
        if let Some(send) = failure.take() {
            let _gone = send.send(Err(error));
        }
    });
    request.set_onsuccess(Some(on_success.as_ref().unchecked_ref()));
    request.set_onerror(Some(on_error.as_ref().unchecked_ref()));
    done.await.map_err(|_| StorageError::Unavailable)?
}
