//! Coming back with the recovery code: a new password, a new code, every other session ended.

use axum::{Extension, Json, extract::State, response::Response};
use sha2::{Digest, Sha256};
use wire::{
    ids::LoginId,
    login::{RecoverFinish, RecoverStart, RecoverStarted},
    problem::Code,
};

use super::{
    App,
    body::Body,
    error::Refusal,
    register::{fold, record, respond},
    session::{begin, new_id},
    throttle::Door,
};
use crate::{
    serve::Peer,
    store::{Pending, Renewed},
};

/// `POST /recover/start`
pub async fn start(
    State(app): State<App>,
    Extension(peer): Extension<Peer>,
    Body(start): Body<RecoverStart>,
) -> Result<Json<RecoverStarted>, Refusal> {
    let name = fold(&start.name)?;
    app.throttle.at_door(peer, Door::Recovery, (app.clock)())?;
    let response = respond(&app, &name, &start.request)?;
    let check: [u8; 32] = Sha256::digest(start.proof).into();
    // Comparing hashes of a 256-bit proof: how long it takes says nothing that helps to find one.
    let account = app
        .store
        .find_account_by_name(&name)
        .await?
        .filter(|account| account.recovery_check == check)
        .ok_or(Code::WrongCredentials)?;
    let login = LoginId::from_random(new_id());
    app.store
        .put_login(login, &Pending { account: Some(account.account), state: Vec::new() }, (app.clock)())
        .await?;
    Ok(Json(RecoverStarted {
        login,
        response,
        account: account.account,
        recovery: account.wraps.recovery,
        identity: account.wraps.identity,
        keys: account.keys,
    }))
}

/// `POST /recover/finish`
pub async fn finish(
    State(app): State<App>,
    Extension(peer): Extension<Peer>,
    Body(finish): Body<RecoverFinish>,
) -> Result<Response, Refusal> {
    let now = (app.clock)();
    let pending = app.store.take_login(finish.login, now).await?.ok_or(Code::WrongCredentials)?;
    // A sign-in's ticket has a state and proves nothing yet; only a recovery's has none.
    let account = pending.account.filter(|_| pending.state.is_empty()).ok_or(Code::WrongCredentials)?;
    let renewed = Renewed {
        opaque: record(&finish.upload)?,
        wraps: finish.wraps,
        recovery_check: finish.recovery_check,
    };
    app.store.renew(account, &renewed, now).await?;
    app.throttle.opened(peer, Door::Recovery);
    begin(&app, peer, account, finish.carrier, &finish.device).await
}
