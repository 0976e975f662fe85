//! Who knows whom.

use axum::{Json, extract::State};
use wire::pairings::Pairing;

use super::{App, error::Refusal};
use crate::store::Session;

/// `GET /pairings`
pub async fn list(State(app): State<App>, caller: Session) -> Result<Json<Vec<Pairing>>, Refusal> {
    Ok(Json(app.store.pairings_of(caller.account).await?))
}
