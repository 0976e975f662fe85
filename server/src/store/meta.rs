//! Facts about the database as a whole.

use sqlx::Row;

use super::{Result, Store};

impl Store {
    /// A fact by name.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn find_meta(&self, name: &str) -> Result<Option<Vec<u8>>> {
        let row = sqlx::query("SELECT value FROM meta WHERE name = $1")
            .bind(name)
            .fetch_optional(&self.read)
            .await?;
        row.map(|row| row.try_get("value").map_err(Into::into)).transpose()
    }

    /// Keeps a fact, once.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn put_meta(&self, name: &str, value: &[u8]) -> Result<()> {
        sqlx::query("INSERT INTO meta (name, value) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING")
            .bind(name)
            .bind(value.to_vec())
            .execute(&self.write)
            .await?;
        Ok(())
    }

    /// Whether anybody has an account.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn has_accounts(&self) -> Result<bool> {
        Ok(sqlx::query("SELECT id FROM accounts LIMIT 1").fetch_optional(&self.read).await?.is_some())
    }
}
