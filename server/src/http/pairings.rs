//! Who knows whom.

use axum::{
    Extension, Json,
    extract::{Path, State},
    http::StatusCode,
};
use wire::{
    ids::PairingId,
    login::Role,
    pairings::{NewPairing, Pairing},
    problem::Code,
};

use super::{App, body::Body, error::Refusal, session::new_id, sync::forget_erased, throttle::Door};
use crate::{serve::Peer, store::Session};

/// `GET /pairings`
pub async fn list(State(app): State<App>, caller: Session) -> Result<Json<Vec<Pairing>>, Refusal> {
    Ok(Json(app.store.pairings_of(caller.account).await?))
}

/// `POST /pairings`
pub async fn make(
    State(app): State<App>,
    Extension(peer): Extension<Peer>,
    caller: Session,
    Body(new): Body<NewPairing>,
) -> Result<StatusCode, Refusal> {
    if caller.role != Role::Client {
        return Err(Code::NotForRole.into());
    }
    let now = (app.clock)();
    app.throttle.at_door(peer, Door::Ticket, now)?;
    let pairing = PairingId::from_random(new_id());
    let sides =
        app.store.accept_invite(caller.account, &new, pairing, now).await?.ok_or(Code::TicketUnusable)?;
    app.throttle.opened(peer, Door::Ticket);
    app.pokes.poke(&sides);
    Ok(StatusCode::CREATED)
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
