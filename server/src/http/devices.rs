//! Signed-in devices of the caller.

use axum::{
    Json,
    extract::{Path, State},
    http::StatusCode,
};
use wire::{devices::Device, ids::SessionId, problem::Code};

use super::{App, error::Refusal};
use crate::store::Session;

/// `GET /sessions`
pub async fn list(State(app): State<App>, caller: Session) -> Result<Json<Vec<Device>>, Refusal> {
    Ok(Json(app.store.devices(caller).await?))
}

/// `DELETE /sessions/{session}`
pub async fn end(
    State(app): State<App>,
    caller: Session,
    Path(session): Path<String>,
) -> Result<StatusCode, Refusal> {
    let session: SessionId = session.parse().map_err(|_| Code::NotFound)?;
    if app.store.end_session(caller.account, session).await? {
        Ok(StatusCode::NO_CONTENT)
    } else {
        Err(Code::NotFound.into())
    }
}
