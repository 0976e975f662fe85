use std::sync::{
    Arc,
    atomic::{AtomicI64, Ordering},
};

use chrono::Duration;
use headless::device::Device;
use reqwest::StatusCode;
use server::serve::Settings;
use wire::{
    login::LoginStart,
    problem::{Code, Problem},
};

use super::accounts::assert_code;
use crate::{
    on_both,
    support::{PASSWORD, World, card, now, who},
};

on_both!(
    guessing_a_name_gets_slow_whether_it_exists_or_not,
    guessing_from_everywhere_does_not_keep_the_owner_out,
    guessing_recovery_codes_and_links_gets_slow,
);

/// A world whose clock can be moved, and by how many seconds it was.
async fn world(engine: &str) -> (World, Arc<AtomicI64>) {
    let moved = Arc::new(AtomicI64::new(0));
    // It stands still otherwise, so that a slow machine sees the same waits.
    let (clock, began) = (moved.clone(), now());
    let clock = move || began + Duration::seconds(clock.load(Ordering::Relaxed));
    (World::with(engine, Settings::default(), clock).await, moved)
}

/// Sends a body from an address; the status, and the seconds of `Retry-After` when it was too soon.
async fn send(
    world: &World,
    from: &str,
    path: &str,
    body: &impl serde::Serialize,
) -> (StatusCode, Option<u32>) {
    let url = format!("{}/api/v1{path}", world.origin);
    let answer =
        reqwest::Client::new().post(url).header("x-forwarded-for", from).json(body).send().await.unwrap();
    let (status, wait) = (answer.status(), answer.headers().get("retry-after").cloned());
    if status == StatusCode::TOO_MANY_REQUESTS {
        assert_eq!(answer.json::<Problem>().await.unwrap().code, Code::TooMany);
    }
    (status, wait.map(|wait| wait.to_str().unwrap().parse().unwrap()))
}

async fn guess(world: &World, from: &str, name: &str) -> (StatusCode, Option<u32>) {
    let (_, request) = signin::LoggingIn::start(PASSWORD, &mut rand08::rngs::OsRng).unwrap();
    send(world, from, "/login/start", &LoginStart { name: name.into(), request }).await
}

async fn guessing_a_name_gets_slow_whether_it_exists_or_not(engine: &str) {
    let (world, moved) = world(engine).await;
    world.therapist("dr.okafor").await;
    let mut answers = Vec::new();
    for (name, from) in [("dr.okafor", "198.51.100.1"), ("nobody.at.all", "198.51.100.2")] {
        let mut heard = Vec::new();
        for wait in [0, 0, 0, 0, 0, 0, 0, 2, 0, 4] {
            moved.fetch_add(wait, Ordering::Relaxed);
            heard.push(guess(&world, from, name).await);
        }
        answers.push(heard);
    }
    assert_eq!(answers[0], answers[1]);
    assert_eq!(answers[0][5], (StatusCode::OK, None));
    assert_eq!(answers[0][6], (StatusCode::TOO_MANY_REQUESTS, Some(2)));
    assert_eq!(answers[0][7], (StatusCode::OK, None));
    assert_eq!(answers[0][8], (StatusCode::TOO_MANY_REQUESTS, Some(4)));
    assert_eq!(answers[0][9], (StatusCode::OK, None));
}

async fn guessing_from_everywhere_does_not_keep_the_owner_out(engine: &str) {
    let (world, _) = world(engine).await;
    let (mut okafor, code) = world.therapist("dr.okafor").await;
    okafor.sync().await.unwrap();
    for number in 0..40 {
        guess(&world, &format!("203.0.113.{number}"), "dr.okafor").await;
    }
    assert_eq!(guess(&world, "198.51.100.1", "dr.okafor").await.0, StatusCode::TOO_MANY_REQUESTS);
    // Where the account is used, it can be signed in to; and the code works from anywhere.
    assert!(Device::sign_in(&world.http, who("dr.okafor")).await.is_ok());
    let (_, request) = signin::Registering::start(PASSWORD, &mut rand08::rngs::OsRng).unwrap();
    let start = wire::login::RecoverStart { name: "dr.okafor".into(), proof: code.proof(), request };
    assert_eq!(send(&world, "198.51.100.1", "/recover/start", &start).await.0, StatusCode::OK);
}

async fn guessing_recovery_codes_and_links_gets_slow(engine: &str) {
    let (world, moved) = world(engine).await;
    let (mut okafor, _) = world.therapist("dr.okafor").await;
    let (_, request) = signin::Registering::start(PASSWORD, &mut rand08::rngs::OsRng).unwrap();
    let start = wire::login::RecoverStart { name: "dr.okafor".into(), proof: [7; 32], request };
    let from = "198.51.100.1";
    for _ in 0..31 {
        assert_eq!(send(&world, from, "/recover/start", &start).await.0, StatusCode::UNAUTHORIZED);
    }
    assert_eq!(send(&world, from, "/recover/start", &start).await, (StatusCode::TOO_MANY_REQUESTS, Some(1)));
    assert_eq!(send(&world, "198.51.100.2", "/recover/start", &start).await.0, StatusCode::UNAUTHORIZED);
    // Somebody who has the link may look as often as they like; somebody who guesses may not.
    let (invite, fragment) = okafor.invite("mira", &card()).await.unwrap();
    let look = async |invite: &str| -> Result<wire::invites::Offer, _> {
        world.http.get(&format!("/invites/{invite}/offer")).await
    };
    for _ in 0..50 {
        assert!(look(&invite.to_string()).await.is_ok());
    }
    for _ in 0..31 {
        assert_code(look("00000000-0000-4000-8000-000000000000").await, Code::TicketUnusable);
    }
    assert_code(look("00000000-0000-4000-8000-000000000000").await, Code::TooMany);
    moved.fetch_add(1, Ordering::Relaxed);
    assert!(Device::register_client(&world.http, invite, Some(&fragment), who("mira")).await.is_ok());
}
