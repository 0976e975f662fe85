//! The one entry for production and tests.

use std::{io, time::Duration};

use axum::Router;
use tokio::net::TcpListener;

/// How long a stopping server waits for requests under way.
pub const DRAIN: Duration = Duration::from_secs(10);

/// What is logged at `level`: our own lines only. Others would write statements and headers at trace level.
#[must_use]
pub fn log_filter(level: &str) -> String {
    format!("off,server={level},interleaf={level}")
}

/// Serves until `shutdown` resolves, then drains.
///
/// # Errors
/// When the listener fails.
pub async fn serve(
    router: Router,
    listener: TcpListener,
    shutdown: impl Future<Output = ()> + Send + 'static,
) -> io::Result<()> {
    let (stopping, stopped) = tokio::sync::oneshot::channel();
    let signal = async move {
        shutdown.await;
        let _ = stopping.send(());
    };
    let serving = axum::serve(listener, router).with_graceful_shutdown(signal);
    let overdue = async move {
        if stopped.await.is_err() {
            std::future::pending::<()>().await;
        }
        tokio::time::sleep(DRAIN).await;
    };
    tokio::select! {
        done = serving.into_future() => done,
        () = overdue => Ok(()),
    }
}
