//! Records, grants and feeds. What an operation says is not looked into; only who may say it.
//!
//! `seq` is taken by updating the account's row in the transaction that writes: a sequence could commit out of
//! order, and a device that read past the gap would never see the row.

mod apply;

use chrono::{DateTime, Utc};
use sqlx::{AnyConnection, Row, any::AnyRow};
use wire::{
    ids::{AccountId, RecordId, Seq},
    sealed::{Grant, Sealed, Wrap},
    sync::{Answer, Item, Key, Operation, Page, State},
};

pub(super) use self::apply::{apply_push, enter_feed};
use super::{
    Engine, Result, Store,
    convert::{Bytes, account_id, epoch, record_id, rev, seq, time},
    parting::is_deadlock,
};

/// Answers, and whose devices should hear that something changed.
#[derive(Clone, Debug, Default)]
pub struct Applied {
    /// In the order of the operations.
    pub answers: Vec<Answer>,
    /// The author and recipients of what was applied.
    pub touched: Vec<AccountId>,
    /// Whether bytes were taken out of the database for good.
    pub erased: bool,
}

const ITEM: &str =
    "SELECT feed.seq, records.id, records.owner_id, records.rev, records.epoch, records.content,
        records.own_wrap, records.urgent_us, records.written_us, grants.grant_bytes
    FROM feed JOIN records ON records.id = feed.record_id
        LEFT JOIN grants ON grants.record_id = feed.record_id AND grants.recipient_id = feed.account_id
    WHERE feed.account_id = $1 AND feed.record_id = $2";
const PAGE: &str =
    "SELECT feed.seq, records.id, records.owner_id, records.rev, records.epoch, records.content,
        records.own_wrap, records.urgent_us, records.written_us, grants.grant_bytes
    FROM feed JOIN records ON records.id = feed.record_id
        LEFT JOIN grants ON grants.record_id = feed.record_id AND grants.recipient_id = feed.account_id
    WHERE feed.account_id = $1 AND feed.seq > $2 ORDER BY feed.seq LIMIT $3";

impl Store {
    /// Carries out operations in order, each on its own. Answered only once durable.
    ///
    /// # Errors
    /// When the database fails; then nothing of it was written.
    pub async fn apply(
        &self,
        account: AccountId,
        operations: Vec<Operation>,
        now: DateTime<Utc>,
    ) -> Result<Applied> {
        if let Some(writer) = &self.writer {
            return writer.apply(account, operations, now).await;
        }
        let mut tries = 0;
        loop {
            tries += 1;
            match self.apply_alone(account, &operations, now).await {
                // Two people granting to each other at once can deadlock.
                Err(error) if tries < 5 && is_deadlock(&error) => {}
                done => return done,
            }
        }
    }

    async fn apply_alone(
        &self,
        account: AccountId,
        operations: &[Operation],
        now: DateTime<Utc>,
    ) -> Result<Applied> {
        let mut transaction = self.write.begin().await?;
        // This row lock puts an author's pushes in line, so that a retry sees what the first try did.
        sqlx::query("UPDATE accounts SET seq = seq WHERE id = $1")
            .bind(account.stored())
            .execute(&mut *transaction)
            .await?;
        let applied = apply_push(&mut transaction, account, operations, now).await?;
        transaction.commit().await?;
        Ok(applied)
    }

    /// One page of an account's feed.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn page(&self, account: AccountId, after: Seq, limit: usize) -> Result<Page> {
        let asked = i64::try_from(limit + 1).unwrap_or(i64::MAX);
        let mut connection = self.read.acquire().await?;
        let mut rows = sqlx::query(PAGE)
            .bind(account.stored())
            .bind(after.0)
            .bind(asked)
            .fetch_all(&mut *connection)
            .await?;
        let more = rows.len() > limit;
        rows.truncate(limit);
        let mut items = Vec::with_capacity(rows.len());
        for row in &rows {
            items.push(item(&mut connection, account, row).await?);
        }
        let next = items.last().map_or(after, |item| item.seq);
        Ok(Page { items, next, more })
    }

    /// Lets go of bytes that were taken back: from SQLite's log, and from PostgreSQL's dead rows.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn forget_erased(&self) -> Result<()> {
        match self.engine {
            Engine::Sqlite => sqlx::query("PRAGMA wal_checkpoint(TRUNCATE)").execute(&self.write).await?,
            Engine::Postgres => {
                sqlx::query("VACUUM records, grants, blobs, chunks").execute(&self.write).await?
            }
        };
        Ok(())
    }
}

/// The present state of a record for an account that has it in its feed.
async fn find_item(
    connection: &mut AnyConnection,
    account: AccountId,
    record: RecordId,
) -> Result<Option<Item>> {
    let row = sqlx::query(ITEM)
        .bind(account.stored())
        .bind(record.stored())
        .fetch_optional(&mut *connection)
        .await?;
    match row {
        Some(row) => item(connection, account, &row).await.map(Some),
        None => Ok(None),
    }
}

async fn item(connection: &mut AnyConnection, account: AccountId, row: &AnyRow) -> Result<Item> {
    let (record, owner) = (record_id(row, "id")?, account_id(row, "owner_id")?);
    let key = if owner == account {
        match row.try_get::<Option<Vec<u8>>, _>("own_wrap")? {
            Some(wrap) => {
                Some(Key::Own { wrap: Wrap(wrap), recipients: recipients(connection, record).await? })
            }
            None => None,
        }
    } else {
        row.try_get::<Option<Vec<u8>>, _>("grant_bytes")?.map(|grant| Key::Granted { grant: Grant(grant) })
    };
    let content = row.try_get::<Option<Vec<u8>>, _>("content")?;
    let state = match (key, content) {
        (Some(key), Some(content)) => State::Present {
            epoch: epoch(row)?,
            content: Sealed(content),
            key,
            urgent: row.try_get::<Option<i64>, _>("urgent_us")?.is_some(),
            written: time(row, "written_us")?,
        },
        _ => State::Gone,
    };
    Ok(Item { seq: seq(row)?, record, owner, rev: rev(row)?, state })
}

async fn recipients(connection: &mut AnyConnection, record: RecordId) -> Result<Vec<AccountId>> {
    let sql = "SELECT recipient_id FROM grants WHERE record_id = $1 ORDER BY recipient_id";
    let rows = sqlx::query(sql).bind(record.stored()).fetch_all(connection).await?;
    rows.iter().map(|row| account_id(row, "recipient_id")).collect()
}
