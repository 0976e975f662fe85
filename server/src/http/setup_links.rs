//! Links by which further therapists join the practice. Only whoever owns it makes them.

use axum::{
    Json,
    extract::{Path, State},
    http::StatusCode,
};
use wire::{
    ids::SetupLinkId,
    login::Role,
    problem::Code,
    setup_links::{NewSetupLink, SetupLink},
};

use super::{
    App,
    error::Refusal,
    session::{new_id, new_token, token_hash},
};
use crate::store::Session;

/// `POST /setup-links`
pub async fn make(
    State(app): State<App>,
    caller: Session,
) -> Result<(StatusCode, Json<NewSetupLink>), Refusal> {
    owner(&app, caller).await?;
    let (link, token) = (SetupLinkId::from_random(new_id()), new_token());
    let expires = app.store.make_setup_link(caller.account, link, &token_hash(&token), (app.clock)()).await?;
    Ok((StatusCode::CREATED, Json(NewSetupLink { link, token, expires })))
}

/// `GET /setup-links`
pub async fn list(State(app): State<App>, caller: Session) -> Result<Json<Vec<SetupLink>>, Refusal> {
    owner(&app, caller).await?;
    Ok(Json(app.store.setup_links_of(caller.account).await?))
}

/// `DELETE /setup-links/{link}`
pub async fn withdraw(
    State(app): State<App>,
    caller: Session,
    Path(link): Path<String>,
) -> Result<StatusCode, Refusal> {
    owner(&app, caller).await?;
    let link: SetupLinkId = link.parse().map_err(|_| Code::NotFound)?;
    if app.store.withdraw_setup_link(caller.account, link).await? {
        Ok(StatusCode::NO_CONTENT)
    } else {
        Err(Code::NotFound.into())
    }
}

async fn owner(app: &App, caller: Session) -> Result<(), Refusal> {
    if caller.role == Role::Therapist && app.store.owns_practice(caller.account).await? {
        Ok(())
    } else {
        Err(Code::NotForRole.into())
    }
}
