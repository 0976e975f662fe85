//! Server-sent events that say only "something changed".

use std::{convert::Infallible, time::Duration};

use axum::{
    extract::State,
    response::sse::{Event, KeepAlive, Sse},
};
use futures_util::{Stream, stream};
use wire::sync::CHANGED;

use super::App;
use crate::store::Session;

/// `GET /events`
pub async fn listen(
    State(app): State<App>,
    caller: Session,
) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let listener = app.pokes.listen(caller.account);
    let stream = stream::unfold(listener, async |mut listener| {
        listener.changed().await.ok()?;
        Some((Ok(Event::default().data(CHANGED)), listener))
    });
    Sse::new(stream).keep_alive(KeepAlive::new().interval(Duration::from_secs(25)))
}
