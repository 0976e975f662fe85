//! A new password, a new recovery code, leaving somebody, the end of the account.

use chrono::{DateTime, Utc};
use journal::seal::{RecoveryCode, SystemEntropy};
use leptos::prelude::*;
use signin::ask::Ask;
use wire::{
    account::{AskDeletion, Deletion, NewRecovery, PasswordFinish, PasswordStart, Proof},
    ids::AccountId,
    login::{LoginStart, LoginStarted, RegisterStarted},
    pairings::Pairing,
    sealed::Wrap,
};
use zeroize::Zeroizing;

use super::{
    Trouble, Vault,
    account::{finished, fit, requested},
};
use crate::device::{net, worker::SignInWorker};

/// A recovery code that is made and not in force yet: first the person has it in safety.
#[derive(Clone)]
pub struct NewCode {
    /// To be kept on paper.
    pub code: RecoveryCode,
    wrap: Wrap,
    check: [u8; 32],
}

impl Vault {
    /// A new password in the place of the old one; all other devices are signed out.
    pub async fn change_password(
        self,
        old: Zeroizing<String>,
        new: Zeroizing<String>,
    ) -> Result<(), Trouble> {
        fit(&new)?;
        let worker = SignInWorker::start().await?;
        let proof = self.prove(&worker, &old).await?;
        let request = requested(worker.ask(&Ask::RegisterStart { password: new.to_string() }).await?)?;
        let started: RegisterStarted =
            net::post("/account/password/start", &PasswordStart { request }).await?;
        let (upload, export_key) =
            finished(worker.ask(&Ask::RegisterFinish { response: started.response }).await?)?;
        let password =
            self.with_open(|open| open.keyring.wrap_for_password(&export_key, &mut SystemEntropy))??;
        net::post_only("/account/password/finish", &PasswordFinish { proof, upload, password }).await?;
        self.unlock_with_new(&worker, &new).await
    }

    /// A recovery code for [`Vault::put_code_in_force`].
    pub fn make_code(self) -> Result<NewCode, Trouble> {
        let (wrap, check, code) =
            self.with_open(|open| open.keyring.wrap_for_new_code(&mut SystemEntropy))??;
        Ok(NewCode { code, wrap, check })
    }

    /// From now on this code, which is in safety, opens the account, and no older one does. An answer that was lost is
    /// no harm: done again, it is the same.
    pub async fn put_code_in_force(self, new: &NewCode, password: Zeroizing<String>) -> Result<(), Trouble> {
        let worker = SignInWorker::start().await?;
        let proof = self.prove(&worker, &password).await?;
        let new = NewRecovery { proof, recovery: new.wrap.clone(), recovery_check: new.check };
        net::post_only("/account/recovery", &new).await?;
        self.kit_is_kept()
    }

    /// Ends what is between this account and somebody. What was granted either way goes; words stay with whoever
    /// wrote them.
    pub async fn part_from(self, peer: AccountId) -> Result<(), Trouble> {
        let pairings: Vec<Pairing> = net::get("/pairings").await?;
        if let Some(pairing) = pairings.iter().find(|pairing| pairing.peer == peer) {
            net::delete(&format!("/pairings/{}", pairing.pairing)).await?;
        }
        self.end_pin(peer)?;
        self.poked();
        Ok(())
    }

    /// Has everything of this account removed in a week, and takes it off this device now. What was not sent is
    /// lost: ask before.
    pub async fn ask_deletion(self, password: Zeroizing<String>) -> Result<Deletion, Trouble> {
        let worker = SignInWorker::start().await?;
        let proof = self.prove(&worker, &password).await?;
        let deletion: Deletion = net::post("/account/deletion", &AskDeletion { proof }).await?;
        let (database, _) = self.here()?;
        self.with(|inner| {
            inner.open = None;
            inner.pokes = None;
            inner.unsaved.clear();
        });
        self.forget_here(&database).await;
        Ok(deletion)
    }

    /// When everything of the account goes, if that was asked for.
    #[must_use]
    pub fn deletion(self) -> RwSignal<Option<DateTime<Utc>>> {
        self.with(|inner| inner.deletion)
    }

    /// The account stays after all.
    pub async fn keep_account(self) -> Result<(), Trouble> {
        net::delete("/account/deletion").await?;
        self.deletion().set(None);
        Ok(())
    }

    /// The password, shown to the server to be known, without telling it.
    async fn prove(self, worker: &SignInWorker, password: &Zeroizing<String>) -> Result<Proof, Trouble> {
        let name = self.who_now().ok_or(Trouble::Locked)?.name;
        let request = requested(worker.ask(&Ask::LoginStart { password: password.to_string() }).await?)?;
        let started: LoginStarted = net::post("/login/start", &LoginStart { name, request }).await?;
        let (finalization, _) =
            finished(worker.ask(&Ask::LoginFinish { response: started.response }).await?)?;
        Ok(Proof { login: started.login, finalization })
    }
}
