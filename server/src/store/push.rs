//! Where sessions are nudged. An address goes with its session: the database sees to that.

use chrono::{DateTime, Utc};
use sqlx::Row;
use wire::{
    ids::{AccountId, SessionId},
    push::Subscription,
};

use super::{
    Result, Store,
    convert::{Bytes, exact, session_id, time},
    many::{Many, pieces},
    sessions::IDLE,
};

/// The name of the fact which key the addresses were made for.
const KEY_CHECK: &str = "push key check";

static NUDGED: Many = Many::statement(
    "SELECT push_subscriptions.session_id, sessions.seen_us FROM sessions
        JOIN push_subscriptions ON push_subscriptions.session_id = sessions.id
    WHERE sessions.account_id IN ($1)",
);

impl Store {
    /// Nudges a session there from now on, in the place of what was there. Another session that had the same address
    /// loses it: in that browser somebody else is signed in now.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn put_subscription(&self, session: SessionId, to: &Subscription) -> Result<()> {
        let mut transaction = self.write.begin().await?;
        sqlx::query("DELETE FROM push_subscriptions WHERE endpoint = $1 AND session_id <> $2")
            .bind(to.endpoint.as_str())
            .bind(session.stored())
            .execute(&mut *transaction)
            .await?;
        let sql = "INSERT INTO push_subscriptions (session_id, endpoint, browser_key, secret)
                   VALUES ($1, $2, $3, $4)
                   ON CONFLICT (session_id) DO UPDATE SET endpoint = excluded.endpoint,
                       browser_key = excluded.browser_key, secret = excluded.secret";
        sqlx::query(sql)
            .bind(session.stored())
            .bind(to.endpoint.as_str())
            .bind(to.p256dh.to_vec())
            .bind(to.auth.to_vec())
            .execute(&mut *transaction)
            .await?;
        transaction.commit().await?;
        Ok(())
    }

    /// Does not nudge a session any more.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn delete_subscription(&self, session: SessionId) -> Result<()> {
        sqlx::query("DELETE FROM push_subscriptions WHERE session_id = $1")
            .bind(session.stored())
            .execute(&self.write)
            .await?;
        Ok(())
    }

    /// Forgets an address that leads nowhere, unless the session has another one by now.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn forget_subscription(&self, session: SessionId, endpoint: &str) -> Result<()> {
        sqlx::query("DELETE FROM push_subscriptions WHERE session_id = $1 AND endpoint = $2")
            .bind(session.stored())
            .bind(endpoint)
            .execute(&self.write)
            .await?;
        Ok(())
    }

    /// Where a session is nudged.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn find_subscription(&self, session: SessionId) -> Result<Option<Subscription>> {
        let sql = "SELECT endpoint, browser_key, secret FROM push_subscriptions WHERE session_id = $1";
        let row = sqlx::query(sql).bind(session.stored()).fetch_optional(&self.read).await?;
        row.map(|row| {
            Ok(Subscription {
                endpoint: row.try_get("endpoint")?,
                p256dh: exact(&row, "browser_key")?,
                auth: exact(&row, "secret")?,
            })
        })
        .transpose()
    }

    /// The sessions of these accounts that are nudged; not those that nobody has used for so long that they ended.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn nudged(&self, accounts: &[AccountId], now: DateTime<Utc>) -> Result<Vec<SessionId>> {
        let mut sessions = Vec::new();
        for piece in pieces(accounts) {
            let mut query = NUDGED.rows(piece.len());
            for account in piece {
                query = query.bind(account.stored());
            }
            for row in query.fetch_all(&self.read).await? {
                if time(&row, "seen_us")? > now - IDLE {
                    sessions.push(session_id(&row, "session_id")?);
                }
            }
        }
        Ok(sessions)
    }

    /// Notes the key by which push services know this server. An address is of use only with the key that it was made
    /// for: with another one, all of them go.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn note_push_key(&self, digest: &[u8; 32]) -> Result<()> {
        if self.find_meta(KEY_CHECK).await?.is_some_and(|known| known == digest) {
            return Ok(());
        }
        let mut transaction = self.write.begin().await?;
        sqlx::query("DELETE FROM push_subscriptions").execute(&mut *transaction).await?;
        let sql = "INSERT INTO meta (name, value) VALUES ($1, $2)
                   ON CONFLICT (name) DO UPDATE SET value = excluded.value";
        sqlx::query(sql).bind(KEY_CHECK).bind(digest.to_vec()).execute(&mut *transaction).await?;
        transaction.commit().await?;
        Ok(())
    }
}
