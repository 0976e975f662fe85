//! Setup links that a therapist made for a colleague, and whose practice it is.

use chrono::{DateTime, Duration, Utc};
use wire::{
    ids::{AccountId, SetupLinkId},
    limits::SETUP_LINK_DAYS,
    setup_links::SetupLink,
};

use super::{
    Result, Store, TokenHash,
    convert::{Bytes, account_id, micros, setup_link_id, time, time_or_none},
};

impl Store {
    /// Whether the practice is this account's: it is the first therapist's who is still here.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn owns_practice(&self, account: AccountId) -> Result<bool> {
        // Of an account that is gone its id may stay, without a time.
        let sql =
            "SELECT id FROM accounts WHERE role = 'therapist' AND made_us > 0 ORDER BY made_us, id LIMIT 1";
        let row = sqlx::query(sql).fetch_optional(&self.read).await?;
        Ok(row.map(|row| account_id(&row, "id")).transpose()? == Some(account))
    }

    /// Keeps a setup link of a therapist's; until when it works.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn make_setup_link(
        &self,
        owner: AccountId,
        link: SetupLinkId,
        hash: &TokenHash,
        now: DateTime<Utc>,
    ) -> Result<DateTime<Utc>> {
        let expires = now + Duration::days(SETUP_LINK_DAYS);
        let sql = "INSERT INTO setup_links (token_hash, expires_us, id, made_by, made_us)
                   VALUES ($1, $2, $3, $4, $5)";
        sqlx::query(sql)
            .bind(hash.to_vec())
            .bind(micros(expires))
            .bind(link.stored())
            .bind(owner.stored())
            .bind(micros(now))
            .execute(&self.write)
            .await?;
        Ok(expires)
    }

    /// The setup links that a therapist made, newest first.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn setup_links_of(&self, owner: AccountId) -> Result<Vec<SetupLink>> {
        let sql = "SELECT id, made_us, expires_us, used_us FROM setup_links
                   WHERE made_by = $1 ORDER BY made_us DESC";
        let rows = sqlx::query(sql).bind(owner.stored()).fetch_all(&self.read).await?;
        rows.iter()
            .map(|row| {
                Ok(SetupLink {
                    link: setup_link_id(row, "id")?,
                    made: time(row, "made_us")?,
                    expires: time(row, "expires_us")?,
                    used: time_or_none(row, "used_us")?,
                })
            })
            .collect()
    }

    /// Withdraws one that nobody used; false when there is none.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn withdraw_setup_link(&self, owner: AccountId, link: SetupLinkId) -> Result<bool> {
        let done = sqlx::query("DELETE FROM setup_links WHERE id = $1 AND made_by = $2 AND used_us IS NULL")
            .bind(link.stored())
            .bind(owner.stored())
            .execute(&self.write)
            .await?;
        Ok(done.rows_affected() == 1)
    }
}
