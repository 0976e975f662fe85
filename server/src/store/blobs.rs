//! Chunks of attachments. A blob belongs to a record: its owner writes, whoever has a live grant on the record reads,
//! and with the record it goes.

use sqlx::{AnyConnection, Row};
use wire::{
    blobs::Stored,
    ids::{AccountId, BlobId, RecordId},
    limits::QUOTA_BYTES,
};

use super::{
    Result, Store, StoreError,
    convert::{Bytes, record_id},
};

/// What became of a chunk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Put {
    /// It is durable.
    Kept,
    /// The caller has no such blob, or its record is gone.
    NotFound,
    /// The account has no room left.
    Full,
}

const MINE: &str = "SELECT bytes FROM blobs WHERE id = $1 AND owner_id = $2";
const READABLE: &str =
    "SELECT blobs.record_id, blobs.bytes FROM blobs WHERE blobs.id = $1 AND (blobs.owner_id = $2 OR EXISTS
        (SELECT 1 FROM grants WHERE grants.record_id = blobs.record_id AND grants.recipient_id = $2))";

impl Store {
    /// Makes a blob of the caller's record, or finds it as it is. `None` when there is no such record, or the id
    /// belongs to something else.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn put_blob(
        &self,
        account: AccountId,
        blob: BlobId,
        record: RecordId,
    ) -> Result<Option<Stored>> {
        let mut transaction = self.write.begin().await?;
        take_turns(&mut transaction, account).await?;
        let sql = "SELECT id FROM records WHERE id = $1 AND owner_id = $2 AND content IS NOT NULL";
        let found = sqlx::query(sql)
            .bind(record.stored())
            .bind(account.stored())
            .fetch_optional(&mut *transaction)
            .await?;
        if found.is_none() {
            return Ok(None);
        }
        let sql = "INSERT INTO blobs (id, owner_id, record_id, bytes) VALUES ($1, $2, $3, 0) ON CONFLICT (id) DO NOTHING";
        sqlx::query(sql)
            .bind(blob.stored())
            .bind(account.stored())
            .bind(record.stored())
            .execute(&mut *transaction)
            .await?;
        let stored = find(&mut transaction, account, blob).await?;
        transaction.commit().await?;
        // A reader of somebody else's blob of this id finds another record there.
        Ok(stored.filter(|stored| stored.record == record))
    }

    /// Keeps one chunk; the same again changes nothing.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn put_chunk(
        &self,
        account: AccountId,
        blob: BlobId,
        place: u32,
        content: Vec<u8>,
    ) -> Result<Put> {
        let size = i64::try_from(content.len()).map_err(|_| StoreError::Damaged("a chunk of no size"))?;
        let mut transaction = self.write.begin().await?;
        take_turns(&mut transaction, account).await?;
        let found = sqlx::query(MINE)
            .bind(blob.stored())
            .bind(account.stored())
            .fetch_optional(&mut *transaction)
            .await?;
        if found.is_none() {
            return Ok(Put::NotFound);
        }
        let sql = "SELECT bytes FROM chunks WHERE blob_id = $1 AND place = $2";
        let before = sqlx::query(sql)
            .bind(blob.stored())
            .bind(i64::from(place))
            .fetch_optional(&mut *transaction)
            .await?;
        let before = before.map_or(Ok(0), |row| row.try_get::<i64, _>("bytes"))?;
        let sql = "SELECT CAST(COALESCE(SUM(bytes), 0) AS BIGINT) AS bytes FROM blobs WHERE owner_id = $1";
        let row = sqlx::query(sql).bind(account.stored()).fetch_one(&mut *transaction).await?;
        if row.try_get::<i64, _>("bytes")? - before + size > QUOTA_BYTES {
            return Ok(Put::Full);
        }
        let sql = "INSERT INTO chunks (blob_id, place, bytes, content) VALUES ($1, $2, $3, $4)
                   ON CONFLICT (blob_id, place) DO UPDATE SET bytes = excluded.bytes, content = excluded.content";
        sqlx::query(sql)
            .bind(blob.stored())
            .bind(i64::from(place))
            .bind(size)
            .bind(content)
            .execute(&mut *transaction)
            .await?;
        sqlx::query("UPDATE blobs SET bytes = bytes + $1 WHERE id = $2")
            .bind(size - before)
            .bind(blob.stored())
            .execute(&mut *transaction)
            .await?;
        transaction.commit().await?;
        Ok(Put::Kept)
    }

    /// What there is of a blob that the caller may read.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn find_blob(&self, account: AccountId, blob: BlobId) -> Result<Option<Stored>> {
        find(&mut *self.read.acquire().await?, account, blob).await
    }

    /// One chunk of a blob that the caller may read.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn find_chunk(&self, account: AccountId, blob: BlobId, place: u32) -> Result<Option<Vec<u8>>> {
        // In one statement: a share that was taken back between two would still be read.
        let sql = "SELECT chunks.content FROM chunks JOIN blobs ON blobs.id = chunks.blob_id
                   WHERE chunks.blob_id = $1 AND chunks.place = $3 AND (blobs.owner_id = $2 OR EXISTS
                       (SELECT 1 FROM grants WHERE grants.record_id = blobs.record_id AND grants.recipient_id = $2))";
        let row = sqlx::query(sql)
            .bind(blob.stored())
            .bind(account.stored())
            .bind(i64::from(place))
            .fetch_optional(&self.read)
            .await?;
        row.map(|row| Ok(row.try_get("content")?)).transpose()
    }

    /// Lets go of a blob of the caller's; false when there is none.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn delete_blob(&self, account: AccountId, blob: BlobId) -> Result<bool> {
        let mut transaction = self.write.begin().await?;
        take_turns(&mut transaction, account).await?;
        let sql =
            "DELETE FROM chunks WHERE blob_id IN (SELECT id FROM blobs WHERE id = $1 AND owner_id = $2)";
        sqlx::query(sql).bind(blob.stored()).bind(account.stored()).execute(&mut *transaction).await?;
        let gone = sqlx::query("DELETE FROM blobs WHERE id = $1 AND owner_id = $2")
            .bind(blob.stored())
            .bind(account.stored())
            .execute(&mut *transaction)
            .await?;
        transaction.commit().await?;
        Ok(gone.rows_affected() > 0)
    }
}

