//! One push, inside a transaction that somebody else commits.

use std::ops::Range;

use chrono::{DateTime, SubsecRound, Utc};
use sqlx::{AnyConnection, Row, any::AnyRow};
use wire::{
    ids::{AccountId, Epoch, RecordId, Rev, Seq},
    limits,
    problem::Code,
    sync::{Answer, Change, Granted, Operation, Outcome},
};

use super::{Applied, find_item, recipients};
use crate::store::{
    Result, StoreError,
    blobs::delete_of,
    convert::{Bytes, account_id, epoch, micros, rev, seq, time},
};

/// Carries out one push, in order, each operation on its own. What is not applied writes nothing.
pub async fn apply_push(
    connection: &mut AnyConnection,
    author: AccountId,
    operations: &[Operation],
    now: DateTime<Utc>,
) -> Result<Applied> {
    // As it will be read back, so that a retry gets the same answer to the microsecond.
    let now = now.trunc_subsecs(6);
    let mut applied = Applied::default();
    let mut author = Author { id: author, now, free: 0..0 };
    for (done, operation) in operations.iter().enumerate() {
        let outcome = match decide(connection, author.id, operation).await? {
            Decision::Answer(outcome) => outcome,
            Decision::Write { exists, lost } => {
                let seq = author.next_place(connection, operations.len() - done).await?;
                let rev = write(connection, &author, operation, seq, exists, &lost, &mut applied).await?;
                Outcome::Applied { rev, seq, written: now }
            }
        };
        applied.answers.push(Answer { op: operation.op, outcome });
    }
    Ok(applied)
}

/// Who pushes, when, and the places in their feed that are theirs to fill.
struct Author {
    id: AccountId,
    now: DateTime<Utc>,
    free: Range<i64>,
}

impl Author {
    /// The next place, for the first of `left` operations. All are taken at once, but only when one of them is
    /// carried out: a push that is refused changes nothing. Those that are not needed stay empty.
    async fn next_place(&mut self, connection: &mut AnyConnection, left: usize) -> Result<Seq> {
        if self.free.is_empty() {
            self.free = places(connection, self.id, left).await?;
        }
        self.free.next().map(Seq).ok_or(StoreError::Damaged("a feed without a place"))
    }
}

/// Takes as many places in an account's feed, whose row stays locked until the transaction ends.
async fn places(connection: &mut AnyConnection, account: AccountId, many: usize) -> Result<Range<i64>> {
    let many = i64::try_from(many).map_err(|_| StoreError::Damaged("more operations than places"))?;
    let row = sqlx::query("UPDATE accounts SET seq = seq + $2 WHERE id = $1 RETURNING seq")
        .bind(account.stored())
        .bind(many)
        .fetch_one(connection)
        .await?;
    let last = seq(&row)?.0;
    Ok(last - many + 1..last + 1)
}

/// One row always: what was answered to this operation, and the record as it is, where there are such.
const BEFORE: &str = "SELECT operations.rev AS op_rev, operations.seq AS op_seq,
        operations.written_us AS op_written_us, records.owner_id, records.rev, records.epoch
    FROM (SELECT 1 AS one) AS asked
        LEFT JOIN operations ON operations.account_id = $1 AND operations.op_id = $2
        LEFT JOIN records ON records.id = $3";

enum Decision {
    Answer(Outcome),
    /// Whether the record exists, and who loses access.
    Write {
        exists: bool,
        lost: Vec<AccountId>,
    },
}

const fn refused(code: Code) -> Decision {
    Decision::Answer(Outcome::Refused { code })
}

async fn decide(
    connection: &mut AnyConnection,
    author: AccountId,
    operation: &Operation,
) -> Result<Decision> {
    let row = sqlx::query(BEFORE)
        .bind(author.stored())
        .bind(operation.op.stored())
        .bind(operation.record.stored())
        .fetch_one(&mut *connection)
        .await?;
    if let Some(outcome) = answered_before(&row)? {
        return Ok(Decision::Answer(outcome));
    }
    if let Change::Put { content, grants, .. } = &operation.change {
        if content.0.len() > limits::RECORD_BYTES {
            return Ok(refused(Code::TooLarge));
        }
        if grants.len() > limits::RECIPIENTS || has_twice(grants) {
            return Ok(refused(Code::Malformed));
        }
        for granted in grants {
            if !paired(connection, author, granted.recipient).await? {
                return Ok(refused(Code::NotPaired));
            }
        }
    }
    if row.try_get::<Option<i64>, _>("rev")?.is_none() {
        let fits = operation.base == Rev(0) && operation.change != Change::Delete;
        let new = Decision::Write { exists: false, lost: Vec::new() };
        return Ok(if fits { new } else { refused(Code::NotFound) });
    }
    if account_id(&row, "owner_id")? != author {
        return Ok(refused(Code::NotFound));
    }
    if rev(&row)? != operation.base {
        let current = find_item(connection, author, operation.record).await?;
        let current = current.ok_or(StoreError::Damaged("a record outside its author's feed"))?;
        return Ok(Decision::Answer(Outcome::Conflict { current }));
    }
    let had = recipients(connection, operation.record).await?;
    let lost: Vec<_> = had.into_iter().filter(|account| !granted_to(operation, *account)).collect();
    if let Change::Put { epoch: asked, .. } = &operation.change {
        let least = if lost.is_empty() { epoch(&row)? } else { epoch(&row)?.next() };
        if *asked < least {
            return Ok(refused(Code::EpochStale));
        }
    }
    Ok(Decision::Write { exists: true, lost })
}

