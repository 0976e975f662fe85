//! What somebody changes about their own account: password, recovery code, its end. Being signed in is not enough
//! for any of it but for staying: the password is shown to be known once more.

use axum::{Extension, Json, extract::State, http::StatusCode};
use chrono::{DateTime, Duration, SubsecRound, Utc};
use wire::{
    account::{AskDeletion, Deletion, NewRecovery, PasswordFinish, PasswordStart, Proof},
    limits::DELETION_DAYS,
    login::RegisterStarted,
    problem::Code,
};

use super::{
    App,
    body::Body,
    error::Refusal,
    login::prove,
    register::{record, respond},
    sync::forget_erased,
};
use crate::{
    serve::Peer,
    store::{Result as StoreResult, Session},
};

/// `POST /account/password/start`
pub async fn password_start(
    State(app): State<App>,
    caller: Session,
    Body(start): Body<PasswordStart>,
) -> Result<Json<RegisterStarted>, Refusal> {
    let account = app.store.find_account(caller.account).await?.ok_or(Code::SignedOut)?;
    Ok(Json(RegisterStarted { response: respond(&app, &account.name, &start.request)? }))
}

/// `POST /account/password/finish`
pub async fn password_finish(
    State(app): State<App>,
    Extension(peer): Extension<Peer>,
    caller: Session,
    Body(finish): Body<PasswordFinish>,
) -> Result<StatusCode, Refusal> {
    let opaque = record(&finish.upload)?;
    proved(&app, peer, caller, &finish.proof).await?;
    app.store.change_password(caller, &opaque, &finish.password).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// `POST /account/recovery`
pub async fn recovery(
    State(app): State<App>,
    Extension(peer): Extension<Peer>,
    caller: Session,
    Body(new): Body<NewRecovery>,
) -> Result<StatusCode, Refusal> {
    proved(&app, peer, caller, &new.proof).await?;
    app.store.change_recovery(caller.account, &new.recovery, &new.recovery_check).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// `POST /account/deletion`
pub async fn ask_deletion(
    State(app): State<App>,
    Extension(peer): Extension<Peer>,
    caller: Session,
    Body(ask): Body<AskDeletion>,
) -> Result<Json<Deletion>, Refusal> {
    proved(&app, peer, caller, &ask.proof).await?;
    let due = (app.clock)().trunc_subsecs(6) + Duration::days(DELETION_DAYS);
    Ok(Json(Deletion { due: app.store.ask_deletion(caller.account, due).await? }))
}

/// `DELETE /account/deletion`
pub async fn keep(State(app): State<App>, caller: Session) -> Result<StatusCode, Refusal> {
    app.store.keep_account(caller.account).await?;
    Ok(StatusCode::NO_CONTENT)
}

impl App {
    /// Removes the accounts whose time has come; gives how many. To be called again and again.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn sweep(&self, now: DateTime<Utc>) -> StoreResult<usize> {
        let removed = self.store.remove_due(now).await?;
        if removed.accounts > 0 {
            self.pokes.poke(&removed.touched);
            forget_erased(self);
        }
        Ok(removed.accounts)
    }
}

/// The caller's own password, and nobody else's.
async fn proved(app: &App, peer: Peer, caller: Session, proof: &Proof) -> Result<(), Refusal> {
    let account = prove(app, peer, proof.login, &proof.finalization).await?;
    if account == caller.account { Ok(()) } else { Err(Code::WrongCredentials.into()) }
}
