//! SQLite's one writer: commits together what has queued up, answers only after the commit.

use chrono::{DateTime, Utc};
use sqlx::{AnyPool, Executor};
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
        let results = commit(&pool, &batch).await;
        match results {
            Ok(results) => {
                for (job, result) in batch.into_iter().zip(results) {
                    // A caller that hung up gets the same answer when it retries.
                    drop(job.answer.send(result));
                }
            }
            Err(error) => {
                tracing::error!(error = %error, jobs = batch.len(), "a commit failed");
                for job in batch {
                    drop(job.answer.send(Err(StoreError::Damaged("the commit failed"))));
                }
            }
        }
    }
}

async fn commit(pool: &AnyPool, batch: &[Job]) -> Result<Vec<Result<Applied>>> {
    let mut transaction = pool.begin().await?;
    let mut results = Vec::with_capacity(batch.len());
    for job in batch {
        transaction.execute("SAVEPOINT job").await?;
        let mut applied = Applied::default();
        let mut result = Ok(());
        for operation in &job.operations {
            result =
                records::apply_one(&mut transaction, job.account, operation, job.now, &mut applied).await;
            if result.is_err() {
                break;
            }
        }
        if result.is_err() {
            transaction.execute("ROLLBACK TO job").await?;
        }
        transaction.execute("RELEASE job").await?;
        results.push(result.map(|()| applied));
    }
    transaction.commit().await?;
    Ok(results)
}
