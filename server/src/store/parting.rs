//! The end of a pairing: what either side had from the other is taken out of its reach.

use sqlx::AnyConnection;
use wire::ids::{AccountId, PairingId};

use super::{
    Result, Store, StoreError,
    convert::{Bytes, account_id, record_id},
    records::enter_feed,
};

/// Both sides of a pairing that ended, whose devices should hear of it.
pub type Parted = [AccountId; 2];

impl Store {
    /// Ends a pairing of this account, with all grants between the two; `None` when there is none. In both feeds
    /// each record that was granted moves on: to its author without the reader, to the reader as gone.
    ///
    /// # Errors
    /// When the database fails; then nothing of it was done.
    pub async fn end_pairing(&self, account: AccountId, pairing: PairingId) -> Result<Option<Parted>> {
        let mut tries = 0;
        loop {
            tries += 1;
            match self.end_pairing_once(account, pairing).await {
                Err(error) if tries < 5 && is_deadlock(&error) => {}
                done => return done,
            }
        }
    }

    async fn end_pairing_once(&self, account: AccountId, pairing: PairingId) -> Result<Option<Parted>> {
        let mut transaction = self.write.begin().await?;
        let sql = "SELECT therapist_id, client_id FROM pairings
                   WHERE id = $1 AND (therapist_id = $2 OR client_id = $2)";
        let row = sqlx::query(sql)
            .bind(pairing.stored())
            .bind(account.stored())
            .fetch_optional(&mut *transaction)
            .await?;
        let Some(row) = row else { return Ok(None) };
        let sides = [account_id(&row, "therapist_id")?, account_id(&row, "client_id")?];
        part(&mut transaction, sides).await?;
        transaction.commit().await?;
        Ok(Some(sides))
    }
}

/// Ends what is between two accounts, inside a transaction that somebody else commits.
pub async fn part(connection: &mut AnyConnection, sides: Parted) -> Result<()> {
    // Locked like a push locks its author, and in one order: no grant slips in while the pairing goes.
    let mut ordered = sides;
    ordered.sort_unstable();
    for side in ordered {
        sqlx::query("UPDATE accounts SET seq = seq WHERE id = $1")
            .bind(side.stored())
            .execute(&mut *connection)
            .await?;
    }
    let [therapist, client] = sides;
    sqlx::query("DELETE FROM pairings WHERE therapist_id = $1 AND client_id = $2")
        .bind(therapist.stored())
        .bind(client.stored())
        .execute(&mut *connection)
        .await?;
    for (author, reader) in [(therapist, client), (client, therapist)] {
        let sql = "DELETE FROM grants WHERE recipient_id = $1
                   AND record_id IN (SELECT id FROM records WHERE owner_id = $2) RETURNING record_id";
        let rows =
            sqlx::query(sql).bind(reader.stored()).bind(author.stored()).fetch_all(&mut *connection).await?;
        for row in &rows {
            let record = record_id(row, "record_id")?;
            enter_feed(connection, author, record).await?;
            enter_feed(connection, reader, record).await?;
        }
    }
    Ok(())
}

/// Two transactions waited for each other, and this one was sent back: it may simply try again.
pub fn is_deadlock(error: &StoreError) -> bool {
    matches!(error, StoreError::Sql(sqlx::Error::Database(error))
        if matches!(error.code().as_deref(), Some("40P01" | "40001")))
}
