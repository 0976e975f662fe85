//! A database that was put back to an older state.

use std::sync::atomic::Ordering;

use chrono::{DateTime, Utc};
use sqlx::Row;
use wire::ids::{AccountId, Seq};

use crate::store::{Result, Store, convert::Bytes};

const END: &str = "SELECT seq FROM accounts WHERE id = $1";
// Whoever was not here yet must notice, too, once others have written as much as was lost: places that are given
// out from now on are of another era.
const LEAP: &str = "UPDATE accounts SET seq = $1 WHERE seq < $1";

impl Store {
    /// Where a device goes on that has nothing to read: where it is, unless it has seen more than there is, or comes
    /// from an era that is over.
    pub(super) async fn end_or_anew(
        &self,
        account: AccountId,
        after: Seq,
        seen: Seq,
        now: DateTime<Utc>,
    ) -> Result<Seq> {
        if let Some(next) = self.anew(account, seen.max(after), now).await? {
            return Ok(next);
        }
        let end = self.end_of(account).await?;
        // What was written since we looked is behind the beginning of its era.
        let next = if end.era() > after.era() { Seq::end_before(end.era()) } else { after };
        Ok(next.min(end))
    }

    /// Where the feed begins anew, for the first device that has seen more than there is. A server that was put back
    /// was started anew, so all feeds leave their era once a run at most: nobody can make all devices read everything
    /// again and again. The hour names the era: what was put back twice is not in the same one.
    pub(super) async fn anew(
        &self,
        account: AccountId,
        seen: Seq,
        now: DateTime<Utc>,
    ) -> Result<Option<Seq>> {
        let end = self.end_of(account).await?;
        if seen <= end || self.left_era.swap(true, Ordering::SeqCst) {
            return Ok(None);
        }
        tracing::warn!("a device has seen more than the database has; all devices read and hand in anew");
        let first = Seq::end_before((now.timestamp() / 3600).max(end.era() + 1));
        if let Err(error) = sqlx::query(LEAP).bind(first.0).execute(&self.write).await {
            self.left_era.store(false, Ordering::SeqCst);
            return Err(error.into());
        }
        Ok(Some(first))
    }

    async fn end_of(&self, account: AccountId) -> Result<Seq> {
        let row = sqlx::query(END).bind(account.stored()).fetch_optional(&self.read).await?;
        Ok(Seq(row.map(|row| row.try_get("seq")).transpose()?.unwrap_or_default()))
    }
}
