//! The end of an account: asked for, thought over, carried out.

use chrono::{DateTime, Utc};
use sqlx::AnyConnection;
use wire::ids::AccountId;

use super::{
    Result, Store,
    convert::{Bytes, account_id, micros, time},
    logins::drop_logins,
    parting::{is_deadlock, part},
};

impl Store {
    /// Notes that everything of an account goes at `due`, unless that was noted before, and ends every session.
    /// Gives when it goes.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn ask_deletion(&self, account: AccountId, due: DateTime<Utc>) -> Result<DateTime<Utc>> {
        let mut transaction = self.write.begin().await?;
        let sql =
            "UPDATE accounts SET deletion_us = COALESCE(deletion_us, $2) WHERE id = $1 RETURNING deletion_us";
        let row =
            sqlx::query(sql).bind(account.stored()).bind(micros(due)).fetch_one(&mut *transaction).await?;
        sqlx::query("DELETE FROM sessions WHERE account_id = $1")
            .bind(account.stored())
            .execute(&mut *transaction)
            .await?;
        transaction.commit().await?;
        time(&row, "deletion_us")
    }

    /// The account stays after all.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn keep_account(&self, account: AccountId) -> Result<()> {
        sqlx::query("UPDATE accounts SET deletion_us = NULL WHERE id = $1")
            .bind(account.stored())
            .execute(&self.write)
            .await?;
        Ok(())
    }

    /// Removes every account whose time has come, each on its own. Gives those who could read something of
    /// theirs, or whose things they could read.
    ///
    /// # Errors
    /// When the database fails; what was removed until then stays removed.
    pub async fn remove_due(&self, now: DateTime<Utc>) -> Result<Removed> {
        let rows = sqlx::query("SELECT id FROM accounts WHERE deletion_us <= $1")
            .bind(micros(now))
            .fetch_all(&self.read)
            .await?;
        let mut removed = Removed::default();
        for row in &rows {
            let account = account_id(row, "id")?;
            let mut tries = 0;
            let touched = loop {
                tries += 1;
                match self.remove(account, now).await {
                    Err(error) if tries < 5 && is_deadlock(&error) => {}
                    done => break done?,
                }
            };
            if let Some(touched) = touched {
                removed.accounts += 1;
                removed.touched.extend(touched);
            }
        }
        Ok(removed)
    }

    /// `None` when the person changed their mind meanwhile.
    async fn remove(&self, account: AccountId, now: DateTime<Utc>) -> Result<Option<Vec<AccountId>>> {
        let mut transaction = self.write.begin().await?;
        let sql = "UPDATE accounts SET seq = seq WHERE id = $1 AND deletion_us <= $2";
        let due =
            sqlx::query(sql).bind(account.stored()).bind(micros(now)).execute(&mut *transaction).await?;
        if due.rows_affected() == 0 {
            return Ok(None);
        }
        let sql = "SELECT therapist_id, client_id FROM pairings WHERE therapist_id = $1 OR client_id = $1";
        let rows = sqlx::query(sql).bind(account.stored()).fetch_all(&mut *transaction).await?;
        let mut touched = Vec::new();
        for row in &rows {
            let sides = [account_id(row, "therapist_id")?, account_id(row, "client_id")?];
            part(&mut transaction, sides).await?;
            touched.extend(sides.into_iter().filter(|side| *side != account));
        }
        drop_logins(&mut transaction, account).await?;
        clear(&mut transaction, account).await?;
        transaction.commit().await?;
        Ok(Some(touched))
    }
}

/// What [`Store::remove_due`] did.
#[derive(Clone, Debug, Default)]
pub struct Removed {
    /// How many accounts.
    pub accounts: usize,
    /// Whose feeds changed.
    pub touched: Vec<AccountId>,
}

/// Everything that stands under an account goes. Of what somebody else was once given, id and revision stay, for
/// their devices to learn that it is gone; then of the account, too, only its id stays.
async fn clear(connection: &mut AnyConnection, account: AccountId) -> Result<()> {
    let id = account.stored();
    sqlx::query("DELETE FROM sessions WHERE account_id = $1")
        .bind(id.clone())
        .execute(&mut *connection)
        .await?;
    sqlx::query("DELETE FROM reminders WHERE account_id = $1")
        .bind(id.clone())
        .execute(&mut *connection)
        .await?;
    sqlx::query("DELETE FROM invites WHERE therapist_id = $1")
        .bind(id.clone())
        .execute(&mut *connection)
        .await?;
    sqlx::query("DELETE FROM setup_links WHERE made_by = $1")
        .bind(id.clone())
        .execute(&mut *connection)
        .await?;
    sqlx::query("DELETE FROM operations WHERE account_id = $1")
        .bind(id.clone())
        .execute(&mut *connection)
        .await?;
    sqlx::query("DELETE FROM chunks WHERE blob_id IN (SELECT id FROM blobs WHERE owner_id = $1)")
        .bind(id.clone())
        .execute(&mut *connection)
        .await?;
    sqlx::query("DELETE FROM blobs WHERE owner_id = $1").bind(id.clone()).execute(&mut *connection).await?;
    sqlx::query("DELETE FROM feed WHERE account_id = $1").bind(id.clone()).execute(&mut *connection).await?;
    let sql = "DELETE FROM records WHERE owner_id = $1
               AND NOT EXISTS (SELECT record_id FROM feed WHERE feed.record_id = records.id)";
    sqlx::query(sql).bind(id.clone()).execute(&mut *connection).await?;
    let sql =
        "UPDATE records SET content = NULL, own_wrap = NULL, urgent_us = NULL, epoch = 0, written_us = 0
               WHERE owner_id = $1";
    sqlx::query(sql).bind(id.clone()).execute(&mut *connection).await?;
    let sql = "DELETE FROM accounts WHERE id = $1
               AND NOT EXISTS (SELECT id FROM records WHERE owner_id = $1)";
    let whole = sqlx::query(sql).bind(id.clone()).execute(&mut *connection).await?;
    if whole.rows_affected() == 1 {
        return Ok(());
    }
    let sql = "UPDATE accounts SET name = $2, opaque = $3, signing_key = $3, sharing_key = $3,
                   key_signature = $3, password_wrap = $3, recovery_wrap = $3, identity_wrap = $3,
                   recovery_check = $3, made_us = 0, recovered_us = NULL, deletion_us = NULL WHERE id = $1";
    sqlx::query(sql)
        .bind(id)
        // Nobody can choose a name with a control character, so nobody can meet this one.
        .bind(format!("\u{1}{account}"))
        .bind(Vec::<u8>::new())
        .execute(connection)
        .await?;
    Ok(())
}
