//! Records, grants and feeds. What an operation says is not looked into; only who may say it.
//!
//! `seq` is taken by updating the account's row in the transaction that writes: a sequence could commit out of
//! order, and a device that read past the gap would never see the row.

mod anew;
mod apply;
mod before;
mod decide;
mod write;

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use sqlx::{AnyConnection, Row, any::AnyRow};
use wire::{
    ids::{AccountId, RecordId, Seq},
    sealed::{Grant, Sealed, Wrap},
    sync::{Answer, Item, Key, Operation, Page, State},
};

pub(super) use self::{apply::apply_pushes, write::enter_feed};
use super::{
    Engine, Result, Store,
    convert::{Bytes, account_id, epoch, record_id, rev, seq, time},
    many::{Many, pieces},
};

/// What one caller sent.
#[derive(Debug)]
pub struct Push {
    /// Whose records they are.
    pub account: AccountId,
    /// In their order.
    pub operations: Vec<Operation>,
    /// When it came.
    pub now: DateTime<Utc>,
}

/// Answers, and whose devices should hear that something changed.
#[derive(Clone, Debug, Default)]
pub struct Applied {
    /// In the order of the operations.
    pub answers: Vec<Answer>,
    /// The author and recipients of what was applied.
    pub touched: Vec<AccountId>,
    /// Who can read what was applied and is urgent; not again when it was applied before.
    pub urgent: Vec<AccountId>,
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
        self.writer.apply(Push { account, operations, now }).await
    }

    /// One page of an account's feed, for a device that was told of places up to `seen`.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn page(
        &self,
        account: AccountId,
        after: Seq,
        seen: Seq,
        limit: usize,
        now: DateTime<Utc>,
    ) -> Result<Page> {
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
        let records = rows.iter().map(|row| record_id(row, "id")).collect::<Result<Vec<_>>>()?;
        let mut readers = readers(&mut connection, &records).await?;
        let items = rows.iter().map(|row| item(account, row, &mut readers)).collect::<Result<Vec<_>>>()?;
        let next = items.last().map_or(after, |item| item.seq);
        drop(connection);
        if items.is_empty() {
            let next = self.end_or_anew(account, after, seen, now).await?;
            return Ok(Page { items, next, more });
        }
        if next < seen
            && let Some(next) = self.anew(account, seen, now).await?
        {
            return Ok(Page { items: Vec::new(), next, more: false });
        }
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
                sqlx::query("VACUUM records, grants, blobs, chunks, push_subscriptions")
                    .execute(&self.write)
                    .await?
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
    let Some(row) = row else { return Ok(None) };
    let mut readers = readers(connection, &[record]).await?;
    item(account, &row, &mut readers).map(Some)
}

/// `readers` is asked only where the caller is the owner: nobody else learns who reads.
fn item(account: AccountId, row: &AnyRow, readers: &mut HashMap<RecordId, Vec<AccountId>>) -> Result<Item> {
    let (record, owner) = (record_id(row, "id")?, account_id(row, "owner_id")?);
    let key = if owner == account {
        row.try_get::<Option<Vec<u8>>, _>("own_wrap")?.map(|wrap| Key::Own {
            wrap: Wrap(wrap),
            recipients: readers.remove(&record).unwrap_or_default(),
        })
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

static READERS: Many = Many::statement(
    "SELECT record_id, recipient_id FROM grants WHERE record_id IN ($1) ORDER BY record_id, recipient_id",
);

/// Who can read each of these records beside its author, in one order; none for a record that nobody can.
async fn readers(
    connection: &mut AnyConnection,
    records: &[RecordId],
) -> Result<HashMap<RecordId, Vec<AccountId>>> {
    let mut readers = HashMap::<_, Vec<_>>::new();
    for piece in pieces(records) {
        let mut query = READERS.rows(piece.len());
        for record in piece {
            query = query.bind(record.stored());
        }
        for row in query.fetch_all(&mut *connection).await? {
            let record = record_id(&row, "record_id")?;
            readers.entry(record).or_default().push(account_id(&row, "recipient_id")?);
        }
    }
    Ok(readers)
}
