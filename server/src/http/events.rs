//! Server-sent events that say only "something changed".

use std::{convert::Infallible, time::Duration};

use axum::{
    Extension,
    extract::State,
    http::header,
    response::{
        IntoResponse,
        sse::{Event, KeepAlive, Sse},
    },
};
use futures_util::{StreamExt, stream};
use wire::sync::CHANGED;

use super::App;
use crate::{serve::Stopping, store::Session};

/// `GET /events`
pub async fn listen(
    State(app): State<App>,
    caller: Session,
    Extension(mut stopping): Extension<Stopping>,
) -> impl IntoResponse {
    let listener = app.pokes.listen(caller.account);
    let stream = stream::unfold(listener, async |mut listener| {
        listener.changed().await.ok()?;
        Some((Ok::<_, Infallible>(Event::default().data(CHANGED)), listener))
    });
    // Otherwise every listening device would hold up a server that wants to stop.
    let stream = stream.take_until(async move { stopping.wait().await });
    let events = Sse::new(stream).keep_alive(KeepAlive::new().interval(Duration::from_secs(25)));
    ([(header::CACHE_CONTROL, "no-store")], events)
}
