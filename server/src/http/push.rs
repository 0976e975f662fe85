//! Where the caller's device is nudged.

use axum::{Json, extract::State, http::StatusCode};
use wire::{
    problem::Code,
    push::{PushKey, Subscription},
};

use super::{App, body::Body, error::Refusal};
use crate::{push::Push, store::Session};

/// `GET /push/key`
pub async fn key(State(app): State<App>, _: Session) -> Json<PushKey> {
    Json(PushKey { key: app.push.key() })
}

/// `PUT /push/subscription`
pub async fn subscribe(
    State(app): State<App>,
    caller: Session,
    Body(to): Body<Subscription>,
) -> Result<StatusCode, Refusal> {
    if !app.push.allows(&to) {
        return Err(Code::EndpointUnfit.into());
    }
    if !Push::can_seal(&to) {
        return Err(Code::Malformed.into());
    }
    app.store.put_subscription(caller.session, &to).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// `DELETE /push/subscription`
pub async fn unsubscribe(State(app): State<App>, caller: Session) -> Result<StatusCode, Refusal> {
    app.store.delete_subscription(caller.session).await?;
    Ok(StatusCode::NO_CONTENT)
}
