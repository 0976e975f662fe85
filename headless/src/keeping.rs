//! Changing password and recovery code, ending a pairing, ending the account.

use journal::seal::{RecoveryCode, SystemEntropy};
use rand08::rngs::OsRng;
use signin::{LoggingIn, Registering};
use wire::{
    account::{AskDeletion, Deletion, NewRecovery, PasswordFinish, PasswordStart, Proof},
    ids::AccountId,
    login::{LoginStart, LoginStarted, RegisterStarted},
    pairings::Pairing,
};

use crate::{account::Credentials, device::Device, error::Error};

impl Device {
    /// A new password in the place of the old one; every other session ends.
    ///
    /// # Errors
    /// When name and old password do not belong together, or the server cannot be reached.
    pub async fn change_password(&self, old: Credentials<'_>, new: &str) -> Result<(), Error> {
        let proof = self.prove(old).await?;
        let (registering, request) = Registering::start(new, &mut OsRng)?;
        let started: RegisterStarted =
            self.http().post("/account/password/start", &PasswordStart { request }).await?;
        let (upload, export_key) = registering.finish(&started.response, &mut OsRng)?;
        let password = self.keyring().wrap_for_password(&export_key, &mut SystemEntropy)?;
        let finish = PasswordFinish { proof, upload, password };
        self.http().post_empty("/account/password/finish", &finish).await
    }

    /// A new recovery code; the old one is of no use any more.
    ///
    /// # Errors
    /// When name and password do not belong together, or the server cannot be reached.
    pub async fn new_recovery(&self, who: Credentials<'_>) -> Result<RecoveryCode, Error> {
        let proof = self.prove(who).await?;
        let (recovery, recovery_check, code) = self.keyring().wrap_for_new_code(&mut SystemEntropy)?;
        let new = NewRecovery { proof, recovery, recovery_check };
        self.http().post_empty("/account/recovery", &new).await?;
        Ok(code)
    }

    /// Ends the pairing with somebody.
    ///
    /// # Errors
    /// When there is none, or the server cannot be reached.
    pub async fn part_from(&self, peer: AccountId) -> Result<(), Error> {
        let pairings: Vec<Pairing> = self.http().get("/pairings").await?;
        let found = pairings.iter().find(|pairing| pairing.peer == peer);
        let pairing = found.ok_or(Error::Unexpected("no such pairing"))?.pairing;
        self.http().delete(&format!("/pairings/{pairing}")).await
    }

    /// Has everything of this account removed in a week; every session ends.
    ///
    /// # Errors
    /// When name and password do not belong together, or the server cannot be reached.
    pub async fn ask_deletion(&self, who: Credentials<'_>) -> Result<Deletion, Error> {
        let proof = self.prove(who).await?;
        self.http().post("/account/deletion", &AskDeletion { proof }).await
    }

    /// The account stays after all.
    ///
    /// # Errors
    /// When the server cannot be reached.
    pub async fn keep_account(&self) -> Result<(), Error> {
        self.http().delete("/account/deletion").await
    }

    async fn prove(&self, who: Credentials<'_>) -> Result<Proof, Error> {
        let (logging_in, request) = LoggingIn::start(who.password, &mut OsRng)?;
        let start = LoginStart { name: who.name.into(), request };
        let started: LoginStarted = self.http().post("/login/start", &start).await?;
        let (finalization, _) = logging_in.finish(&started.response, &mut OsRng)?;
        Ok(Proof { login: started.login, finalization })
    }
}
