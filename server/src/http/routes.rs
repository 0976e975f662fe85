//! The whole API on this page, grouped by who calls.

use wire::{
    account::{AskDeletion, Deletion, NewRecovery, PasswordFinish, PasswordStart},
    blobs::{NewBlob, Stored},
    demo::Demo,
    devices::Device,
    invites::{Invite, NewInvite, Offer},
    login::{
        LoginFinish, LoginStart, LoginStarted, RecoverFinish, RecoverStart, RecoverStarted, RegisterFinish,
        RegisterStart, RegisterStarted, SignedIn,
    },
    pairings::{NewPairing, Pairing},
    problem::Code::{
        EndpointUnfit, EpochStale, HandshakeMalformed, IdTaken, Malformed, MomentUnfit, NameTaken, NameUnfit,
        NotFound, NotPaired, QuotaFull, TicketUnusable, TooLarge, TooMany, WrongCredentials,
    },
    push::{PushKey, Reminders, Subscription},
    setup_links::{NewSetupLink, SetupLink},
    sync::{Page, Push, Pushed},
};

use super::{
    account, blobs, demo, devices, document, events, health, invites, login, pairings, push, recover,
    register, reminders,
    route::{Route, Who, delete, get, post, put},
    session, setup_links, sync,
};

/// Every route of the API. The router is made of them, and so is the document.
#[must_use]
pub fn all() -> Vec<Route> {
    let signed_in = signed_in()
        .into_iter()
        .chain(own_account())
        .chain(attached())
        .chain(nudges())
        .map(|route| route.only(Who::SignedIn));
    let therapist = therapist().into_iter().chain(colleagues()).map(|route| route.only(Who::Therapist));
    let client = client().into_iter().map(|route| route.only(Who::Client));
    anybody().into_iter().chain(signed_in).chain(therapist).chain(client).collect()
}

fn anybody() -> [Route; 10] {
    [
        get("/demo", demo::show).says("The demo's sign-ins, where the operator offers them.").gives::<Demo>(),
        get("/health", health).says("`ok` when the database answers.").gives_other("text/plain"),
        get("/openapi.json", document::show).says("This document.").gives_other("application/json"),
        post("/register/start", register::start)
            .says("Begins an account, with a setup token or an invitation.")
            .takes::<RegisterStart>()
            .gives::<RegisterStarted>()
            .refuses(&[NameUnfit, HandshakeMalformed, TicketUnusable, TooMany]),
        post("/register/finish", register::finish)
            .says("Makes the account; an invitation also pairs it with the therapist.")
            .takes::<RegisterFinish>()
            .gives::<SignedIn>()
            .refuses(&[NameUnfit, HandshakeMalformed, TicketUnusable, NameTaken, IdTaken, TooMany]),
        post("/login/start", login::start)
            .says("Begins a sign-in. A name that does not exist is answered like one that does.")
            .takes::<LoginStart>()
            .gives::<LoginStarted>()
            .refuses(&[NameUnfit, HandshakeMalformed, TooMany]),
        post("/login/finish", login::finish)
            .says("Signs in.")
            .takes::<LoginFinish>()
            .gives::<SignedIn>()
            .refuses(&[WrongCredentials]),
        post("/recover/start", recover::start)
            .says("Begins a recovery, with a proof of the recovery code.")
            .takes::<RecoverStart>()
            .gives::<RecoverStarted>()
            .refuses(&[NameUnfit, HandshakeMalformed, WrongCredentials, TooMany]),
        post("/recover/finish", recover::finish)
            .says("Sets a new password and a new code; every other session ends.")
            .takes::<RecoverFinish>()
            .gives::<SignedIn>()
            .refuses(&[HandshakeMalformed, WrongCredentials]),
        get("/invites/{invite}/offer", invites::offer)
            .says("The inviting therapist's keys and sealed card.")
            .gives::<Offer>()
            .refuses(&[TicketUnusable, TooMany]),
    ]
}

fn signed_in() -> [Route; 9] {
    [
        get("/session", session::show).says("Who is calling, with sealed keys.").gives::<SignedIn>(),
        delete("/session", session::end).says("Signs out."),
        get("/sessions", devices::list).says("The caller's signed-in devices.").lists::<Device>(),
        delete("/sessions/{session}", devices::end)
            .says("Signs another device of the caller out.")
            .refuses(&[NotFound]),
        get("/pairings", pairings::list)
            .says("The other sides, their keys and acceptances.")
            .lists::<Pairing>(),
        delete("/pairings/{pairing}", pairings::end)
            .says("Ends a pairing of the caller, with everything that was granted between the two.")
            .refuses(&[NotFound]),
        get("/sync", sync::pull)
            .says("A page of the caller's feed.")
            .query(&sync::ASKED)
            .gives::<Page>()
            .refuses(&[Malformed]),
        post("/sync", sync::push)
            .says("Up to 200 operations, each answered on its own.")
            .takes::<Push>()
            .gives::<Pushed>()
            .inside(&[Malformed, NotPaired, NotFound, EpochStale, TooLarge]),
        get("/events", events::listen)
            .says("Server-sent events; the data is always `changed`.")
            .gives_other("text/event-stream"),
    ]
}

