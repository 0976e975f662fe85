//! Making an account, signing in, coming back with the recovery code.

use journal::{
    record::{Body, Invitation, Pin, Profile, Verified},
    seal::{Comparison, Entropy, Fragment, Keyring, Peer, RecoveryCode, SystemEntropy, WORDS, eight_words},
};
use rand08::rngs::OsRng;
use signin::{LoggingIn, Registering, stretch};
use wire::{
    ids::{AccountId, InviteId},
    invites::{NewInvite, Offer},
    login::{
        Carrier, LoginFinish, LoginStart, LoginStarted, RecoverFinish, RecoverStart, RecoverStarted,
        RegisterFinish, RegisterStart, RegisterStarted, Role, SignedIn, Ticket,
    },
    pairings::{NewPairing, Pairing},
    sealed::Message,
};

use crate::{device::Device, error::Error, http::Http};

/// Name and password.
#[derive(Clone, Copy, Debug)]
pub struct Credentials<'a> {
    /// The sign-in name.
    pub name: &'a str,
    /// The password.
    pub password: &'a str,
}

impl Device {
    /// A therapist's account, with the token of a setup link.
    ///
    /// # Errors
    /// When the server cannot be reached or refuses.
    pub async fn register_therapist(
        http: &Http,
        token: &str,
        who: Credentials<'_>,
    ) -> Result<(Self, RecoveryCode), Error> {
        register(http, Ticket::Setup { token: token.into() }, who, |_| Ok(None)).await
    }

    /// Invites somebody; the link's fragment stays on the therapist's devices.
    ///
    /// # Errors
    /// When the server cannot be reached or refuses.
    pub async fn invite(&mut self, called: &str, card: &Profile) -> Result<(InviteId, Fragment), Error> {
        let invite = InviteId::from_random(SystemEntropy.bytes16());
        let fragment = Fragment::make(&self.keyring().as_peer()?, &mut SystemEntropy);
        let card = serde_json::to_vec(card).map_err(|_| Error::Unexpected("a card that is no JSON"))?;
        let card = fragment.seal_card(invite, &card, &mut SystemEntropy)?;
        self.http().post_empty("/invites", &NewInvite { invite, card }).await?;
        let note = Invitation {
            v: 1,
            invite,
            fragment: fragment.to_string(),
            called: called.into(),
            made: self.now(),
            rest: serde_json::Map::default(),
        };
        self.put(Device::new_id(), &Body::Invitation(note), &[])?;
        Ok((invite, fragment))
    }

    /// A client's account, with an invitation. The therapist's keys must be the link's, or nothing is made;
    /// without a fragment that opens the card the pairing stays unverified.
    ///
    /// # Errors
    /// When the server cannot be reached, refuses, or shows other keys than the link was made with.
    pub async fn register_client(
        http: &Http,
        invite: InviteId,
        fragment: Option<&Fragment>,
        who: Credentials<'_>,
    ) -> Result<(Self, RecoveryCode), Error> {
        let offer: Offer = http.get(&format!("/invites/{invite}/offer")).await?;
        let therapist = Peer::check(offer.therapist, &offer.keys)?;
        let card = fragment.map(|fragment| fragment.try_on(invite, &therapist, &offer.card)).transpose()?;
        let fragment = fragment.filter(|_| card.flatten().is_some());
        let accept = |keyring: &Keyring| match fragment {
            Some(fragment) => Ok(Some(fragment.accept(invite, &therapist, &keyring.as_peer()?)?)),
            None => Ok(None),
        };
        let (mut device, code) = register(http, Ticket::Invite { invite }, who, accept).await?;
        let how = if fragment.is_some() { Verified::Invite } else { Verified::Unverified };
        device.pin(&therapist, how, None)?;
        Ok((device, code))
    }

    /// Accepts an invitation with this client's account. The therapist's keys and card must be the link's, or nothing is
    /// sent.
    ///
    /// # Errors
    /// When the server cannot be reached, refuses, or shows other keys than the link was made with; also that the
    /// fragment does not open the invitation's card.
    pub async fn accept(&mut self, invite: InviteId, fragment: &Fragment) -> Result<AccountId, Error> {
        let offer: Offer = self.http().get(&format!("/invites/{invite}/offer")).await?;
        let therapist = Peer::check(offer.therapist, &offer.keys)?;
        fragment.try_on(invite, &therapist, &offer.card)?.ok_or(Error::Unverified)?;
        let acceptance = fragment.accept(invite, &therapist, &self.keyring().as_peer()?)?;
        self.http().post_empty("/pairings", &NewPairing { invite, acceptance }).await?;
        self.pin(&therapist, Verified::Invite, None)?;
        Ok(therapist.account())
    }

    /// Checks who accepted an invitation of this therapist and pins them. Whoever cannot show that they had the
    /// link is pinned as unverified.
    ///
    /// # Errors
    /// When the server cannot be reached or shows keys that are not signed.
    pub async fn check_pairings(&mut self) -> Result<(), Error> {
        let pairings: Vec<Pairing> = self.http().get("/pairings").await?;
        for pairing in pairings.iter().filter(|pairing| pairing.peer_role == Role::Client) {
            let client = Peer::check(pairing.peer, &pairing.peer_keys)?;
            if self.pinned(pairing.peer).is_none() {
                let how =
                    if self.accepted(pairing, &client)? { Verified::Invite } else { Verified::Unverified };
                self.pin(&client, how, Some(pairing.invite))?;
            }
        }
        self.open_again();
        Ok(())
    }

