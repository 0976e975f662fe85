//! Rows about making an account, signing in and coming back.

use serde_json::{Value, json};
use wire::{
    bytes,
    ids::{AccountId, InviteId, LoginId},
    problem::Code,
};

use super::{
    rows::{
        Ask,
        Expect::{Done, Read, Refused, Spent},
        OUT, Row, TAKEN, TICKET, WRONG, body, row,
    },
    scene::{Scene, id},
};
use crate::support::PASSWORD;

fn handshake() -> String {
    bytes::to_text(&signin::Registering::start(PASSWORD, &mut rand08::rngs::OsRng).unwrap().1.0)
}

fn registration(scene: &Scene, name: &str, invite: InviteId, account: AccountId) -> Ask {
    body(json!({
        "name": name, "ticket": { "by": "invite", "invite": invite }, "account": account,
        "upload": scene.upload, "keys": keys(), "wraps": wraps(), "recovery_check": bytes::to_text(&[7; 32]),
        "acceptance": null, "carrier": "bearer", "device": "x",
    }))
}

fn keys() -> Value {
    let key = bytes::to_text(&[7; 32]);
    json!({ "signing": key, "sharing": key, "signature": bytes::to_text(&[7; 64]) })
}

fn wraps() -> Value {
    json!({ "password": "AAAA", "recovery": "AAAA", "identity": "AAAA" })
}

fn recovery(scene: &Scene, login: LoginId) -> Ask {
    body(json!({
        "login": login, "upload": scene.upload, "wraps": wraps(), "recovery_check": bytes::to_text(&[7; 32]),
        "carrier": "bearer", "device": "x",
    }))
}

pub fn accounts() -> Vec<Row> {
    let register = |case, ask, expect| row("POST", "/register/finish", case, ask, [expect; 5]);
    vec![
        row(
            "POST",
            "/register/start",
            "open",
            |_, fresh| {
                body(json!({
                    "name": "somebody", "ticket": { "by": "invite", "invite": fresh.invite }, "request": handshake(),
                }))
            },
            [Read; 5],
        ),
        row(
            "POST",
            "/register/start",
            "guessed",
            |_, _| {
                body(json!({
                    "name": "somebody", "ticket": { "by": "setup", "token": "guessed" }, "request": handshake(),
                }))
            },
            [TICKET; 5],
        ),
        register(
            "guessed",
            |scene, _| registration(scene, "somebody", id(InviteId::from_random), id(AccountId::from_random)),
            TICKET,
        ),
        register(
            "with A's name",
            |scene, fresh| registration(scene, "MIRA", fresh.invite, id(AccountId::from_random)),
            Refused(Code::NameTaken),
        ),
        register(
            "with A's id",
            |scene, fresh| registration(scene, "somebody", fresh.invite, scene.a()),
            TAKEN,
        ),
        row(
            "POST",
            "/login/start",
            "as A",
            |_, _| {
                let (_, request) = signin::LoggingIn::start(PASSWORD, &mut rand08::rngs::OsRng).unwrap();
                body(json!({ "name": "mira", "request": request }))
            },
            [Done; 5],
        ),
        row(
            "POST",
            "/login/finish",
            "guessed",
            |_, _| {
                body(json!({
                    "login": id(LoginId::from_random), "finalization": bytes::to_text(&[7; 64]), "carrier": "bearer",
                    "device": "x",
                }))
            },
            [WRONG; 5],
        ),
        row(
            "POST",
            "/recover/start",
            "as A",
            |_, _| {
                body(json!({
                    "name": "mira", "proof": bytes::to_text(&[7; 32]), "request": handshake(),
                }))
            },
            [WRONG; 5],
        ),
        row(
            "POST",
            "/recover/finish",
            "guessed",
            |scene, _| recovery(scene, id(LoginId::from_random)),
            [WRONG; 5],
        ),
        row(
            "POST",
            "/recover/finish",
            "with A's sign-in",
            |scene, fresh| recovery(scene, fresh.login),
            [Spent(Code::WrongCredentials); 5],
        ),
    ]
}

/// Whoever is signed in and proves nothing changes nothing.
pub fn own_account() -> Vec<Row> {
    let guessed = [OUT, WRONG, WRONG, WRONG, WRONG];
    let spent = Spent(Code::WrongCredentials);
    let unfinished = [OUT, spent, spent, spent, spent];
    let post = |path, case, ask, expects| row("POST", path, case, ask, expects);
    vec![
        post(
            "/account/password/start",
            "",
            |_, _| body(json!({ "request": handshake() })),
            [OUT, Read, Read, Read, Read],
        ),
        post(
            "/account/password/finish",
            "guessed",
            |scene, _| password(scene, id(LoginId::from_random)),
            guessed,
        ),
        post(
            "/account/password/finish",
            "with A's sign-in",
            |scene, fresh| password(scene, fresh.login),
            unfinished,
        ),
        post("/account/recovery", "guessed", |_, _| new_code(id(LoginId::from_random)), guessed),
        post("/account/recovery", "with A's sign-in", |_, fresh| new_code(fresh.login), unfinished),
        post("/account/deletion", "guessed", |_, _| deletion(id(LoginId::from_random)), guessed),
        post("/account/deletion", "with A's sign-in", |_, fresh| deletion(fresh.login), unfinished),
        row(
            "DELETE",
            "/account/deletion",
            "not asked for",
            |_, _| Ask { place: None, body: None },
            [OUT, Read, Read, Read, Read],
        ),
    ]
}

fn proof(login: LoginId) -> Value {
    json!({ "login": login, "finalization": bytes::to_text(&[7; 64]) })
}

fn password(scene: &Scene, login: LoginId) -> Ask {
    body(json!({ "proof": proof(login), "upload": scene.upload, "password": "AAAA" }))
}

fn new_code(login: LoginId) -> Ask {
    body(json!({
        "proof": proof(login), "recovery": "AAAA", "recovery_check": bytes::to_text(&[7; 32]),
    }))
}

fn deletion(login: LoginId) -> Ask {
    body(json!({ "proof": proof(login) }))
}
