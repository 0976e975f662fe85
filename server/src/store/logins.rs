//! Sign-ins and recoveries between their two requests: single use, ten minutes.

use chrono::{DateTime, Duration, Utc};
use sqlx::{AnyConnection, Row};
use wire::ids::{AccountId, LoginId};

use super::{
    Result, Store,
    convert::{Bytes, account_id, micros},
};

/// How long somebody may take between the two requests.
const PATIENCE: Duration = Duration::minutes(10);

/// What waits for the second request.
#[derive(Clone, Debug)]
pub struct Pending {
    /// Whose account; absent for a name that does not exist, whose sign-in can only fail.
    pub account: Option<AccountId>,
    /// OPAQUE's state; empty for a recovery, which has already been proved.
    pub state: Vec<u8>,
}

impl Store {
    /// Keeps the state of a sign-in, and forgets those that were abandoned.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn put_login(&self, id: LoginId, pending: &Pending, now: DateTime<Utc>) -> Result<()> {
        let mut transaction = self.write.begin().await?;
        sqlx::query("DELETE FROM logins WHERE expires_us < $1")
            .bind(micros(now))
            .execute(&mut *transaction)
            .await?;
        sqlx::query("INSERT INTO logins (id, account_id, state, expires_us) VALUES ($1, $2, $3, $4)")
            .bind(id.bytes().to_vec())
            .bind(pending.account.map(|account| account.stored()))
            .bind(pending.state.clone())
            .bind(micros(now + PATIENCE))
            .execute(&mut *transaction)
            .await?;
        transaction.commit().await?;
        Ok(())
    }

    /// Takes the state of a sign-in, once.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn take_login(&self, id: LoginId, now: DateTime<Utc>) -> Result<Option<Pending>> {
        let sql = "DELETE FROM logins WHERE id = $1 AND expires_us > $2 RETURNING account_id, state";
        let row =
            sqlx::query(sql).bind(id.bytes().to_vec()).bind(micros(now)).fetch_optional(&self.write).await?;
        row.map(|row| {
            let known = row.try_get::<Option<Vec<u8>>, _>("account_id")?.is_some();
            let account = known.then(|| account_id(&row, "account_id")).transpose()?;
            Ok(Pending { account, state: row.try_get("state")? })
        })
        .transpose()
    }
}

/// Forgets the sign-ins and recoveries that were begun with credentials which do not count any more.
pub async fn drop_logins(connection: &mut AnyConnection, account: AccountId) -> Result<()> {
    sqlx::query("DELETE FROM logins WHERE account_id = $1")
        .bind(account.stored())
        .execute(connection)
        .await?;
    Ok(())
}
