//! Whose a session is, asked for all requests that came meanwhile at once.
//!
//! Nothing is kept: each request's question is put to the database after it was asked, so that a session that is ended
//! ends at once.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use sqlx::AnyPool;
use tokio::sync::{mpsc, oneshot};

use super::{
    Result, StoreError,
    convert::{account_id, exact, role, session_id, time},
    many::{Many, pieces},
    sessions::Session,
    tickets::TokenHash,
};

/// Most questions at once.
const TOGETHER: usize = 64;

static SESSIONS: Many = Many::statement(
    "SELECT sessions.token_hash, sessions.id, sessions.account_id, sessions.seen_us, accounts.role
    FROM sessions JOIN accounts ON accounts.id = sessions.account_id WHERE sessions.token_hash IN ($1)",
);

/// A session, and when it last called.
#[derive(Clone, Copy, Debug)]
pub struct Caller {
    /// Who it is.
    pub session: Session,
    /// To the hour.
    pub seen: DateTime<Utc>,
}

struct Question {
    hash: TokenHash,
    answer: oneshot::Sender<Result<Option<Caller>>>,
}

/// The way to who asks.
#[derive(Clone, Debug)]
pub struct Callers(mpsc::Sender<Question>);

impl Callers {
    /// Starts the task; it ends when the last handle is dropped.
    pub fn start(pool: AnyPool) -> Self {
        let (sender, receiver) = mpsc::channel(4 * TOGETHER);
        tokio::spawn(run(pool, receiver));
        Self(sender)
    }

    /// Whose session this secret is.
    pub async fn find(&self, hash: TokenHash) -> Result<Option<Caller>> {
        let (answer, answered) = oneshot::channel();
        self.0.send(Question { hash, answer }).await.map_err(|_| StoreError::Stopping)?;
        answered.await.map_err(|_| StoreError::Stopping)?
    }
}

async fn run(pool: AnyPool, mut questions: mpsc::Receiver<Question>) {
    let mut asked = Vec::with_capacity(TOGETHER);
    while questions.recv_many(&mut asked, TOGETHER).await > 0 {
        let hashes: Vec<_> = asked.iter().map(|question| question.hash).collect();
        let found = find(&pool, &hashes).await;
        for Question { hash, answer } in asked.drain(..) {
            let mine = match &found {
                Ok(found) => Ok(found.get(&hash).copied()),
                Err(error) if error.is_far() => Err(StoreError::Unreachable),
                // One of them failed: nobody else shall fail with it.
                Err(_) => find(&pool, &[hash]).await.map(|found| found.get(&hash).copied()),
            };
            // Who hung up does not want to know.
            drop(answer.send(mine));
        }
    }
}

async fn find(pool: &AnyPool, hashes: &[TokenHash]) -> Result<HashMap<TokenHash, Caller>> {
    let mut found = HashMap::new();
    let mut connection = pool.acquire().await?;
    for piece in pieces(hashes) {
        let mut query = SESSIONS.rows(piece.len());
        for hash in piece {
            query = query.bind(hash.to_vec());
        }
        for row in query.fetch_all(&mut *connection).await? {
            let session = Session {
                session: session_id(&row, "id")?,
                account: account_id(&row, "account_id")?,
                role: role(&row)?,
            };
            let caller = Caller { session, seen: time(&row, "seen_us")? };
            found.insert(exact(&row, "token_hash")?, caller);
        }
    }
    Ok(found)
}
