//! One operation, inside a transaction that somebody else commits.

use chrono::{DateTime, SubsecRound, Utc};
use sqlx::AnyConnection;
use wire::{
    ids::{AccountId, Epoch, RecordId, Rev, Seq},
    limits,
    problem::Code,
    sync::{Answer, Change, Granted, Operation, Outcome},
};

use super::{Applied, find_item, recipients};
use crate::store::{
    Result, StoreError,
    convert::{Bytes, account_id, epoch, micros, rev, seq, time},
};

/// Carries out one operation and adds its answer. Writes nothing unless it is applied.
pub async fn apply_one(
    connection: &mut AnyConnection,
    author: AccountId,
    operation: &Operation,
    now: DateTime<Utc>,
    applied: &mut Applied,
) -> Result<()> {
    // As it will be read back, so that a retry gets the same answer to the microsecond.
    let now = now.trunc_subsecs(6);
    let outcome = match decide(connection, author, operation).await? {
        Decision::Answer(outcome) => outcome,
        Decision::Write { exists, lost } => {
            let (rev, seq) = write(connection, author, operation, exists, &lost, now, applied).await?;
            Outcome::Applied { rev, seq, written: now }
        }
    };
    applied.answers.push(Answer { op: operation.op, outcome });
    Ok(())
}

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
    if let Some(outcome) = answered_before(connection, author, operation).await? {
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
    let sql = "SELECT owner_id, rev, epoch FROM records WHERE id = $1";
    let Some(row) = sqlx::query(sql).bind(operation.record.stored()).fetch_optional(&mut *connection).await?
    else {
        let fits = operation.base == Rev(0) && operation.change != Change::Delete;
        let new = Decision::Write { exists: false, lost: Vec::new() };
        return Ok(if fits { new } else { refused(Code::NotFound) });
    };
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

async fn answered_before(
    connection: &mut AnyConnection,
    author: AccountId,
    operation: &Operation,
) -> Result<Option<Outcome>> {
    let sql = "SELECT rev, seq, written_us FROM operations WHERE account_id = $1 AND op_id = $2";
    let row =
        sqlx::query(sql).bind(author.stored()).bind(operation.op.stored()).fetch_optional(connection).await?;
    row.map(|row| {
        Ok(Outcome::Applied { rev: rev(&row)?, seq: seq(&row)?, written: time(&row, "written_us")? })
    })
    .transpose()
}

async fn paired(connection: &mut AnyConnection, one: AccountId, other: AccountId) -> Result<bool> {
    let sql = "SELECT id FROM pairings
               WHERE (therapist_id = $1 AND client_id = $2) OR (therapist_id = $2 AND client_id = $1)";
    let row = sqlx::query(sql).bind(one.stored()).bind(other.stored()).fetch_optional(connection).await?;
    Ok(row.is_some())
}

async fn write(
    connection: &mut AnyConnection,
    author: AccountId,
    operation: &Operation,
    exists: bool,
    lost: &[AccountId],
    now: DateTime<Utc>,
    applied: &mut Applied,
) -> Result<(Rev, Seq)> {
    let record = operation.record;
    let next = operation.base.next();
    put_row(connection, author, operation, next, now).await?;
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
    let place = enter_feed(connection, author, record).await?;
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
    .bind(author.stored())
    .bind(operation.op.stored())
    .bind(i64::from(next.0))
    .bind(place.0)
    .bind(micros(now))
    .execute(connection)
    .await?;
    applied.touched.push(author);
    applied.erased |= !lost.is_empty() || operation.change == Change::Delete;
    Ok((next, place))
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
pub async fn enter_feed(connection: &mut AnyConnection, account: AccountId, record: RecordId) -> Result<Seq> {
    let row = sqlx::query("UPDATE accounts SET seq = seq + 1 WHERE id = $1 RETURNING seq")
        .bind(account.stored())
        .fetch_one(&mut *connection)
        .await?;
    let place = seq(&row)?;
    let sql = "INSERT INTO feed (account_id, record_id, seq) VALUES ($1, $2, $3)
               ON CONFLICT (account_id, record_id) DO UPDATE SET seq = excluded.seq";
    sqlx::query(sql).bind(account.stored()).bind(record.stored()).bind(place.0).execute(connection).await?;
    Ok(place)
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
