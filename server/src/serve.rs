//! The one entry for production and tests: accepts connections, and lets none of them hold a place for nothing.
//!
//! `axum::serve` keeps a silent socket open for ever. Here each has a time for its head, its body and for taking
//! its answer, and there is a place for only so many, in all and from one address.

mod body;
mod peer;
mod places;
mod secure;
mod settings;
mod stall;
mod turned_away;

#[cfg(test)]
mod tests;

use std::{convert::Infallible, io, net::SocketAddr, sync::Arc, time::Duration};

use axum::{Router, body::Body, extract::Request, response::Response};
use hyper::{body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::{
    net::{TcpListener, TcpStream},
    sync::watch,
    task::JoinSet,
};
use tower::Service;

use self::{body::Timed, places::Place, places::Places, stall::Stalling, turned_away::TurnedAway};
pub use self::{body::TooSlow, peer::Peer, secure::Secure, settings::Settings};

/// Most bytes of a request's line and headers; more is answered 431.
const HEAD_BYTES: usize = 32 * 1024;
/// Most bytes hyper holds of one connection.
const BUFFER_BYTES: usize = 64 * 1024;
/// How long accepting rests when the system has no sockets left.
const REST: Duration = Duration::from_millis(100);

/// What is logged at `level`: our own lines only. Others would write statements and headers at trace level.
#[must_use]
pub fn log_filter(level: &str) -> String {
    format!("off,server={level},interleaf={level}")
}

/// With every request: resolves once the server is stopping, for answers that would never end by themselves.
#[derive(Clone, Debug)]
pub struct Stopping(watch::Receiver<bool>);

impl Stopping {
    /// Waits until the server is stopping.
    pub async fn wait(&mut self) {
        // A sender that is gone has stopped, too.
        drop(self.0.wait_for(|stopping| *stopping).await);
    }
}

/// Serves until `shutdown` resolves, then drains.
///
/// # Errors
/// When an answer for those turned away cannot be written.
pub async fn serve(
    router: Router,
    listener: TcpListener,
    settings: Settings,
    shutdown: impl Future<Output = ()> + Send + 'static,
) -> io::Result<()> {
    let (stop, stopping) = watch::channel(false);
    let (drain, places) = (settings.drain, Places::new(settings.connections, settings.per_address));
    let turned_away = TurnedAway::new()?;
    let serving = Serving { router, settings: Arc::new(settings), stopping: Stopping(stopping) };
    let mut connections = JoinSet::new();
    tokio::pin!(shutdown);
    loop {
        tokio::select! {
            () = &mut shutdown => break,
            Some(_) = connections.join_next() => {}
            accepted = listener.accept() => match accepted {
                Ok((stream, from)) => match places.take(serving.counted(from)) {
                    Some(place) => drop(connections.spawn(serving.clone().connection(stream, from, place))),
                    None => turned_away.answer(stream),
                },
                Err(error) if gave_up(&error) => {}
                Err(error) => {
                    tracing::error!(%error, "no connection can be accepted");
                    tokio::time::sleep(REST).await;
                }
            }
        }
    }
    drop(listener);
    let _ = stop.send(true);
    let done = async { while connections.join_next().await.is_some() {} };
    if tokio::time::timeout(drain, done).await.is_err() {
        tracing::warn!(cut = connections.len(), "stopped before every request was done");
    }
    Ok(())
}

/// Whether the caller, not this machine, is why a connection was not accepted.
fn gave_up(error: &io::Error) -> bool {
    use io::ErrorKind::{ConnectionAborted, ConnectionRefused, ConnectionReset};
    matches!(error.kind(), ConnectionAborted | ConnectionRefused | ConnectionReset)
}

#[derive(Clone)]
struct Serving {
    router: Router,
    settings: Arc<Settings>,
    stopping: Stopping,
}

impl Serving {
    /// The address whose places a connection takes; a proxy of ours carries many people's.
    fn counted(&self, from: SocketAddr) -> Option<Peer> {
        (!self.settings.trusts(from.ip())).then(|| Peer::from(from.ip()))
    }

    async fn connection(self, stream: TcpStream, from: SocketAddr, _place: Place) {
        // Small answers should not wait for more to send; without it they are only later.
        drop(stream.set_nodelay(true));
        let mut stopping = self.stopping.clone();
        let io = TokioIo::new(Stalling::new(stream, self.settings.send));
        let head = self.settings.head;
        let service = service_fn(move |request: hyper::Request<Incoming>| self.answer(request, from));
        let connection = http1::Builder::new()
            .timer(TokioTimer::new())
            .header_read_timeout(head)
            .max_header_size(HEAD_BYTES)
            .max_buf_size(BUFFER_BYTES)
            .serve_connection(io, service);
        tokio::pin!(connection);
        // How a connection ended is the caller's affair; what went wrong in a request is logged there.
        tokio::select! {
            ended = &mut connection => drop(ended),
            () = stopping.wait() => {
                connection.as_mut().graceful_shutdown();
                drop(connection.await);
            }
        }
    }

    fn answer(
        &self,
        request: hyper::Request<Incoming>,
        from: SocketAddr,
    ) -> impl Future<Output = Result<Response, Infallible>> + Send + use<> {
        let (mut parts, body) = request.into_parts();
        parts.extensions.insert(Peer::of(from.ip(), &parts.headers, &self.settings));
        if let Some(secure) = Secure::of(from.ip(), &parts.headers, &self.settings) {
            parts.extensions.insert(secure);
        }
        parts.extensions.insert(self.stopping.clone());
        let body = Body::new(Timed::new(body, self.settings.body, self.settings.body_rate));
        self.router.clone().call(Request::from_parts(parts, body))
    }
}
