//! Who is listening. A poke says that something changed, not what.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

use tokio::sync::watch;
use wire::ids::AccountId;

/// The devices that listen, by account.
#[derive(Clone, Debug, Default)]
pub struct Pokes(Arc<Mutex<HashMap<AccountId, watch::Sender<()>>>>);

impl Pokes {
    /// Hears every poke of an account from now on; several in a row may be heard as one.
    pub fn listen(&self, account: AccountId) -> watch::Receiver<()> {
        let mut listeners = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        // Whoever hung up is forgotten here, so the map holds listening accounts only.
        listeners.retain(|other, sender| *other == account || sender.receiver_count() > 0);
        listeners.entry(account).or_insert_with(|| watch::channel(()).0).subscribe()
    }

    /// Something changed for these accounts.
    pub fn poke(&self, accounts: &[AccountId]) {
        let listeners = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        for account in accounts {
            if let Some(sender) = listeners.get(account) {
                sender.send_replace(());
            }
        }
    }
}
