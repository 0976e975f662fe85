//! The one writer: commits together what has queued up, answers only after the commit.

use std::{collections::BTreeSet, iter};

use sqlx::{AnyConnection, AnyPool};
use tokio::sync::{mpsc, oneshot};

use super::{
    Engine, Result, StoreError,
    convert::Bytes,
    many::{Many, pieces},
    parting::is_deadlock,
    records::{Applied, Push, apply_pushes},
};

/// Most pushes in one commit.
const TOGETHER: usize = 256;
/// How often a commit is tried that others got in the way of.
const TRIES: usize = 5;

struct Job {
    push: Push,
    answer: oneshot::Sender<Result<Applied>>,
}

/// The way to the writer.
#[derive(Clone, Debug)]
pub struct Writer(mpsc::Sender<Job>);

impl Writer {
    /// Starts the task; it ends when the last handle is dropped.
    pub fn start(engine: Engine, pool: AnyPool) -> Self {
        let (sender, receiver) = mpsc::channel(4 * TOGETHER);
        tokio::spawn(run(engine, pool, receiver));
        Self(sender)
    }

    /// Queues operations and waits until they are durable.
    pub async fn apply(&self, push: Push) -> Result<Applied> {
        let (answer, answered) = oneshot::channel();
        self.0.send(Job { push, answer }).await.map_err(|_| StoreError::Stopping)?;
        answered.await.map_err(|_| StoreError::Stopping)?
    }
}

async fn run(engine: Engine, pool: AnyPool, mut jobs: mpsc::Receiver<Job>) {
    let mut batch = Vec::with_capacity(TOGETHER);
    while jobs.recv_many(&mut batch, TOGETHER).await > 0 {
        let pushes: Vec<_> = batch.iter().map(|job| &job.push).collect();
        let results = match together(engine, &pool, &pushes).await {
            Ok(results) => results.into_iter().map(Ok).collect(),
            // One of them failed: nobody else shall fail with it.
            Err(error) if batch.len() > 1 && !error.is_far() => one_by_one(engine, &pool, &pushes).await,
            Err(error) => fail(error, batch.len()),
        };
        for (job, result) in batch.drain(..).zip(results) {
            if let Err(error) = &result {
                tracing::error!(%error, "a commit failed");
            }
            // A caller that hung up gets the same answer when it retries.
            drop(job.answer.send(result));
        }
    }
}

async fn one_by_one(engine: Engine, pool: &AnyPool, pushes: &[&Push]) -> Vec<Result<Applied>> {
    let mut results = Vec::with_capacity(pushes.len());
    for (at, push) in pushes.iter().enumerate() {
        match together(engine, pool, &[push]).await {
            // Nobody waits for the others' tries to reach it.
            Err(error) if error.is_far() => {
                results.extend(fail(error, pushes.len() - at));
                break;
            }
            alone => results.push(alone.and_then(|mut applied| applied.pop().ok_or(StoreError::Stopping))),
        }
    }
    results
}

fn fail(error: StoreError, many: usize) -> Vec<Result<Applied>> {
    iter::once(error).chain(iter::repeat_with(|| StoreError::Unreachable)).map(Err).take(many).collect()
}

async fn together(engine: Engine, pool: &AnyPool, pushes: &[&Push]) -> Result<Vec<Applied>> {
    let mut tries = 0;
    loop {
        tries += 1;
        match once(engine, pool, pushes).await {
            Err(error)
                if tries < TRIES && (is_deadlock(&error) || matches!(error, StoreError::Overtaken)) => {}
            done => return done,
        }
    }
}

async fn once(engine: Engine, pool: &AnyPool, pushes: &[&Push]) -> Result<Vec<Applied>> {
    let mut transaction = pool.begin().await?;
    if engine == Engine::Postgres {
        take_turns(&mut transaction, pushes).await?;
    }
    let applied = apply_pushes(&mut transaction, pushes).await?;
    transaction.commit().await?;
    Ok(applied)
}

static TURN: Many = Many::statement("UPDATE accounts SET seq = seq WHERE id IN ($1)");

/// Authors stand in line with whatever else changes what is theirs: with the end of a pairing, so that no grant slips
/// in while it goes, with attachments, and with another process. SQLite lets only one write at all.
async fn take_turns(connection: &mut AnyConnection, pushes: &[&Push]) -> Result<()> {
    let authors: BTreeSet<_> = pushes.iter().map(|push| push.account).collect();
    for piece in pieces(&authors.into_iter().collect::<Vec<_>>()) {
        let mut query = TURN.rows(piece.len());
        for author in piece {
            query = query.bind(author.stored());
        }
        query.execute(&mut *connection).await?;
    }
    Ok(())
}
