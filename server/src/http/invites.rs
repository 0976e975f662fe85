//! Invitations. An offer that does not work looks the same whatever the reason.

use axum::{
    Extension, Json,
    extract::{Path, State},
    http::StatusCode,
};
use wire::{
    ids::InviteId,
    invites::{Invite, NewInvite, Offer},
    login::Role,
    problem::Code,
};

use super::{App, body::Body, error::Refusal, throttle::Door};
use crate::{serve::Peer, store::Session};

/// Largest card, bytes: a name and a practice.
const CARD_BYTES: usize = 4096;

/// `GET /invites/{invite}/offer`
pub async fn offer(
    State(app): State<App>,
    Extension(peer): Extension<Peer>,
    Path(invite): Path<String>,
) -> Result<Json<Offer>, Refusal> {
    let now = (app.clock)();
    app.throttle.at_door(peer, Door::Ticket, now)?;
    let invite: InviteId = invite.parse().map_err(|_| Code::TicketUnusable)?;
    let offer = app.store.find_offer(invite, now).await?.ok_or(Code::TicketUnusable)?;
    app.throttle.opened(peer, Door::Ticket);
    Ok(Json(offer))
}

/// `POST /invites`
pub async fn make(
    State(app): State<App>,
    caller: Session,
    Body(new): Body<NewInvite>,
) -> Result<StatusCode, Refusal> {
    therapist(caller)?;
    if new.card.0.len() > CARD_BYTES {
        return Err(Code::TooLarge.into());
    }
    if app.store.put_invite(caller.account, new.invite, &new.card, (app.clock)()).await? {
        Ok(StatusCode::CREATED)
    } else {
        Err(Code::IdTaken.into())
    }
}

/// `GET /invites`
pub async fn list(State(app): State<App>, caller: Session) -> Result<Json<Vec<Invite>>, Refusal> {
    therapist(caller)?;
    Ok(Json(app.store.invites_of(caller.account).await?))
}

/// `DELETE /invites/{invite}`
pub async fn withdraw(
    State(app): State<App>,
    caller: Session,
    Path(invite): Path<String>,
) -> Result<StatusCode, Refusal> {
    therapist(caller)?;
    let invite: InviteId = invite.parse().map_err(|_| Code::NotFound)?;
    if app.store.withdraw_invite(caller.account, invite).await? {
        Ok(StatusCode::NO_CONTENT)
    } else {
        Err(Code::NotFound.into())
    }
}

fn therapist(caller: Session) -> Result<(), Refusal> {
    if caller.role == Role::Therapist { Ok(()) } else { Err(Code::NotForRole.into()) }
}
