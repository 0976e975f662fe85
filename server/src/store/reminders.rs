//! When accounts are nudged. Only times; each is gone once it has come.

use chrono::{DateTime, Utc};
use wire::ids::AccountId;

use super::{
    Result, Store,
    convert::{Bytes, account_id, micros, time},
};

/// A moment that has come, and is forgotten.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Due {
    /// Who is to be nudged.
    pub account: AccountId,
    /// When that was asked for.
    pub at: DateTime<Utc>,
}

impl Store {
    /// When an account is nudged next, ascending.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn reminders_of(&self, account: AccountId, now: DateTime<Utc>) -> Result<Vec<DateTime<Utc>>> {
        let sql = "SELECT at_us FROM reminders WHERE account_id = $1 AND at_us > $2 ORDER BY at_us";
        let rows = sqlx::query(sql).bind(account.stored()).bind(micros(now)).fetch_all(&self.read).await?;
        rows.iter().map(|row| time(row, "at_us")).collect()
    }

    /// Nudges an account then, and at no other time.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn put_reminders(&self, account: AccountId, at: &[DateTime<Utc>]) -> Result<()> {
        let mut transaction = self.write.begin().await?;
        // Two devices stand in line, so that never more than one's moments are kept.
        sqlx::query("UPDATE accounts SET seq = seq WHERE id = $1")
            .bind(account.stored())
            .execute(&mut *transaction)
            .await?;
        sqlx::query("DELETE FROM reminders WHERE account_id = $1")
            .bind(account.stored())
            .execute(&mut *transaction)
            .await?;
        for at in at {
            sqlx::query(
                "INSERT INTO reminders (account_id, at_us) VALUES ($1, $2)
                 ON CONFLICT (account_id, at_us) DO NOTHING",
            )
            .bind(account.stored())
            .bind(micros(*at))
            .execute(&mut *transaction)
            .await?;
        }
        transaction.commit().await?;
        Ok(())
    }

    /// Takes every moment that has come out of the database: whatever happens next, none comes a second time.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn take_due(&self, now: DateTime<Utc>) -> Result<Vec<Due>> {
        // Asked first, so that the many times when nothing is due nobody who writes has to wait.
        let sql = "SELECT at_us FROM reminders WHERE at_us <= $1 LIMIT 1";
        if sqlx::query(sql).bind(micros(now)).fetch_optional(&self.read).await?.is_none() {
            return Ok(Vec::new());
        }
        let sql = "DELETE FROM reminders WHERE at_us <= $1 RETURNING account_id, at_us";
        let rows = sqlx::query(sql).bind(micros(now)).fetch_all(&self.write).await?;
        rows.iter()
            .map(|row| Ok(Due { account: account_id(row, "account_id")?, at: time(row, "at_us")? }))
            .collect()
    }
}
