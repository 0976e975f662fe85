//! Who knows whom.

use axum::{
    Json,
    extract::{Path, State},
    http::StatusCode,
};
use wire::{ids::PairingId, pairings::Pairing, problem::Code};

use super::{App, error::Refusal, sync::forget_erased};
use crate::store::Session;

/// `GET /pairings`
pub async fn list(State(app): State<App>, caller: Session) -> Result<Json<Vec<Pairing>>, Refusal> {
    Ok(Json(app.store.pairings_of(caller.account).await?))
}

/// `DELETE /pairings/{pairing}`
pub async fn end(
    State(app): State<App>,
    caller: Session,
    Path(pairing): Path<String>,
) -> Result<StatusCode, Refusal> {
    let pairing: PairingId = pairing.parse().map_err(|_| Code::NotFound)?;
    let sides = app.store.end_pairing(caller.account, pairing).await?.ok_or(Code::NotFound)?;
    app.pokes.poke(&sides);
    forget_erased(&app);
    Ok(StatusCode::NO_CONTENT)
}
