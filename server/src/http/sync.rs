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

/// `GET /sync?after=N&limit=200&seen=M`
pub async fn pull(
    State(app): State<App>,
    caller: Session,
    RawQuery(query): RawQuery,
) -> Result<Json<Page>, Refusal> {
    let (mut after, mut limit, mut seen) = (0, BATCH, 0);
    for (name, value) in
        query.as_deref().unwrap_or_default().split('&').filter_map(|pair| pair.split_once('='))
    {
        match name {
            "after" => after = value.parse().map_err(|_| Code::Malformed)?,
            "seen" => seen = value.parse().map_err(|_| Code::Malformed)?,
            "limit" => limit = value.parse().map_err(|_| Code::Malformed)?,
            _ => {}
        }
    }
    Ok(Json(
        app.store.page(caller.account, Seq(after), Seq(seen), limit.clamp(1, BATCH), (app.clock)()).await?,
    ))
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