fn own_account() -> [Route; 5] {
    [
        post("/account/password/start", account::password_start)
            .says("Begins a new password.")
            .takes::<PasswordStart>()
            .gives::<RegisterStarted>()
            .refuses(&[HandshakeMalformed]),
        post("/account/password/finish", account::password_finish)
            .says("Sets a new password, with a proof of the old one; every other session ends.")
            .takes::<PasswordFinish>()
            .status(204)
            .refuses(&[HandshakeMalformed, WrongCredentials]),
        post("/account/recovery", account::recovery)
            .says("Sets a new recovery code, with a proof of the password.")
            .takes::<NewRecovery>()
            .status(204)
            .refuses(&[WrongCredentials]),
        post("/account/deletion", account::ask_deletion)
            .says("Has everything of the account removed in 7 days; every session ends.")
            .takes::<AskDeletion>()
            .gives::<Deletion>()
            .refuses(&[WrongCredentials]),
        delete("/account/deletion", account::keep).says("The account stays after all."),
    ]
}

fn attached() -> [Route; 5] {
    [
        put("/blobs/{blob}", blobs::make)
            .says("Makes a blob of a record of the caller's, or finds it as it is.")
            .takes::<NewBlob>()
            .gives::<Stored>()
            .refuses(&[NotFound]),
        get("/blobs/{blob}", blobs::show)
            .says("Which chunks of a blob are here.")
            .gives::<Stored>()
            .refuses(&[NotFound]),
        delete("/blobs/{blob}", blobs::delete).says("Forgets a blob of the caller's.").refuses(&[NotFound]),
        put("/blobs/{blob}/{chunk}", blobs::put_chunk)
            .says("Keeps a sealed chunk of a blob of the caller's, in the place of the one that was there.")
            .takes_bytes()
            .status(204)
            .refuses(&[NotFound, QuotaFull]),
        get("/blobs/{blob}/{chunk}", blobs::show_chunk)
            .says("A sealed chunk.")
            .gives_other(blobs::BYTES)
            .refuses(&[NotFound]),
    ]
}

fn nudges() -> [Route; 5] {
    [
        get("/push/key", push::key)
            .says("By what the server shows a push service who it is.")
            .gives::<PushKey>(),
        put("/push/subscription", push::subscribe)
            .says("Nudges the caller's session there, in the place of what was there.")
            .takes::<Subscription>()
            .status(204)
            .refuses(&[EndpointUnfit]),
        delete("/push/subscription", push::unsubscribe).says("Nudges the caller's session no more."),
        get("/reminders", reminders::show)
            .says("When the caller's devices are nudged next.")
            .gives::<Reminders>(),
        put("/reminders", reminders::replace)
            .says("Nudges the caller's devices then, up to 3 times, and at no other time.")
            .takes::<Reminders>()
            .status(204)
            .refuses(&[MomentUnfit]),
    ]
}

fn therapist() -> [Route; 3] {
    [
        get("/invites", invites::list).says("The caller's invitations, the newest first.").lists::<Invite>(),
        post("/invites", invites::make)
            .says("Makes an invitation.")
            .takes::<NewInvite>()
            .status(201)
            .refuses(&[IdTaken]),
        delete("/invites/{invite}", invites::withdraw)
            .says("Withdraws an invitation that was not used.")
            .refuses(&[NotFound]),
    ]
}

fn client() -> [Route; 1] {
    [post("/pairings", pairings::make)
        .says(
            "Accepts an invitation with the account that is there, and pairs it with the inviting therapist.",
        )
        .takes::<NewPairing>()
        .status(201)
        .refuses(&[TicketUnusable, TooMany])]
}

/// For whoever owns the practice: the first therapist who is still here.
fn colleagues() -> [Route; 3] {
    [
        get("/setup-links", setup_links::list)
            .says("The setup links that the practice's owner made, the newest first.")
            .lists::<SetupLink>(),
        post("/setup-links", setup_links::make)
            .says("Makes a link by which a therapist joins; for the practice's owner.")
            .gives::<NewSetupLink>()
            .status(201),
        delete("/setup-links/{link}", setup_links::withdraw)
            .says("Withdraws a setup link that was not used.")
            .refuses(&[NotFound]),
    ]
}
