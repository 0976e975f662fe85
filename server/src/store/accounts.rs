//! Accounts: a name, an OPAQUE record, public keys, sealed keys.

use chrono::{DateTime, Utc};
use sqlx::{AnyConnection, Row, any::AnyRow};
use wire::{
    ids::{AccountId, PairingId},
    keys::{PublicKeys, Wraps},
    login::Role,
    sealed::Wrap,
};

use super::{
    Result, Store,
    convert::{Bytes, account_id, exact, micros, public_keys, role, role_text, time_or_none},
    logins::drop_logins,
    pairings::{Pair, put_pairing},
    tickets::{self, NewTicket},
};

/// An account to be made.
#[derive(Clone, Debug)]
pub struct NewAccount {
    /// Chosen by the device.
    pub account: AccountId,
    /// Folded.
    pub name: String,
    /// What OPAQUE keeps.
    pub opaque: Vec<u8>,
    /// Public keys.
    pub keys: PublicKeys,
    /// Sealed keys.
    pub wraps: Wraps,
    /// SHA-256 of the recovery proof.
    pub recovery_check: [u8; 32],
    /// Why it may be made.
    pub ticket: NewTicket,
    /// For the pairing, if there will be one.
    pub pairing: PairingId,
}

/// What became of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Created {
    /// It exists now; with an invitation it is paired with the therapist.
    Done(Role, Option<AccountId>),
    /// The ticket does not work.
    TicketUnusable,
    /// Somebody has this name.
    NameTaken,
    /// The id is in use.
    IdTaken,
}

/// An account, without anything secret that opens it.
#[derive(Clone, Debug)]
pub struct Account {
    /// Its id.
    pub account: AccountId,
    /// Folded.
    pub name: String,
    /// Client or therapist.
    pub role: Role,
    /// What OPAQUE keeps.
    pub opaque: Vec<u8>,
    /// Public keys.
    pub keys: PublicKeys,
    /// Sealed keys.
    pub wraps: Wraps,
    /// SHA-256 of the recovery proof.
    pub recovery_check: [u8; 32],
    /// When everything of it goes, if that was asked for.
    pub deletion: Option<DateTime<Utc>>,
}

/// New credentials after a recovery.
#[derive(Clone, Debug)]
pub struct Renewed {
    /// What OPAQUE keeps.
    pub opaque: Vec<u8>,
    /// The same keys, sealed anew.
    pub wraps: Wraps,
    /// SHA-256 of the new recovery proof.
    pub recovery_check: [u8; 32],
}

const COLUMNS_BY_NAME: &str =
    "SELECT id, name, role, opaque, signing_key, sharing_key, key_signature, password_wrap,
    recovery_wrap, identity_wrap, recovery_check, deletion_us FROM accounts WHERE name = $1";
const COLUMNS_BY_ID: &str =
    "SELECT id, name, role, opaque, signing_key, sharing_key, key_signature, password_wrap,
    recovery_wrap, identity_wrap, recovery_check, deletion_us FROM accounts WHERE id = $1";

impl Store {
    /// Makes an account, uses its ticket up and pairs it, all or nothing.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn create_account(&self, new: &NewAccount, now: DateTime<Utc>) -> Result<Created> {
        let mut transaction = self.write.begin().await?;
        let Some(inviter) = tickets::consume(&mut transaction, &new.ticket, now).await? else {
            return Ok(Created::TicketUnusable);
        };
        let role = if inviter.is_some() { Role::Client } else { Role::Therapist };
        if !insert(&mut transaction, new, role, now).await? {
            let taken = sqlx::query("SELECT id FROM accounts WHERE name = $1")
                .bind(&new.name)
                .fetch_optional(&mut *transaction)
                .await?;
            return Ok(if taken.is_some() { Created::NameTaken } else { Created::IdTaken });
        }
        if let (Some(therapist), NewTicket::Invite(invite, acceptance)) = (inviter, &new.ticket) {
            let pair = Pair {
                pairing: new.pairing,
                therapist,
                client: new.account,
                invite: *invite,
                acceptance: acceptance.as_ref(),
            };
            put_pairing(&mut transaction, &pair, now).await?;
        }
        transaction.commit().await?;
        Ok(Created::Done(role, inviter))
    }

    /// By its folded name.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn find_account_by_name(&self, name: &str) -> Result<Option<Account>> {
        let row = sqlx::query(COLUMNS_BY_NAME).bind(name).fetch_optional(&self.read).await?;
        row.as_ref().map(account).transpose()
    }

    /// By its id.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn find_account(&self, id: AccountId) -> Result<Option<Account>> {
        let row = sqlx::query(COLUMNS_BY_ID).bind(id.stored()).fetch_optional(&self.read).await?;
        row.as_ref().map(account).transpose()
    }

    /// New credentials; every session ends, and every sign-in that was begun.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn renew(&self, id: AccountId, renewed: &Renewed, now: DateTime<Utc>) -> Result<()> {
        let mut transaction = self.write.begin().await?;
        let sql =
            "UPDATE accounts SET opaque = $2, password_wrap = $3, recovery_wrap = $4, identity_wrap = $5,
                   recovery_check = $6, recovered_us = $7 WHERE id = $1";
        sqlx::query(sql)
            .bind(id.stored())
            .bind(renewed.opaque.clone())
            .bind(renewed.wraps.password.0.clone())
            .bind(renewed.wraps.recovery.0.clone())
            .bind(renewed.wraps.identity.0.clone())
            .bind(renewed.recovery_check.to_vec())
            .bind(micros(now))
            .execute(&mut *transaction)
            .await?;
        sqlx::query("DELETE FROM sessions WHERE account_id = $1")
            .bind(id.stored())
            .execute(&mut *transaction)
            .await?;
        drop_logins(&mut transaction, id).await?;
        transaction.commit().await?;
        Ok(())
    }
}

async fn insert(
    connection: &mut AnyConnection,
    new: &NewAccount,
    role: Role,
    now: DateTime<Utc>,
) -> Result<bool> {
    let sql = "INSERT INTO accounts (id, name, role, seq, opaque, signing_key, sharing_key, key_signature,
               password_wrap, recovery_wrap, identity_wrap, recovery_check, made_us)
               VALUES ($1, $2, $3, 0, $4, $5, $6, $7, $8, $9, $10, $11, $12) ON CONFLICT DO NOTHING";
    let done = sqlx::query(sql)
        .bind(new.account.stored())
        .bind(&new.name)
        .bind(role_text(role))
        .bind(new.opaque.clone())
        .bind(new.keys.signing.to_vec())
        .bind(new.keys.sharing.to_vec())
        .bind(new.keys.signature.to_vec())
        .bind(new.wraps.password.0.clone())
        .bind(new.wraps.recovery.0.clone())
        .bind(new.wraps.identity.0.clone())
        .bind(new.recovery_check.to_vec())
        .bind(micros(now))
        .execute(connection)
        .await?;
    Ok(done.rows_affected() == 1)
}

fn account(row: &AnyRow) -> Result<Account> {
    Ok(Account {
        account: account_id(row, "id")?,
        name: row.try_get("name")?,
        role: role(row)?,
        opaque: row.try_get("opaque")?,
        keys: public_keys(row)?,
        wraps: Wraps {
            password: Wrap(row.try_get("password_wrap")?),
            recovery: Wrap(row.try_get("recovery_wrap")?),
            identity: Wrap(row.try_get("identity_wrap")?),
        },
        recovery_check: exact(row, "recovery_check")?,
        deletion: time_or_none(row, "deletion_us")?,
    })
}
