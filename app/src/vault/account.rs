//! Making an account, signing in, coming back with the recovery code. The password goes to the worker and
//! nowhere else.

use journal::{
    guess::is_easy,
    record::{Body, Profile, Rest, Verified},
    seal::{Entropy, Fragment, Keyring, Peer, RecoveryCode, SealError, SystemEntropy},
};
use signin::ask::{Answer, Ask};
use wire::{
    ids::{AccountId, InviteId},
    invites::Offer,
    login::{
        Carrier, LoginFinish, LoginStart, LoginStarted, RecoverFinish, RecoverStart, RecoverStarted,
        RegisterFinish, RegisterStart, RegisterStarted, SignedIn, Ticket,
    },
    sealed::Message,
};
use zeroize::Zeroizing;

use super::{Trouble, Vault};
use crate::{
    device::{net, watch, worker::SignInWorker},
    text::account::fields::LEAST,
};

/// What somebody types to sign in.
#[derive(Clone)]
pub struct Credentials {
    /// The sign-in name.
    pub name: String,
    /// The password.
    pub password: Zeroizing<String>,
    /// Whether the password may open the journal here without the server.
    pub keep: bool,
}

/// An invitation as the invited see it.
#[derive(Clone, Debug)]
pub struct Invited {
    /// The path of the link.
    pub invite: InviteId,
    /// The part after `#`; lost or altered by some mail programs, and then not used for anything.
    pub fragment: Option<Fragment>,
    /// Who invites, their keys checked against the link.
    pub therapist: Peer,
    /// Name and practice, if the link is whole.
    pub card: Option<Profile>,
}

impl Vault {
    /// Looks at an invitation.
    pub(super) async fn offered(self, invite: InviteId, fragment: &str) -> Result<Invited, Trouble> {
        let offer: Offer = net::get(&format!("/invites/{invite}/offer")).await?;
        let therapist = Peer::check(offer.therapist, &offer.keys)?;
        let fragment = match fragment.parse::<Fragment>() {
            Ok(fragment) => Some(fragment),
            Err(SealError::NewerFormat) => return Err(Trouble::Newer),
            Err(_) => None,
        };
        let opened = fragment.as_ref().map(|fragment| fragment.try_on(invite, &therapist, &offer.card));
        let card = opened.transpose()?.flatten();
        // What does not open the card proves nothing to the therapist, either: as if it were lost.
        let fragment = fragment.filter(|_| card.is_some());
        let card = card.and_then(|json| serde_json::from_slice(&json).ok());
        Ok(Invited { invite, fragment, therapist, card })
    }

    /// A therapist's account.
    pub(super) async fn enter_as_therapist(
        self,
        token: &str,
        who: Credentials,
        profile: Profile,
    ) -> Result<RecoveryCode, Trouble> {
        let ticket = Ticket::Setup { token: token.into() };
        let code = self.register(ticket, &who, |_| Ok(None)).await?;
        self.share(Self::new_id(), Body::Profile(profile), &[])?;
        Ok(code)
    }

    /// A client's account, paired with whoever invited. Without a whole link nothing is shared with them.
    pub(super) async fn enter_as_client(
        self,
        invited: &Invited,
        who: Credentials,
        called: &str,
    ) -> Result<RecoveryCode, Trouble> {
        let ticket = Ticket::Invite { invite: invited.invite };
        let accept = |keyring: &Keyring| match &invited.fragment {
            Some(fragment) => {
                Ok(Some(fragment.accept(invited.invite, &invited.therapist, &keyring.as_peer()?)?))
            }
            None => Ok(None),
        };
        let code = self.register(ticket, &who, accept).await?;
        let how = if invited.fragment.is_some() { Verified::Invite } else { Verified::Unverified };
        self.pin(Self::new_id(), &invited.therapist, how, None)?;
        let profile = Profile {
            v: 1,
            display_name: called.trim().into(),
            practice: None,
            reading: None,
            rest: Rest::new(),
        };
        let readers = how.is_verified().then(|| invited.therapist.account()).into_iter().collect::<Vec<_>>();
        self.share(Self::new_id(), Body::Profile(profile), &readers)?;
        Ok(code)
    }

