//! Changes up, changes down. Nothing is interpreted.

use axum::{
    Json,
    extract::{RawQuery, State},
};
use wire::{
    ids::Seq,
    limits::BATCH,
    problem::Code,
    sync::{Page, Push, Pushed},
};

use super::{App, body::Body, error::Refusal};
use crate::store::Session;

/// What a page is asked for by, each a number; the document says so, too.
pub const ASKED: [(&str, &str); 3] = [
    ("after", "The place after which to begin; 0 is the beginning."),
    ("limit", "Most items; 1 to 200."),
    ("seen", "The farthest place that the device was told of."),
];

/// `GET /sync?after=N&limit=200&seen=M`
pub async fn pull(
    State(app): State<App>,
    caller: Session,
    RawQuery(query): RawQuery,
) -> Result<Json<Page>, Refusal> {
    let [after, limit, seen] = numbers(query.as_deref().unwrap_or_default())?;
    let limit = limit.map(usize::try_from).transpose().map_err(|_| Code::Malformed)?;
    let (after, seen) = (Seq(after.unwrap_or_default()), Seq(seen.unwrap_or_default()));
    Ok(Json(
        app.store
            .page(caller.account, after, seen, limit.unwrap_or(BATCH).clamp(1, BATCH), (app.clock)())
            .await?,
    ))
}

/// In the order of [`ASKED`]. What has another name is for somebody else.
fn numbers(query: &str) -> Result<[Option<i64>; 3], Code> {
    let mut asked = [None; 3];
    for (name, value) in query.split('&').filter_map(|pair| pair.split_once('=')) {
        if let Some((_, number)) = ASKED.iter().zip(&mut asked).find(|((known, _), _)| *known == name) {
            *number = Some(value.parse().map_err(|_| Code::Malformed)?);
        }
    }
    Ok(asked)
}

/// `POST /sync`
pub async fn push(
    State(app): State<App>,
    caller: Session,
    Body(push): Body<Push>,
) -> Result<Json<Pushed>, Refusal> {
    if push.operations.len() > BATCH {
        return Err(Code::TooLarge.into());
    }
    let applied = app.store.apply(caller.account, push.operations, (app.clock)()).await?;
    app.pokes.poke(&applied.touched);
    app.push.waiting(&applied.urgent);
    if applied.erased {
        forget_erased(&app);
    }
    Ok(Json(Pushed { answers: applied.answers }))
}

/// Nobody waits for it.
pub fn forget_erased(app: &App) {
    let store = app.store.clone();
    tokio::spawn(async move {
        if let Err(error) = store.forget_erased().await {
            tracing::error!(%error, "erased bytes may still stand in the log");
        }
    });
}
