//! A page that goes: its newest words reach the disk, or lie beside it until the next page takes them in.

use journal::sync::{Row, last_waiting};
use leptos::task::spawn_local;

use super::{Vault, engine::rows_of};
use crate::device::leaving;

impl Vault {
    /// The page may be gone in a moment: what still stands in the queue goes to the disk without waiting for its
    /// turn. Written again in its turn if the page stays, which changes nothing. With what the disk has not answered
    /// yet it is left beside it, too: a browser may drop the write of a page that goes.
    pub fn hasten(self) {
        let (database, rows, left) = self.with(|inner| {
            // Another tab that has the journal knows better, and after signing out nothing is written any more.
            let writes = inner.tab.holds && inner.open.is_some();
            let account = inner.resident.as_ref().filter(|_| writes).map(|resident| resident.account);
            let queued = inner.queue.iter().filter_map(rows_of).flatten();
            let rows: Vec<Row> = inner.unsaved.iter().chain(queued).cloned().collect();
            let waiting = last_waiting(inner.writing.iter().chain(&rows));
            let left = account.filter(|_| !waiting.is_empty()).map(|account| (account, waiting));
            (inner.database.clone().filter(|_| account.is_some()), rows, left)
        });
        if let Some((account, waiting)) = left {
            leaving::leave(account, waiting);
        }
        let Some(database) = database.filter(|_| !rows.is_empty()) else { return };
        spawn_local(async move {
            // What failed is still in the queue, and is told from there.
            let _in_queue = database.save(&rows).await;
        });
    }

    /// Writes what the page before this one left, like anything else.
    pub(super) fn write_left(self, lacking: Vec<Row>) {
        if leaving::is_any() {
            self.with(|inner| inner.unsaved.extend(lacking));
            spawn_local(self.save());
        }
    }

    /// What was left is forgotten once nothing is on its way to the disk any more.
    pub(super) fn forget_left(self) {
        let is_on_disk = self.with(|inner| {
            let waits = !inner.unsaved.is_empty() || inner.writers > 0;
            inner.tab.holds && !waits && inner.queue.iter().all(|action| rows_of(action).is_none())
        });
        if is_on_disk {
            leaving::forget();
        }
    }
}
