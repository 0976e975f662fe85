//! All SQL. Each statement is written once, in the dialect that SQLite and PostgreSQL both speak.
//!
//! `sqlx::Any` carries it: with 16-byte ids, integer microseconds and no booleans, every column decodes the
//! same on both engines, so there is one path and not two hand-written copies that drift apart.
//! Pushes have one writer, which commits what has queued up and answers only after the commit; on SQLite readers
//! have their own pool.

mod accounts;
mod blobs;
mod callers;
mod convert;
mod credentials;
mod deletion;
mod logins;
pub mod many;
mod meta;
mod pairings;
mod parting;
mod push;
mod records;
mod reminders;
mod sessions;
mod setup_links;
mod tickets;
mod writer;

use std::{
    path::Path,
    sync::{Arc, atomic::AtomicBool},
};

use sqlx::{AnyPool, Executor, any::AnyPoolOptions};

pub use self::{
    accounts::{Account, Created, NewAccount, Renewed},
    blobs::Put,
    deletion::Removed,
    logins::Pending,
    parting::Parted,
    records::Applied,
    reminders::Due,
    sessions::Session,
    tickets::{NewTicket, TokenHash},
};
use self::{callers::Callers, writer::Writer};

/// Why the database did not answer.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The database failed.
    #[error("database: {0}")]
    Sql(#[from] sqlx::Error),
    /// The schema could not be brought up to date.
    #[error("migration: {0}")]
    Migrate(#[from] sqlx::migrate::MigrateError),
    /// A row is not of the form this program writes.
    #[error("a row is damaged: {0}")]
    Damaged(&'static str),
    /// Somebody else took the id of a record between the look and the write.
    #[error("a record was made by somebody else meanwhile")]
    Overtaken,
    /// There is no way to the database just now. Whether something was written is not known.
    #[error("the database cannot be reached")]
    Unreachable,
    /// The writer has stopped.
    #[error("the server is stopping")]
    Stopping,
}

impl StoreError {
    /// Whether the next try would fare alike.
    const fn is_far(&self) -> bool {
        use sqlx::Error::{Io, PoolClosed, PoolTimedOut, Tls, WorkerCrashed};
        matches!(self, Self::Sql(Io(_) | PoolClosed | PoolTimedOut | Tls(_) | WorkerCrashed))
    }
}

/// Short for results of the store.
pub type Result<T> = std::result::Result<T, StoreError>;

/// Which engine is underneath.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// In the binary; one file.
    Sqlite,
    /// A server of its own.
    Postgres,
}

/// The database.
#[derive(Clone, Debug)]
pub struct Store {
    engine: Engine,
    read: AnyPool,
    write: AnyPool,
    writer: Writer,
    callers: Callers,
    /// Whether this run has found the database to be older than what devices have seen.
    left_era: Arc<AtomicBool>,
}

impl Store {
    /// Opens `postgres://…`, or the SQLite file at a path, and brings the schema up to date.
    ///
    /// # Errors
    /// When it cannot be opened or migrated.
    pub async fn open(database: &str) -> Result<Self> {
        sqlx::any::install_default_drivers();
        if database.starts_with("postgres://") {
            let pool = postgres(database, 16).await?;
            sqlx::migrate!("migrations/postgres").run(&pool).await?;
            // Its own, so that pushes never wait for whoever reads.
            let writer = postgres(database, 1).await?;
            return Ok(Self::of(Engine::Postgres, pool.clone(), pool, writer));
        }
        let write = sqlite(Path::new(database), 1).await?;
        sqlx::migrate!("migrations/sqlite").run(&write).await?;
        let read = sqlite(Path::new(database), 4).await?;
        Ok(Self::of(Engine::Sqlite, read, write.clone(), write))
    }

    fn of(engine: Engine, read: AnyPool, write: AnyPool, writer: AnyPool) -> Self {
        let (writer, callers) = (Writer::start(engine, writer), Callers::start(read.clone()));
        Self { engine, read, write, writer, callers, left_era: Arc::default() }
    }

    /// Which engine is underneath.
    #[must_use]
    pub const fn engine(&self) -> Engine {
        self.engine
    }

    /// Whether the database answers.
    ///
    /// # Errors
    /// When it does not.
    pub async fn ping(&self) -> Result<()> {
        sqlx::query("SELECT 1").execute(&self.read).await?;
        Ok(())
    }

    /// Closes every connection; what was answered is durable already.
    pub async fn close(&self) {
        self.read.close().await;
        self.write.close().await;
    }
}

/// Every statement reaches its rows by a key, and plans are made once: the planner must not take a table that is still
/// small, or that nobody counted yet, for one to be read whole.
async fn postgres(database: &str, connections: u32) -> Result<AnyPool> {
    let pool = AnyPoolOptions::new()
        .max_connections(connections)
        .after_connect(|connection, _| {
            Box::pin(async move {
                for setting in [
                    "SET plan_cache_mode = force_generic_plan",
                    "SET enable_seqscan = off",
                    "SET enable_hashjoin = off",
                    "SET enable_mergejoin = off",
                    "SET jit = off",
                ] {
                    connection.execute(setting).await?;
                }
                Ok(())
            })
        })
        .connect(database)
        .await?;
    Ok(pool)
}

async fn sqlite(path: &Path, connections: u32) -> Result<AnyPool> {
    let pool = AnyPoolOptions::new()
        .max_connections(connections)
        // A file cannot hang up, and asking whether it has costs as much as a question.
        .test_before_acquire(false)
        .after_connect(|connection, _| {
            Box::pin(async move {
                // FULL: NORMAL loses acknowledged writes in a power cut. secure_delete: what was taken back is zeroed.
                for pragma in [
                    "PRAGMA journal_mode = WAL",
                    "PRAGMA synchronous = FULL",
                    "PRAGMA secure_delete = ON",
                    "PRAGMA foreign_keys = ON",
                    "PRAGMA busy_timeout = 5000",
                    // KiB: ids are random, so the tree's pages are touched all over.
                    "PRAGMA cache_size = -16384",
                    // Pages are kept aside while many rows are written: never in a file somewhere else.
                    "PRAGMA temp_store = MEMORY",
                    // Pages, 16 MiB: those that are touched all the time go to the database less often.
                    "PRAGMA wal_autocheckpoint = 4096",
                ] {
                    connection.execute(pragma).await?;
                }
                Ok(())
            })
        })
        .connect(&format!("sqlite://{}?mode=rwc", path.display()))
        .await?;
    Ok(pool)
}