fn answered_before(row: &AnyRow) -> Result<Option<Outcome>> {
    let (Some(rev), Some(place)) = (row.try_get::<Option<i64>, _>("op_rev")?, row.try_get("op_seq")?) else {
        return Ok(None);
    };
    let rev = u32::try_from(rev).map_err(|_| StoreError::Damaged("a revision out of range"))?;
    Ok(Some(Outcome::Applied { rev: Rev(rev), seq: Seq(place), written: time(row, "op_written_us")? }))
}

async fn paired(connection: &mut AnyConnection, one: AccountId, other: AccountId) -> Result<bool> {
    let sql = "SELECT id FROM pairings
               WHERE (therapist_id = $1 AND client_id = $2) OR (therapist_id = $2 AND client_id = $1)";
    let row = sqlx::query(sql).bind(one.stored()).bind(other.stored()).fetch_optional(connection).await?;
    Ok(row.is_some())
}

async fn write(
    connection: &mut AnyConnection,
    author: &Author,
    operation: &Operation,
    place: Seq,
    exists: bool,
    lost: &[AccountId],
    applied: &mut Applied,
) -> Result<Rev> {
    let record = operation.record;
    let next = operation.base.next();
    put_row(connection, author.id, operation, next, author.now).await?;
    if operation.change == Change::Delete {
        delete_of(connection, record).await?;
    }
    let grants: &[Granted] = if let Change::Put { grants, .. } = &operation.change { grants } else { &[] };
    if exists {
        sqlx::query("DELETE FROM grants WHERE record_id = $1")
            .bind(record.stored())
            .execute(&mut *connection)
            .await?;
    }
    for granted in grants {
        sqlx::query("INSERT INTO grants (record_id, recipient_id, grant_bytes) VALUES ($1, $2, $3)")
            .bind(record.stored())
            .bind(granted.recipient.stored())
            .bind(granted.grant.0.clone())
            .execute(&mut *connection)
            .await?;
    }
    put_in_feed(connection, author.id, record, place).await?;
    let mut others: Vec<_> =
        grants.iter().map(|granted| granted.recipient).chain(lost.iter().copied()).collect();
    // In one order for everybody, so that two authors seldom wait for each other.
    others.sort_unstable();
    for other in others {
        enter_feed(connection, other, record).await?;
        applied.touched.push(other);
    }
    sqlx::query(
        "INSERT INTO operations (account_id, op_id, rev, seq, written_us) VALUES ($1, $2, $3, $4, $5)",
    )
    .bind(author.id.stored())
    .bind(operation.op.stored())
    .bind(i64::from(next.0))
    .bind(place.0)
    .bind(micros(author.now))
    .execute(connection)
    .await?;
    applied.touched.push(author.id);
    applied.erased |= !lost.is_empty() || operation.change == Change::Delete;
    Ok(next)
}

async fn put_row(
    connection: &mut AnyConnection,
    author: AccountId,
    operation: &Operation,
    next: Rev,
    now: DateTime<Utc>,
) -> Result<()> {
    let sql = "INSERT INTO records (id, owner_id, rev, epoch, content, own_wrap, urgent_us, written_us)
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
               ON CONFLICT (id) DO UPDATE SET rev = excluded.rev, epoch = excluded.epoch,
                   content = excluded.content, own_wrap = excluded.own_wrap, urgent_us = excluded.urgent_us,
                   written_us = excluded.written_us";
    let (epoch, content, own_wrap, urgent) = match &operation.change {
        Change::Put { epoch, content, own_wrap, urgent, .. } => {
            (*epoch, Some(content.0.clone()), Some(own_wrap.0.clone()), *urgent)
        }
        // A deleted record that another device still writes to begins its keys anew.
        Change::Delete => (Epoch(0), None, None, false),
    };
    sqlx::query(sql)
        .bind(operation.record.stored())
        .bind(author.stored())
        .bind(i64::from(next.0))
        .bind(i64::from(epoch.0))
        .bind(content)
        .bind(own_wrap)
        .bind(urgent.then(|| micros(now)))
        .bind(micros(now))
        .execute(connection)
        .await?;
    Ok(())
}

/// Moves a record on in somebody's feed.
pub async fn enter_feed(connection: &mut AnyConnection, account: AccountId, record: RecordId) -> Result<()> {
    let place = places(connection, account, 1).await?.start;
    put_in_feed(connection, account, record, Seq(place)).await
}

async fn put_in_feed(
    connection: &mut AnyConnection,
    account: AccountId,
    record: RecordId,
    place: Seq,
) -> Result<()> {
    let sql = "INSERT INTO feed (account_id, record_id, seq) VALUES ($1, $2, $3)
               ON CONFLICT (account_id, record_id) DO UPDATE SET seq = excluded.seq";
    sqlx::query(sql).bind(account.stored()).bind(record.stored()).bind(place.0).execute(connection).await?;
    Ok(())
}

fn granted_to(operation: &Operation, account: AccountId) -> bool {
    matches!(&operation.change, Change::Put { grants, .. } if grants.iter().any(|granted| granted.recipient == account))
}

fn has_twice(grants: &[Granted]) -> bool {
    grants
        .iter()
        .enumerate()
        .any(|(index, one)| grants[..index].iter().any(|other| other.recipient == one.recipient))
}
