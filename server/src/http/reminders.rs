//! When the caller's devices are nudged. Only times: what for, the devices know.

use axum::{Json, extract::State, http::StatusCode};
use chrono::{Duration, SubsecRound};
use wire::{
    limits::{REMINDER_DAYS, REMINDERS},
    problem::Code,
    push::Reminders,
};

use super::{App, body::Body, error::Refusal};
use crate::store::{Result as StoreResult, Session};

/// `GET /reminders`
pub async fn show(State(app): State<App>, caller: Session) -> Result<Json<Reminders>, Refusal> {
    Ok(Json(Reminders { at: app.store.reminders_of(caller.account, (app.clock)()).await? }))
}

/// `PUT /reminders`
pub async fn replace(
    State(app): State<App>,
    caller: Session,
    Body(Reminders { at }): Body<Reminders>,
) -> Result<StatusCode, Refusal> {
    let now = (app.clock)();
    if at.len() > REMINDERS {
        return Err(Code::TooLarge.into());
    }
    // As they will be read back.
    let at: Vec<_> = at.iter().map(|at| at.trunc_subsecs(6)).collect();
    if !at.iter().all(|at| *at > now && *at <= now + Duration::days(REMINDER_DAYS)) {
        return Err(Code::MomentUnfit.into());
    }
    app.store.put_reminders(caller.account, &at).await?;
    Ok(StatusCode::NO_CONTENT)
}

impl App {
    /// Nudges everybody whose moment has come; to be called again and again. Each moment is gone before anything is
    /// sent for it.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn remind(&self) -> StoreResult<()> {
        self.push.due(&self.store.take_due((self.clock)()).await?);
        Ok(())
    }

    /// Waits until every nudge is sent or given up.
    pub async fn nudged(&self) {
        self.push.settled().await;
    }
}
