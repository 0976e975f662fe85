//! Signing in. A name that does not exist is answered like one that does, and can only fail.

use axum::{Extension, Json, extract::State, response::Response};
use opaque_ke::{
    CredentialFinalization, CredentialRequest, Identifiers, ServerLogin, ServerLoginParameters,
    ServerRegistration,
};
use rand08::rngs::OsRng;
use wire::{
    ids::{AccountId, LoginId},
    login::{CONTEXT, LoginFinish, LoginStart, LoginStarted, Suite},
    problem::Code,
    sealed::Message,
};

use super::{
    App,
    body::Body,
    error::Refusal,
    register::fold,
    session::{begin, new_id},
    throttle::Door,
};
use crate::{serve::Peer, store::Pending};

fn parameters() -> ServerLoginParameters<'static, 'static> {
    ServerLoginParameters { context: Some(CONTEXT), identifiers: Identifiers::default() }
}

/// `POST /login/start`
pub async fn start(
    State(app): State<App>,
    Extension(peer): Extension<Peer>,
    Body(start): Body<LoginStart>,
) -> Result<Json<LoginStarted>, Refusal> {
    let name = fold(&start.name)?;
    let request =
        CredentialRequest::<Suite>::deserialize(&start.request.0).map_err(|_| Code::HandshakeMalformed)?;
    let now = (app.clock)();
    app.throttle.at_door(peer, Door::SignIn, now)?;
    let account = app.store.find_account_by_name(&name).await?;
    app.throttle.as_name(peer, &name, account.as_ref().map(|account| account.account), now)?;
    let record = account
        .as_ref()
        .map(|account| ServerRegistration::<Suite>::deserialize(&account.opaque))
        .transpose()
        .map_err(|_| Code::Internal)?;
    let answer = ServerLogin::start(&mut OsRng, &app.setup, record, request, name.as_bytes(), parameters())
        .map_err(|_| Code::HandshakeMalformed)?;
    let login = LoginId::from_random(new_id());
    let pending =
        Pending { account: account.map(|account| account.account), state: answer.state.serialize().to_vec() };
    app.store.put_login(login, &pending, now).await?;
    Ok(Json(LoginStarted { login, response: Message(answer.message.serialize().to_vec()) }))
}

/// `POST /login/finish`
pub async fn finish(
    State(app): State<App>,
    Extension(peer): Extension<Peer>,
    Body(finish): Body<LoginFinish>,
) -> Result<Response, Refusal> {
    let account = prove(&app, peer, finish.login, &finish.finalization).await?;
    begin(&app, peer, account, finish.carrier, &finish.device).await
}

/// Whose password was shown to be known. A start can be finished once.
pub async fn prove(
    app: &App,
    peer: Peer,
    login: LoginId,
    finalization: &Message,
) -> Result<AccountId, Refusal> {
    let pending = app.store.take_login(login, (app.clock)()).await?.ok_or(Code::WrongCredentials)?;
    let state = ServerLogin::<Suite>::deserialize(&pending.state).map_err(|_| Code::WrongCredentials)?;
    let last =
        CredentialFinalization::<Suite>::deserialize(&finalization.0).map_err(|_| Code::WrongCredentials)?;
    state.finish(last, parameters()).map_err(|_| Code::WrongCredentials)?;
    let account = pending.account.ok_or(Code::WrongCredentials)?;
    app.throttle.opened(peer, Door::SignIn);
    Ok(account)
}
