//! Making an account with a setup link or an invitation.

use axum::{Extension, Json, extract::State, response::Response};
use opaque_ke::{RegistrationRequest, RegistrationUpload, ServerRegistration};
use wire::{
    ids::PairingId,
    limits::NAME_CHARS,
    login::{RegisterFinish, RegisterStart, RegisterStarted, Suite, Ticket},
    problem::Code,
    sealed::Message,
};

use super::{
    App,
    body::Body,
    error::Refusal,
    session::{begin, new_id, token_hash},
    throttle::Door,
};
use crate::{
    serve::Peer,
    store::{Created, NewAccount, NewTicket},
};

/// A name as it is kept and compared: outer space and case do not count.
pub fn fold(name: &str) -> Result<String, Refusal> {
    let folded = name.trim().to_lowercase();
    let fits = (NAME_CHARS.0..=NAME_CHARS.1).contains(&folded.chars().count());
    if fits && !folded.chars().any(char::is_control) { Ok(folded) } else { Err(Code::NameUnfit.into()) }
}

/// OPAQUE's answer to a registration request.
pub fn respond(app: &App, name: &str, request: &Message) -> Result<Message, Refusal> {
    let request =
        RegistrationRequest::<Suite>::deserialize(&request.0).map_err(|_| Code::HandshakeMalformed)?;
    let answer = ServerRegistration::<Suite>::start(&app.setup, request, name.as_bytes())
        .map_err(|_| Code::HandshakeMalformed)?;
    Ok(Message(answer.message.serialize().to_vec()))
}

/// What OPAQUE keeps of an upload.
pub fn record(upload: &Message) -> Result<Vec<u8>, Refusal> {
    let upload = RegistrationUpload::<Suite>::deserialize(&upload.0).map_err(|_| Code::HandshakeMalformed)?;
    Ok(ServerRegistration::finish(upload).serialize().to_vec())
}

/// `POST /register/start`
pub async fn start(
    State(app): State<App>,
    Extension(peer): Extension<Peer>,
    Body(start): Body<RegisterStart>,
) -> Result<Json<RegisterStarted>, Refusal> {
    let name = fold(&start.name)?;
    let now = (app.clock)();
    app.throttle.at_door(peer, Door::Ticket, now)?;
    let works = match &start.ticket {
        Ticket::Setup { token } => app.store.setup_link_works(&token_hash(token), now).await?,
        Ticket::Invite { invite } => app.store.find_offer(*invite, now).await?.is_some(),
    };
    if !works {
        return Err(Code::TicketUnusable.into());
    }
    app.throttle.opened(peer, Door::Ticket);
    Ok(Json(RegisterStarted { response: respond(&app, &name, &start.request)? }))
}

/// `POST /register/finish`
pub async fn finish(
    State(app): State<App>,
    Extension(peer): Extension<Peer>,
    Body(finish): Body<RegisterFinish>,
) -> Result<Response, Refusal> {
    let now = (app.clock)();
    app.throttle.at_door(peer, Door::Ticket, now)?;
    let ticket = match finish.ticket {
        Ticket::Setup { token } => NewTicket::Setup(token_hash(&token)),
        Ticket::Invite { invite } => NewTicket::Invite(invite, finish.acceptance),
    };
    let new = NewAccount {
        account: finish.account,
        name: fold(&finish.name)?,
        opaque: record(&finish.upload)?,
        keys: finish.keys,
        wraps: finish.wraps,
        recovery_check: finish.recovery_check,
        ticket,
        pairing: PairingId::from_random(new_id()),
    };
    match app.store.create_account(&new, now).await? {
        Created::Done(_, inviter) => {
            app.pokes.poke(inviter.as_slice());
            app.throttle.opened(peer, Door::Ticket);
            begin(&app, peer, new.account, finish.carrier, &finish.device).await
        }
        Created::TicketUnusable => Err(Code::TicketUnusable.into()),
        Created::NameTaken => Err(Code::NameTaken.into()),
        Created::IdTaken => Err(Code::IdTaken.into()),
    }
}
