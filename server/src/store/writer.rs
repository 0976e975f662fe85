//! SQLite's one writer: commits together what has queued up, answers only after the commit.

use chrono::{DateTime, Utc};
use sqlx::AnyPool;
use tokio::sync::{mpsc, oneshot};
use wire::{ids::AccountId, sync::Operation};

use super::{Result, StoreError, records, records::Applied};

/// Most pushes in one commit.
const TOGETHER: usize = 256;

struct Job {
    account: AccountId,
    operations: Vec<Operation>,
    now: DateTime<Utc>,
    answer: oneshot::Sender<Result<Applied>>,
}

/// The way to the writer.
#[derive(Clone, Debug)]
pub struct Writer(mpsc::Sender<Job>);

impl Writer {
    /// Starts the task; it ends when the last handle is dropped.
    pub fn start(pool: AnyPool) -> Self {
        let (sender, receiver) = mpsc::channel(4 * TOGETHER);
        tokio::spawn(run(pool, receiver));
        Self(sender)
    }

    /// Queues operations and waits until they are durable.
    pub async fn apply(
        &self,
        account: AccountId,
        operations: Vec<Operation>,
        now: DateTime<Utc>,
    ) -> Result<Applied> {
        let (answer, answered) = oneshot::channel();
        self.0.send(Job { account, operations, now, answer }).await.map_err(|_| StoreError::Stopping)?;
        answered.await.map_err(|_| StoreError::Stopping)?
    }
}

async fn run(pool: AnyPool, mut jobs: mpsc::Receiver<Job>) {
    while let Some(first) = jobs.recv().await {
        let mut batch = vec![first];
        while batch.len() < TOGETHER
            && let Ok(job) = jobs.try_recv()
        {
            batch.push(job);
        }
        let results = match together(&pool, &batch).await {
            Ok(results) => results.into_iter().map(Ok).collect(),
            // One of them failed: nobody else shall fail with it.
            Err(_) if batch.len() > 1 => one_by_one(&pool, &batch).await,
            Err(error) => vec![Err(error)],
        };
        for (job, result) in batch.into_iter().zip(results) {
            if let Err(error) = &result {
                tracing::error!(%error, "a commit failed");
            }
            // A caller that hung up gets the same answer when it retries.
            drop(job.answer.send(result));
        }
    }
}

async fn one_by_one(pool: &AnyPool, batch: &[Job]) -> Vec<Result<Applied>> {
    let mut results = Vec::with_capacity(batch.len());
    for job in batch {
        let alone = together(pool, std::slice::from_ref(job)).await;
        results.push(alone.and_then(|mut applied| applied.pop().ok_or(StoreError::Stopping)));
    }
    results
}

async fn together(pool: &AnyPool, batch: &[Job]) -> Result<Vec<Applied>> {
    let mut transaction = pool.begin().await?;
    let mut results = Vec::with_capacity(batch.len());
    for job in batch {
        results.push(records::apply_push(&mut transaction, job.account, &job.operations, job.now).await?);
    }
    transaction.commit().await?;
    Ok(results)
}
