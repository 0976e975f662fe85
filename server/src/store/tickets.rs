//! What entitles somebody to make an account: setup links and invitations.

use chrono::{DateTime, Duration, Utc};
use sqlx::AnyConnection;
use wire::{
    ids::{AccountId, InviteId},
    invites::{Invite, Offer},
    limits::INVITE_DAYS,
    sealed::{Message, Sealed},
};

use super::{
    Result, Store,
    convert::{Bytes, account_id, invite_id, micros, public_keys, time, time_or_none},
};

/// SHA-256 of a secret that only its holder knows.
pub type TokenHash = [u8; 32];

/// The ticket a new account comes with.
#[derive(Clone, Debug)]
pub enum NewTicket {
    /// A setup link.
    Setup(TokenHash),
    /// An invitation, and the client's answer to it.
    Invite(InviteId, Option<Message>),
}

impl Store {
    /// Keeps a setup link.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn put_setup_link(&self, hash: &TokenHash, expires: DateTime<Utc>) -> Result<()> {
        sqlx::query("INSERT INTO setup_links (token_hash, expires_us) VALUES ($1, $2)")
            .bind(hash.to_vec())
            .bind(micros(expires))
            .execute(&self.write)
            .await?;
        Ok(())
    }

    /// Whether a setup link works now.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn setup_link_works(&self, hash: &TokenHash, now: DateTime<Utc>) -> Result<bool> {
        let sql = "SELECT token_hash FROM setup_links WHERE token_hash = $1 AND used_us IS NULL AND expires_us > $2";
        let row = sqlx::query(sql).bind(hash.to_vec()).bind(micros(now)).fetch_optional(&self.read).await?;
        Ok(row.is_some())
    }

    /// Keeps an invitation; false when the id is taken.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn put_invite(
        &self,
        therapist: AccountId,
        id: InviteId,
        card: &Sealed,
        now: DateTime<Utc>,
    ) -> Result<bool> {
        let sql =
            "INSERT INTO invites (id, therapist_id, card, made_us, expires_us) VALUES ($1, $2, $3, $4, $5)
                   ON CONFLICT (id) DO NOTHING";
        let done = sqlx::query(sql)
            .bind(id.stored())
            .bind(therapist.stored())
            .bind(card.0.clone())
            .bind(micros(now))
            .bind(micros(now + Duration::days(INVITE_DAYS)))
            .execute(&self.write)
            .await?;
        Ok(done.rows_affected() == 1)
    }

    /// What somebody with the link sees, while it works.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn find_offer(&self, id: InviteId, now: DateTime<Utc>) -> Result<Option<Offer>> {
        let sql = "SELECT invites.therapist_id, invites.card, invites.expires_us,
                          accounts.signing_key, accounts.sharing_key, accounts.key_signature
                   FROM invites JOIN accounts ON accounts.id = invites.therapist_id
                   WHERE invites.id = $1 AND invites.used_us IS NULL AND invites.expires_us > $2";
        let row = sqlx::query(sql).bind(id.stored()).bind(micros(now)).fetch_optional(&self.read).await?;
        row.map(|row| {
            Ok(Offer {
                therapist: account_id(&row, "therapist_id")?,
                keys: public_keys(&row)?,
                card: Sealed(sqlx::Row::try_get(&row, "card")?),
                expires: time(&row, "expires_us")?,
            })
        })
        .transpose()
    }

    /// A therapist's invitations, newest first.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn invites_of(&self, therapist: AccountId) -> Result<Vec<Invite>> {
        let sql = "SELECT id, made_us, expires_us, used_us FROM invites WHERE therapist_id = $1 ORDER BY made_us DESC";
        let rows = sqlx::query(sql).bind(therapist.stored()).fetch_all(&self.read).await?;
        rows.iter()
            .map(|row| {
                Ok(Invite {
                    invite: invite_id(row, "id")?,
                    made: time(row, "made_us")?,
                    expires: time(row, "expires_us")?,
                    used: time_or_none(row, "used_us")?,
                })
            })
            .collect()
    }

    /// Withdraws an invitation that was not used; false when there is none.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn withdraw_invite(&self, therapist: AccountId, id: InviteId) -> Result<bool> {
        let done = sqlx::query("DELETE FROM invites WHERE id = $1 AND therapist_id = $2 AND used_us IS NULL")
            .bind(id.stored())
            .bind(therapist.stored())
            .execute(&self.write)
            .await?;
        Ok(done.rows_affected() == 1)
    }
}

/// Uses a ticket up; the inviting therapist for an invitation. `None`: it does not work, whatever the reason.
pub(super) async fn consume(
    connection: &mut AnyConnection,
    ticket: &NewTicket,
    now: DateTime<Utc>,
) -> Result<Option<Option<AccountId>>> {
    match ticket {
        NewTicket::Setup(hash) => {
            let sql = "UPDATE setup_links SET used_us = $2
                       WHERE token_hash = $1 AND used_us IS NULL AND expires_us > $2";
            let done = sqlx::query(sql).bind(hash.to_vec()).bind(micros(now)).execute(connection).await?;
            Ok((done.rows_affected() == 1).then_some(None))
        }
        NewTicket::Invite(id, _) => {
            let sql = "UPDATE invites SET used_us = $2 WHERE id = $1 AND used_us IS NULL AND expires_us > $2
                       RETURNING therapist_id";
            let row = sqlx::query(sql).bind(id.stored()).bind(micros(now)).fetch_optional(connection).await?;
            row.map(|row| account_id(&row, "therapist_id").map(Some)).transpose()
        }
    }
}
