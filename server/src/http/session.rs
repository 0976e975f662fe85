//! Who is calling: a cookie on the web, a bearer token elsewhere. The server keeps only the secret's hash.

use axum::{
    Json,
    extract::{FromRequestParts, State},
    http::{HeaderMap, HeaderValue, StatusCode, header, request::Parts},
    response::{IntoResponse, Response},
};
use rand08::{RngCore, rngs::OsRng};
use sha2::{Digest, Sha256};
use wire::{
    bytes,
    ids::{AccountId, SessionId},
    limits::DEVICE_CHARS,
    login::{Carrier, SignedIn},
    problem::Code,
};

use super::{App, error::Refusal};
use crate::{
    serve::Peer,
    store::{Account, Session, TokenHash},
};

/// The cookie's name.
pub const COOKIE: &str = "__Host-session";

/// SHA-256 of a secret that travels.
pub fn token_hash(token: &str) -> TokenHash {
    Sha256::digest(token.as_bytes()).into()
}

/// Thirty-two random bytes as text.
pub fn new_token() -> String {
    let mut secret = [0; 32];
    OsRng.fill_bytes(&mut secret);
    bytes::to_text(&secret)
}

/// Sixteen random bytes for an id.
pub fn new_id() -> [u8; 16] {
    let mut id = [0; 16];
    OsRng.fill_bytes(&mut id);
    id
}

impl FromRequestParts<App> for Session {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Refusal> {
        let token = token_of(&parts.headers).ok_or(Code::SignedOut)?;
        let now = (app.clock)();
        let found = app.store.find_session(&token_hash(&token), now).await?.ok_or(Code::SignedOut)?;
        if let Some(peer) = parts.extensions.get::<Peer>() {
            app.throttle.seen(*peer, found.account, now);
        }
        Ok(found)
    }
}

fn token_of(headers: &HeaderMap) -> Option<String> {
    if let Some(value) = headers.get(header::AUTHORIZATION) {
        return value.to_str().ok()?.strip_prefix("Bearer ").map(str::to_owned);
    }
    let cookies = headers.get(header::COOKIE)?.to_str().ok()?;
    cookies
        .split(';')
        .filter_map(|cookie| cookie.trim().split_once('='))
        .find(|(name, _)| *name == COOKIE)
        .map(|(_, token)| token.to_owned())
}

/// Starts a session and answers with everything a device needs to unlock.
pub async fn begin(
    app: &App,
    peer: Peer,
    account: AccountId,
    carrier: Carrier,
    device: &str,
) -> Result<Response, Refusal> {
    let found = app.store.find_account(account).await?.ok_or(Code::Internal)?;
    app.throttle.signed_in(peer, &found.name);
    let (token, session) = (new_token(), SessionId::from_random(new_id()));
    let device: String = device.chars().filter(|letter| !letter.is_control()).take(DEVICE_CHARS).collect();
    app.store.put_session(session, account, &token_hash(&token), &device, (app.clock)()).await?;
    match carrier {
        Carrier::Bearer => Ok(Json(signed_in(found, session, Some(token))).into_response()),
        Carrier::Cookie => {
            let cookie =
                format!("{COOKIE}={token}; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=7776000");
            let mut response = Json(signed_in(found, session, None)).into_response();
            let cookie = HeaderValue::from_str(&cookie).map_err(|_| Code::Internal)?;
            response.headers_mut().insert(header::SET_COOKIE, cookie);
            Ok(response)
        }
    }
}

fn signed_in(account: Account, session: SessionId, token: Option<String>) -> SignedIn {
    SignedIn {
        account: account.account,
        name: account.name,
        role: account.role,
        session,
        token,
        keys: account.keys,
        wraps: account.wraps,
        deletion: account.deletion,
    }
}

/// `GET /session`
pub async fn show(State(app): State<App>, caller: Session) -> Result<Json<SignedIn>, Refusal> {
    let account = app.store.find_account(caller.account).await?.ok_or(Code::SignedOut)?;
    Ok(Json(signed_in(account, caller.session, None)))
}

/// `DELETE /session`
pub async fn end(State(app): State<App>, caller: Session) -> Result<Response, Refusal> {
    app.store.end_session(caller.account, caller.session).await?;
    let mut response = StatusCode::NO_CONTENT.into_response();
    let gone =
        HeaderValue::from_static("__Host-session=; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=0");
    response.headers_mut().insert(header::SET_COOKIE, gone);
    Ok(response)
}