    /// Signs in on this device.
    pub(super) async fn enter_with_password(self, who: Credentials) -> Result<(), Trouble> {
        self.database().await?;
        let worker = SignInWorker::start().await?;
        let password = who.password.to_string();
        let request = requested(worker.ask(&Ask::LoginStart { password }).await?)?;
        let started: LoginStarted =
            net::post("/login/start", &LoginStart { name: who.name.clone(), request }).await?;
        let (finalization, export_key) =
            finished(worker.ask(&Ask::LoginFinish { response: started.response }).await?)?;
        let finish = LoginFinish {
            login: started.login,
            finalization,
            carrier: Carrier::Cookie,
            device: watch::device_name(),
        };
        let signed_in: SignedIn = net::post("/login/finish", &finish).await?;
        let keyring =
            Keyring::open_with_password(signed_in.account, &export_key, &signed_in.keys, &signed_in.wraps)?;
        self.move_in(signed_in, keyring, &who, &worker, false).await
    }

    /// Comes back with the recovery code: a new password, a new code, all other sessions ended.
    pub(super) async fn enter_with_code(
        self,
        code: &RecoveryCode,
        who: Credentials,
    ) -> Result<RecoveryCode, Trouble> {
        fit(&who.password)?;
        self.database().await?;
        let worker = SignInWorker::start().await?;
        let password = who.password.to_string();
        let request = requested(worker.ask(&Ask::RegisterStart { password }).await?)?;
        let start = RecoverStart { name: who.name.clone(), proof: code.proof(), request };
        let started: RecoverStarted = net::post("/recover/start", &start).await?;
        let keyring = Keyring::open_with_recovery(
            started.account,
            code,
            &started.keys,
            &started.recovery,
            &started.identity,
        )?;
        let (upload, export_key) =
            finished(worker.ask(&Ask::RegisterFinish { response: started.response }).await?)?;
        let (wraps, recovery_check, new_code) =
            keyring.rewrap(&export_key, &started.identity, &mut SystemEntropy)?;
        let finish = RecoverFinish {
            login: started.login,
            upload,
            wraps,
            recovery_check,
            carrier: Carrier::Cookie,
            device: watch::device_name(),
        };
        let signed_in: SignedIn = net::post("/recover/finish", &finish).await?;
        self.move_in(signed_in, keyring, &who, &worker, true).await?;
        Ok(new_code)
    }

    async fn register(
        self,
        ticket: Ticket,
        who: &Credentials,
        accept: impl FnOnce(&Keyring) -> Result<Option<Message>, Trouble>,
    ) -> Result<RecoveryCode, Trouble> {
        fit(&who.password)?;
        self.database().await?;
        let worker = SignInWorker::start().await?;
        let password = who.password.to_string();
        let request = requested(worker.ask(&Ask::RegisterStart { password }).await?)?;
        let start = RegisterStart { name: who.name.clone(), ticket: ticket.clone(), request };
        let started: RegisterStarted = net::post("/register/start", &start).await?;
        let (upload, export_key) =
            finished(worker.ask(&Ask::RegisterFinish { response: started.response }).await?)?;
        let account = AccountId::from_random(SystemEntropy.bytes16());
        let (keyring, registration, code) = Keyring::make(account, &export_key, &mut SystemEntropy)?;
        let finish = RegisterFinish {
            name: who.name.clone(),
            ticket,
            account,
            upload,
            acceptance: accept(&keyring)?,
            keys: registration.keys,
            wraps: registration.wraps,
            recovery_check: registration.recovery_check,
            carrier: Carrier::Cookie,
            device: watch::device_name(),
        };
        let signed_in: SignedIn = net::post("/register/finish", &finish).await?;
        self.move_in(signed_in, keyring, who, &worker, true).await?;
        Ok(code)
    }
}

/// Long enough, whatever let it through the form, and not one that is tried first. The server never sees it.
pub(super) fn fit(password: &str) -> Result<(), Trouble> {
    let is_short = password.chars().count() < LEAST as usize;
    if is_short || is_easy(password) { Err(Trouble::PasswordUnfit) } else { Ok(()) }
}

pub(super) fn requested(answer: Answer) -> Result<Message, Trouble> {
    match answer {
        Answer::Request { message } => Ok(message),
        _ => Err(Trouble::Unexpected),
    }
}

pub(super) fn finished(answer: Answer) -> Result<(Message, Zeroizing<Vec<u8>>), Trouble> {
    match answer {
        Answer::Finished { message, export_key } => Ok((message, Zeroizing::new(export_key))),
        Answer::Wrong => Err(Trouble::Wrong),
        _ => Err(Trouble::Unexpected),
    }
}
