//! Pushes, inside a transaction that somebody else commits. They are carried out in rounds: one look at all that a
//! round asks about, decisions in memory, then the rows of all.

use std::collections::HashSet;

use chrono::{DateTime, SubsecRound, Utc};
use sqlx::AnyConnection;
use wire::{
    ids::{AccountId, Seq},
    sync::{Answer, Change, Operation, Outcome},
};

use super::{
    Applied, Push,
    before::Before,
    decide::{Decision, decide},
    find_item,
    write::{Write, write},
};
use crate::store::{Result, StoreError};

/// Most operations in a round, and most bytes of content after which one ends: they are copied for the database.
const ROUND: usize = 512;
const ROUND_BYTES: usize = 4 << 20;

/// One operation of one push.
#[derive(Clone, Copy)]
pub struct Step<'a> {
    /// Which of the pushes.
    push: usize,
    pub author: AccountId,
    pub operation: &'a Operation,
    /// As it will be read back, so that a retry gets the same answer to the microsecond.
    pub now: DateTime<Utc>,
}

/// Carries out pushes in order, each operation on its own. What is not applied writes nothing.
pub async fn apply_pushes(connection: &mut AnyConnection, pushes: &[&Push]) -> Result<Vec<Applied>> {
    let steps: Vec<_> = pushes.iter().enumerate().flat_map(|(push, sent)| steps(push, sent)).collect();
    let mut applied = vec![Applied::default(); pushes.len()];
    let mut left = &steps[..];
    while !left.is_empty() {
        let (round, later) = left.split_at(round(left));
        carry_out(connection, round, &mut applied).await?;
        left = later;
    }
    Ok(applied)
}

fn steps(push: usize, sent: &Push) -> impl Iterator<Item = Step<'_>> {
    let (author, now) = (sent.account, sent.now.trunc_subsecs(6));
    sent.operations.iter().map(move |operation| Step { push, author, operation, now })
}

/// How many can be decided from one look: until a record, or an operation that is tried again, comes a second time.
fn round(steps: &[Step<'_>]) -> usize {
    let (mut records, mut operations, mut bytes) = (HashSet::new(), HashSet::new(), 0);
    let fits = |step: &&Step<'_>| {
        let fits = bytes < ROUND_BYTES
            && records.insert(step.operation.record)
            && operations.insert((step.author, step.operation.op));
        bytes += size(step.operation);
        fits
    };
    steps.iter().take(ROUND).take_while(fits).count()
}

fn size(operation: &Operation) -> usize {
    match &operation.change {
        Change::Put { content, own_wrap, grants, .. } => {
            content.0.len()
                + own_wrap.0.len()
                + grants.iter().map(|granted| granted.grant.0.len()).sum::<usize>()
        }
        Change::Delete => 0,
    }
}

async fn carry_out(
    connection: &mut AnyConnection,
    round: &[Step<'_>],
    applied: &mut [Applied],
) -> Result<()> {
    let before = Before::look(connection, round).await?;
    let (mut outcomes, mut writes) = (Vec::with_capacity(round.len()), Vec::with_capacity(round.len()));
    for step in round {
        outcomes.push(match decide(&before, step) {
            Decision::Answer(outcome) => Some(outcome),
            Decision::Conflict => {
                let current = find_item(connection, step.author, step.operation.record).await?;
                let current = current.ok_or(StoreError::Damaged("a record outside its author's feed"))?;
                Some(Outcome::Conflict { current })
            }
            Decision::Write { had, lost } => {
                writes.push(Write { step: *step, had, lost });
                None
            }
        });
    }
    let places = write(connection, &writes).await?;
    let mut written = writes.into_iter().zip(places);
    for (step, outcome) in round.iter().zip(outcomes) {
        let Some(of) = applied.get_mut(step.push) else { continue };
        let outcome = match outcome {
            Some(outcome) => outcome,
            None => written.next().map(|(write, seq)| done(of, &write, seq)).ok_or(NO_PLACE)?,
        };
        of.answers.push(Answer { op: step.operation.op, outcome });
    }
    Ok(())
}

const NO_PLACE: StoreError = StoreError::Damaged("a write without a place");

/// Notes who should hear of it.
fn done(applied: &mut Applied, write: &Write<'_>, seq: Seq) -> Outcome {
    applied.touched.extend(write.others());
    applied.touched.push(write.step.author);
    if let Change::Put { urgent: true, grants, .. } = &write.step.operation.change {
        applied.urgent.extend(grants.iter().map(|granted| granted.recipient));
    }
    applied.erased |= !write.lost.is_empty() || write.step.operation.change == Change::Delete;
    Outcome::Applied { rev: write.step.operation.base.next(), seq, written: write.step.now }
}