    /// Signs in on a new device.
    ///
    /// # Errors
    /// When name and password do not belong together, or the server cannot be reached.
    pub async fn sign_in(http: &Http, who: Credentials<'_>) -> Result<Self, Error> {
        let (logging_in, request) = LoggingIn::start(who.password, &mut OsRng)?;
        let started: LoginStarted =
            http.post("/login/start", &LoginStart { name: who.name.into(), request }).await?;
        let (finalization, export_key) = logging_in.finish(&started.response, &mut OsRng)?;
        let finish = LoginFinish {
            login: started.login,
            finalization,
            carrier: Carrier::Bearer,
            device: "headless".into(),
        };
        let signed_in: SignedIn = http.post("/login/finish", &finish).await?;
        let keyring =
            Keyring::open_with_password(signed_in.account, &export_key, &signed_in.keys, &signed_in.wraps)?;
        Ok(Self::new(http, signed_in, keyring))
    }

    /// Comes back with the recovery code: a new password, a new code, all other sessions ended.
    ///
    /// # Errors
    /// When name and code do not belong together, or the server cannot be reached.
    pub async fn recover(
        http: &Http,
        code: &RecoveryCode,
        new: Credentials<'_>,
    ) -> Result<(Self, RecoveryCode), Error> {
        let (registering, request) = Registering::start(new.password, &mut OsRng)?;
        let start = RecoverStart { name: new.name.into(), proof: code.proof(), request };
        let started: RecoverStarted = http.post("/recover/start", &start).await?;
        let keyring = Keyring::open_with_recovery(
            started.account,
            code,
            &started.keys,
            &started.recovery,
            &started.identity,
        )?;
        let (upload, export_key) = registering.finish(&started.response, &mut OsRng)?;
        let (wraps, recovery_check, code) =
            keyring.rewrap(&export_key, &started.identity, &mut SystemEntropy)?;
        let finish = RecoverFinish {
            login: started.login,
            upload,
            wraps,
            recovery_check,
            carrier: Carrier::Bearer,
            device: "headless".into(),
        };
        let signed_in: SignedIn = http.post("/recover/finish", &finish).await?;
        Ok((Self::new(http, signed_in, keyring), code))
    }

    fn accepted(&self, pairing: &Pairing, client: &Peer) -> Result<bool, Error> {
        let me = self.keyring().as_peer()?;
        let Some(acceptance) = &pairing.acceptance else { return Ok(false) };
        Ok(self.records().any(|record| match &record.body {
            Body::Invitation(note) if note.invite == pairing.invite && record.owner == me.account() => note
                .fragment
                .parse::<Fragment>()
                .is_ok_and(|fragment| fragment.verify(note.invite, &me, client, acceptance)),
            _ => false,
        }))
    }

    /// The eight words that this person and `peer` read to each other.
    ///
    /// # Errors
    /// When nobody of that account is pinned.
    pub fn words_with(&self, peer: AccountId) -> Result<[&'static str; WORDS], Error> {
        let (known, _) = self.pinned(peer).ok_or(Error::Unverified)?;
        let Comparison { material, salt } = Comparison::between(&self.keyring().as_peer()?, &known);
        Ok(eight_words(&*stretch(&material, &salt)?))
    }

    /// Both have read the same words.
    ///
    /// # Errors
    /// When nobody of that account is pinned, or storing fails.
    pub fn verify_by_words(&mut self, peer: AccountId) -> Result<(), Error> {
        let me = self.keyring().account();
        let found = self.records().find_map(|record| match &record.body {
            Body::Pin(pin) if pin.peer == peer && record.owner == me => Some((record.id, pin.clone())),
            _ => None,
        });
        let (id, pin) = found.ok_or(Error::Unverified)?;
        self.put(id, &Body::Pin(Pin { how: Verified::Words, pinned: self.now(), ..pin }), &[])
    }

    fn pin(&mut self, peer: &Peer, how: Verified, invite: Option<InviteId>) -> Result<(), Error> {
        let pin = Pin {
            v: 1,
            peer: peer.account(),
            keys: peer.keys().clone(),
            how,
            pinned: self.now(),
            invite,
            ended: None,
            rest: serde_json::Map::default(),
        };
        self.put(Device::new_id(), &Body::Pin(pin), &[])
    }
}

async fn register(
    http: &Http,
    ticket: Ticket,
    who: Credentials<'_>,
    accept: impl FnOnce(&Keyring) -> Result<Option<Message>, Error>,
) -> Result<(Device, RecoveryCode), Error> {
    let (registering, request) = Registering::start(who.password, &mut OsRng)?;
    let start = RegisterStart { name: who.name.into(), ticket: ticket.clone(), request };
    let started: RegisterStarted = http.post("/register/start", &start).await?;
    let (upload, export_key) = registering.finish(&started.response, &mut OsRng)?;
    let account = AccountId::from_random(SystemEntropy.bytes16());
    let (keyring, registration, code) = Keyring::make(account, &export_key, &mut SystemEntropy)?;
    let finish = RegisterFinish {
        name: who.name.into(),
        ticket,
        account,
        upload,
        acceptance: accept(&keyring)?,
        keys: registration.keys,
        wraps: registration.wraps,
        recovery_check: registration.recovery_check,
        carrier: Carrier::Bearer,
        device: "headless".into(),
    };
    let signed_in: SignedIn = http.post("/register/finish", &finish).await?;
    Ok((Device::new(http, signed_in, keyring), code))
}
