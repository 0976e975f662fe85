//! What a page leaves as it goes, sealed as on the disk, in the one place that is written before the page is gone.

use journal::sync::Waiting;
use serde::{Deserialize, Serialize};
use wire::ids::AccountId;

use super::local::storage;

const KEY: &str = "left";

#[derive(Serialize, Deserialize)]
struct Left {
    /// Whose it is.
    account: AccountId,
    waiting: Vec<Waiting>,
}

/// Leaves it. Where there is no room, the disk has to be quick enough.
pub fn leave(account: AccountId, waiting: Vec<Waiting>) {
    let Ok(text) = serde_json::to_string(&Left { account, waiting }) else { return };
    if let Some(storage) = storage() {
        let _no_room = storage.set_item(KEY, &text);
    }
}

/// What was left of this account.
#[must_use]
pub fn left(account: AccountId) -> Vec<Waiting> {
    let text = storage().and_then(|storage| storage.get_item(KEY).ok().flatten());
    let left = text.and_then(|text| serde_json::from_str::<Left>(&text).ok());
    left.filter(|left| left.account == account).map_or_else(Vec::new, |left| left.waiting)
}

/// Whether anything was.
#[must_use]
pub fn is_any() -> bool {
    storage().is_some_and(|storage| storage.get_item(KEY).is_ok_and(|left| left.is_some()))
}

/// Away with it: the disk has it.
pub fn forget() {
    if let Some(storage) = storage() {
        let _none = storage.remove_item(KEY);
    }
}