/// All blobs of a record that is deleted, in the transaction that deletes it.
pub(super) async fn delete_of(connection: &mut AnyConnection, record: RecordId) -> Result<()> {
    sqlx::query("DELETE FROM chunks WHERE blob_id IN (SELECT id FROM blobs WHERE record_id = $1)")
        .bind(record.stored())
        .execute(&mut *connection)
        .await?;
    sqlx::query("DELETE FROM blobs WHERE record_id = $1").bind(record.stored()).execute(connection).await?;
    Ok(())
}

/// An author's writes stand in line, with the operations on records: a chunk cannot slip past the deletion of its
/// record, nor two past the quota.
async fn take_turns(connection: &mut AnyConnection, account: AccountId) -> Result<()> {
    sqlx::query("UPDATE accounts SET seq = seq + 0 WHERE id = $1")
        .bind(account.stored())
        .execute(connection)
        .await?;
    Ok(())
}

async fn find(connection: &mut AnyConnection, account: AccountId, blob: BlobId) -> Result<Option<Stored>> {
    let row = sqlx::query(READABLE)
        .bind(blob.stored())
        .bind(account.stored())
        .fetch_optional(&mut *connection)
        .await?;
    let Some(row) = row else { return Ok(None) };
    let sql = "SELECT place FROM chunks WHERE blob_id = $1 ORDER BY place";
    let places = sqlx::query(sql).bind(blob.stored()).fetch_all(connection).await?;
    let chunks = places
        .iter()
        .map(|row| u32::try_from(row.try_get::<i64, _>("place")?).map_err(|_| StoreError::Damaged("a place")))
        .collect::<Result<_>>()?;
    Ok(Some(Stored { record: record_id(&row, "record_id")?, chunks, bytes: row.try_get("bytes")? }))
}
