//! Signed-in devices. Only the hash of a session's secret is kept.

use chrono::{DateTime, Duration, Utc};
use sqlx::Row;
use wire::{
    devices::Device,
    ids::{AccountId, SessionId},
    login::Role,
};

use super::{
    Result, Store,
    callers::Caller,
    convert::{Bytes, micros, session_id, time},
    tickets::TokenHash,
};

/// How exactly "last seen" is kept: coarse, so that reading writes nothing.
const SEEN: Duration = Duration::hours(1);
/// How long a device stays signed in without calling.
pub(super) const IDLE: Duration = Duration::days(90);

/// Who is calling.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Session {
    /// This device.
    pub session: SessionId,
    /// Whose it is.
    pub account: AccountId,
    /// Client or therapist.
    pub role: Role,
}

impl Store {
    /// Keeps a new session.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn put_session(
        &self,
        id: SessionId,
        account: AccountId,
        hash: &TokenHash,
        device: &str,
        now: DateTime<Utc>,
    ) -> Result<()> {
        let sql = "INSERT INTO sessions (id, account_id, token_hash, device, since_us, seen_us)
                   VALUES ($1, $2, $3, $4, $5, $5)";
        sqlx::query(sql)
            .bind(id.stored())
            .bind(account.stored())
            .bind(hash.to_vec())
            .bind(device)
            .bind(micros(now))
            .execute(&self.write)
            .await?;
        Ok(())
    }

    /// Whose session this secret is.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn find_session(&self, hash: &TokenHash, now: DateTime<Utc>) -> Result<Option<Session>> {
        let Some(Caller { session, seen }) = self.callers.find(*hash).await? else { return Ok(None) };
        if seen <= now - IDLE {
            return Ok(None);
        }
        if now - seen > SEEN {
            sqlx::query("UPDATE sessions SET seen_us = $2 WHERE id = $1")
                .bind(session.session.stored())
                .bind(micros(now))
                .execute(&self.write)
                .await?;
        }
        Ok(Some(session))
    }

    /// The devices of an account, the newest first.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn devices(&self, caller: Session) -> Result<Vec<Device>> {
        let sql =
            "SELECT id, device, since_us, seen_us FROM sessions WHERE account_id = $1 ORDER BY since_us DESC";
        let rows = sqlx::query(sql).bind(caller.account.stored()).fetch_all(&self.read).await?;
        rows.iter()
            .map(|row| {
                let session = session_id(row, "id")?;
                Ok(Device {
                    session,
                    device: row.try_get("device")?,
                    since: time(row, "since_us")?,
                    seen: time(row, "seen_us")?,
                    this: session == caller.session,
                })
            })
            .collect()
    }

    /// Ends a session of this account; false when there is none.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn end_session(&self, account: AccountId, session: SessionId) -> Result<bool> {
        let done = sqlx::query("DELETE FROM sessions WHERE id = $1 AND account_id = $2")
            .bind(session.stored())
            .bind(account.stored())
            .execute(&self.write)
            .await?;
        Ok(done.rows_affected() == 1)
    }
}
