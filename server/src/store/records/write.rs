//! The rows of a round, table by table.

use std::collections::BTreeMap;

use sqlx::AnyConnection;
use wire::{
    ids::{AccountId, Epoch, RecordId, Seq},
    sealed::Grant,
    sync::{Change, Granted},
};

use super::apply::Step;
use crate::store::{
    Result, StoreError,
    blobs::delete_of,
    convert::{Bytes, account_id, micros, seq},
    many::{Many, pieces},
};

/// One operation that is carried out.
pub struct Write<'a> {
    pub step: Step<'a>,
    /// Whether somebody could read the record.
    pub had: bool,
    /// Who cannot any more.
    pub lost: Vec<AccountId>,
}

impl Write<'_> {
    /// Everybody else in whose feed it moves on, in one order.
    pub fn others(&self) -> Vec<AccountId> {
        let readers = self.grants().iter().map(|granted| granted.recipient);
        let mut others: Vec<_> = readers.chain(self.lost.iter().copied()).collect();
        others.sort_unstable();
        others
    }

    fn record(&self) -> RecordId {
        self.step.operation.record
    }

    fn grants(&self) -> &[Granted] {
        if let Change::Put { grants, .. } = &self.step.operation.change { grants } else { &[] }
    }
}

/// A row of a feed.
struct Entry {
    account: AccountId,
    record: RecordId,
    place: Seq,
}

