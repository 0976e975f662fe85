//! What the database holds of all that a round asks about.

use std::collections::{BTreeSet, HashMap, HashSet};

use sqlx::{AnyConnection, Row, any::AnyRow};
use wire::{
    ids::{AccountId, Epoch, OpId, RecordId, Rev, Seq},
    limits,
    sync::{Change, Outcome},
};

use super::{apply::Step, readers};
use crate::store::{
    Result, StoreError,
    convert::{Bytes, account_id, epoch, op_id, record_id, rev, time},
    many::{Many, pieces},
};

/// What was answered to an operation, and the record as it is, where there are such: a row for each that is asked.
static LOOK: Many = Many::statement(
    "WITH asked (account_id, op_id, record_id) AS (
        SELECT account_id, op_id, account_id FROM operations WHERE 1 = 0 UNION ALL SELECT $1, $2, $3)
    SELECT asked.account_id, asked.op_id, asked.record_id, operations.rev AS op_rev, operations.seq AS op_seq,
        operations.written_us AS op_written_us, records.owner_id, records.rev, records.epoch
    FROM asked
        LEFT JOIN operations ON operations.account_id = asked.account_id AND operations.op_id = asked.op_id
        LEFT JOIN records ON records.id = asked.record_id",
);

static PAIRED: Many = Many::statement(
    "WITH asked (therapist_id, client_id) AS (
        SELECT therapist_id, client_id FROM pairings WHERE 1 = 0 UNION ALL SELECT $1, $2)
    SELECT pairings.therapist_id, pairings.client_id
    FROM asked JOIN pairings ON pairings.therapist_id = asked.therapist_id
        AND pairings.client_id = asked.client_id",
);

/// A record, without what is sealed.
#[derive(Clone, Copy)]
pub struct Known {
    pub owner: AccountId,
    pub rev: Rev,
    pub epoch: Epoch,
}

/// Read once, in the transaction that will write.
#[derive(Default)]
pub struct Before {
    answered: HashMap<(AccountId, OpId), Outcome>,
    records: HashMap<RecordId, Known>,
    readers: HashMap<RecordId, Vec<AccountId>>,
    paired: HashSet<(AccountId, AccountId)>,
}

impl Before {
    pub async fn look(connection: &mut AnyConnection, round: &[Step<'_>]) -> Result<Self> {
        let mut before = Self::default();
        for piece in pieces(round) {
            let mut query = LOOK.rows(piece.len());
            for step in piece {
                query = query
                    .bind(step.author.stored())
                    .bind(step.operation.op.stored())
                    .bind(step.operation.record.stored());
            }
            for row in query.fetch_all(&mut *connection).await? {
                before.note(&row)?;
            }
        }
        let own: Vec<_> =
            round.iter().filter(|step| before.owns(step)).map(|step| step.operation.record).collect();
        before.readers = readers(connection, &own).await?;
        let pairs: Vec<_> = round.iter().flat_map(pairs).collect::<BTreeSet<_>>().into_iter().collect();
        for piece in pieces(&pairs) {
            let mut query = PAIRED.rows(piece.len());
            for (therapist, client) in piece {
                query = query.bind(therapist.stored()).bind(client.stored());
            }
            for row in query.fetch_all(&mut *connection).await? {
                before.paired.insert((account_id(&row, "therapist_id")?, account_id(&row, "client_id")?));
            }
        }
        Ok(before)
    }

    /// What was answered when this operation was carried out.
    pub fn answered(&self, author: AccountId, op: OpId) -> Option<&Outcome> {
        self.answered.get(&(author, op))
    }

    /// The record, if there is one.
    pub fn record(&self, record: RecordId) -> Option<Known> {
        self.records.get(&record).copied()
    }

    /// Who can read it; known of the author's own records.
    pub fn readers(&self, record: RecordId) -> &[AccountId] {
        self.readers.get(&record).map_or(&[], Vec::as_slice)
    }

    /// Whether the two know each other.
    pub fn paired(&self, one: AccountId, other: AccountId) -> bool {
        self.paired.contains(&(one, other)) || self.paired.contains(&(other, one))
    }

    fn owns(&self, step: &Step<'_>) -> bool {
        self.record(step.operation.record).is_some_and(|known| known.owner == step.author)
    }

    fn note(&mut self, row: &AnyRow) -> Result<()> {
        if let Some(outcome) = answered(row)? {
            self.answered.insert((account_id(row, "account_id")?, op_id(row, "op_id")?), outcome);
        }
        if row.try_get::<Option<i64>, _>("rev")?.is_some() {
            let known = Known { owner: account_id(row, "owner_id")?, rev: rev(row)?, epoch: epoch(row)? };
            self.records.insert(record_id(row, "record_id")?, known);
        }
        Ok(())
    }
}

fn answered(row: &AnyRow) -> Result<Option<Outcome>> {
    let (Some(rev), Some(place)) = (row.try_get::<Option<i64>, _>("op_rev")?, row.try_get("op_seq")?) else {
        return Ok(None);
    };
    let rev = u32::try_from(rev).map_err(|_| StoreError::Damaged("a revision out of range"))?;
    Ok(Some(Outcome::Applied { rev: Rev(rev), seq: Seq(place), written: time(row, "op_written_us")? }))
}

/// Author and reader, either way round: who of them is the therapist stands in the pairing. Of what is refused for
/// its many readers, none is asked about.
fn pairs(step: &Step<'_>) -> Vec<(AccountId, AccountId)> {
    match &step.operation.change {
        Change::Put { grants, .. } if grants.len() <= limits::RECIPIENTS => grants
            .iter()
            .flat_map(|granted| [(step.author, granted.recipient), (granted.recipient, step.author)])
            .collect(),
        Change::Put { .. } | Change::Delete => Vec::new(),
    }
}
