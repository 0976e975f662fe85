//! The demo's sign-ins, for the sign-in page to offer. Only where the operator asked for it.

use axum::{Json, extract::State};
use wire::{demo::Demo, problem::Code};

use super::{App, error::Refusal};

/// `GET /demo`
pub async fn show(State(app): State<App>) -> Result<Json<Demo>, Refusal> {
    if app.demo { Ok(Json(Demo::everybody())) } else { Err(Code::NotFound.into()) }
}