/// Writes them all; each one's place in its author's feed, in order. No record may be among them twice.
pub async fn write(connection: &mut AnyConnection, writes: &[Write<'_>]) -> Result<Vec<Seq>> {
    if writes.is_empty() {
        return Ok(Vec::new());
    }
    let (places, feed) = placed(connection, writes).await?;
    put_rows(connection, writes).await?;
    for write in writes.iter().filter(|write| write.step.operation.change == Change::Delete) {
        delete_of(connection, write.record()).await?;
    }
    put_grants(connection, writes).await?;
    put_feed(connection, &feed).await?;
    put_operations(connection, writes, &places).await?;
    Ok(places)
}

/// The authors' places, and the rows of all feeds. Each account's places are taken in the order of the operations.
async fn placed(connection: &mut AnyConnection, writes: &[Write<'_>]) -> Result<(Vec<Seq>, Vec<Entry>)> {
    let mut wanted = BTreeMap::<AccountId, i64>::new();
    for write in writes {
        for account in write.others().into_iter().chain([write.step.author]) {
            *wanted.entry(account).or_default() += 1;
        }
    }
    let mut next = take_places(connection, wanted).await?;
    let mut place = |account| {
        let place = next.get_mut(&account).ok_or(StoreError::Damaged("a feed of no account"))?;
        *place = place.next();
        Ok::<_, StoreError>(*place)
    };
    let (mut places, mut feed) = (Vec::with_capacity(writes.len()), Vec::with_capacity(writes.len()));
    for write in writes {
        let record = write.record();
        let own = place(write.step.author)?;
        places.push(own);
        feed.push(Entry { account: write.step.author, record, place: own });
        for account in write.others() {
            feed.push(Entry { account, record, place: place(account)? });
        }
    }
    Ok((places, feed))
}

static TAKE: Many = Many::statement(
    "WITH asked (account_id, many) AS (SELECT id, seq FROM accounts WHERE 1 = 0 UNION ALL SELECT $1, $2)
    UPDATE accounts SET seq = seq + asked.many FROM asked WHERE accounts.id = asked.account_id
    RETURNING accounts.id, accounts.seq",
);

/// Takes as many places in each account's feed, whose row stays locked until the transaction ends; gives the last
/// that was taken before.
async fn take_places(
    connection: &mut AnyConnection,
    wanted: BTreeMap<AccountId, i64>,
) -> Result<BTreeMap<AccountId, Seq>> {
    let (mut before, asked) = (BTreeMap::new(), wanted.iter().collect::<Vec<_>>());
    for piece in pieces(&asked) {
        let mut query = TAKE.rows(piece.len());
        for (account, many) in piece {
            query = query.bind(account.stored()).bind(**many);
        }
        for row in query.fetch_all(&mut *connection).await? {
            let account = account_id(&row, "id")?;
            before.insert(account, Seq(seq(&row)?.0 - wanted.get(&account).copied().unwrap_or_default()));
        }
    }
    Ok(before)
}

// A record that somebody else made under the same id since we looked stays theirs.
static PUT_ROW: Many = Many::statement(
    "INSERT INTO records (id, owner_id, rev, epoch, content, own_wrap, urgent_us, written_us)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
    ON CONFLICT (id) DO UPDATE SET rev = excluded.rev, epoch = excluded.epoch,
        content = excluded.content, own_wrap = excluded.own_wrap, urgent_us = excluded.urgent_us,
        written_us = excluded.written_us
    WHERE records.owner_id = excluded.owner_id AND records.rev < excluded.rev",
);

async fn put_rows(connection: &mut AnyConnection, writes: &[Write<'_>]) -> Result<()> {
    for piece in pieces(writes) {
        let mut query = PUT_ROW.rows(piece.len());
        for Write { step, .. } in piece {
            let (epoch, content, own_wrap, urgent) = match &step.operation.change {
                Change::Put { epoch, content, own_wrap, urgent, .. } => {
                    (*epoch, Some(content.0.clone()), Some(own_wrap.0.clone()), *urgent)
                }
                // A deleted record that another device still writes to begins its keys anew.
                Change::Delete => (Epoch(0), None, None, false),
            };
            query = query
                .bind(step.operation.record.stored())
                .bind(step.author.stored())
                .bind(i64::from(step.operation.base.next().0))
                .bind(i64::from(epoch.0))
                .bind(content)
                .bind(own_wrap)
                .bind(urgent.then(|| micros(step.now)))
                .bind(micros(step.now));
        }
        let done = query.execute(&mut *connection).await?.rows_affected();
        if usize::try_from(done) != Ok(piece.len()) {
            return Err(StoreError::Overtaken);
        }
    }
    Ok(())
}

static DROP_GRANTS: Many = Many::statement("DELETE FROM grants WHERE record_id IN ($1)");
static PUT_GRANT: Many =
    Many::statement("INSERT INTO grants (record_id, recipient_id, grant_bytes) VALUES ($1, $2, $3)");

async fn put_grants(connection: &mut AnyConnection, writes: &[Write<'_>]) -> Result<()> {
    let had: Vec<_> = writes.iter().filter(|write| write.had).map(Write::record).collect();
    for piece in pieces(&had) {
        let mut query = DROP_GRANTS.rows(piece.len());
        for record in piece {
            query = query.bind(record.stored());
        }
        query.execute(&mut *connection).await?;
    }
    let all = writes.iter().flat_map(|write| write.grants().iter().map(|granted| (write.record(), granted)));
    for piece in pieces(&all.collect::<Vec<_>>()) {
        let mut query = PUT_GRANT.rows(piece.len());
        for (record, Granted { recipient, grant: Grant(bytes) }) in piece {
            query = query.bind(record.stored()).bind(recipient.stored()).bind(bytes.clone());
        }
        query.execute(&mut *connection).await?;
    }
    Ok(())
}

static PUT_IN_FEED: Many = Many::statement(
    "INSERT INTO feed (account_id, record_id, seq) VALUES ($1, $2, $3)
    ON CONFLICT (account_id, record_id) DO UPDATE SET seq = excluded.seq",
);

async fn put_feed(connection: &mut AnyConnection, feed: &[Entry]) -> Result<()> {
    for piece in pieces(feed) {
        let mut query = PUT_IN_FEED.rows(piece.len());
        for Entry { account, record, place } in piece {
            query = query.bind(account.stored()).bind(record.stored()).bind(place.0);
        }
        query.execute(&mut *connection).await?;
    }
    Ok(())
}

/// Moves a record on in somebody's feed.
pub async fn enter_feed(connection: &mut AnyConnection, account: AccountId, record: RecordId) -> Result<()> {
    let before = take_places(connection, BTreeMap::from([(account, 1)])).await?;
    let before = before.get(&account).ok_or(StoreError::Damaged("a feed of no account"))?;
    put_feed(connection, &[Entry { account, record, place: before.next() }]).await
}

static PUT_OPERATION: Many = Many::statement(
    "INSERT INTO operations (account_id, op_id, rev, seq, written_us) VALUES ($1, $2, $3, $4, $5)",
);

async fn put_operations(connection: &mut AnyConnection, writes: &[Write<'_>], places: &[Seq]) -> Result<()> {
    let all: Vec<_> = writes.iter().map(|write| write.step).zip(places).collect();
    for piece in pieces(&all) {
        let mut query = PUT_OPERATION.rows(piece.len());
        for (step, place) in piece {
            query = query
                .bind(step.author.stored())
                .bind(step.operation.op.stored())
                .bind(i64::from(step.operation.base.next().0))
                .bind(place.0)
                .bind(micros(step.now));
        }
        query.execute(&mut *connection).await?;
    }
    Ok(())
}
