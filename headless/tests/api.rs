//! The real server over real HTTP, on both databases: what a person would get, and what an attacker would.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on should stop")]

mod support;

#[path = "api/accounts.rs"]
mod accounts;
#[path = "api/alerts.rs"]
mod alerts;
#[path = "api/bad_input.rs"]
mod bad_input;
#[path = "api/batches.rs"]
mod batches;
#[path = "api/blobs.rs"]
mod blobs;
#[path = "api/colleagues.rs"]
mod colleagues;
#[path = "api/cover.rs"]
mod cover;
#[path = "api/demo.rs"]
mod demo;
#[path = "api/invites.rs"]
mod invites;
#[path = "api/keeping.rs"]
mod keeping;
#[path = "api/loop_.rs"]
mod loop_;
#[path = "api/openapi.rs"]
mod openapi;
#[path = "api/parts.rs"]
mod parts;
#[path = "api/push.rs"]
mod push;
#[path = "api/put_back.rs"]
mod put_back;
#[path = "api/reminders.rs"]
mod reminders;
#[path = "api/routes.rs"]
mod routes;
#[path = "api/schemas.rs"]
mod schemas;
#[path = "api/sealed.rs"]
mod sealed;
#[path = "api/statements.rs"]
mod statements;
#[path = "api/sync.rs"]
mod sync;
#[path = "api/throttle.rs"]
mod throttle;

/// Each story once on SQLite and once on PostgreSQL.
macro_rules! on_both {
    ($($story:ident),* $(,)?) => {$(
        mod $story {
            #[tokio::test]
            async fn on_sqlite() {
                super::$story("sqlite").await;
            }

            #[tokio::test]
            async fn on_postgres() {
                super::$story("postgres").await;
            }
        }
    )*};
}
pub(crate) use on_both;
