use std::{
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
    time::{Duration as StdDuration, Instant},
};

use chrono::Duration;
use headless::{account::Credentials, device::Device, error::Error};
use journal::seal::SystemEntropy;
use server::serve::Settings;
use wire::{
    devices::Device as Listed,
    login::{LoginStart, LoginStarted, RecoverStart, RecoverStarted, SignedIn},
    pairings::Pairing,
    problem::Code,
};

use crate::{
    on_both,
    support::{PASSWORD, World, entry, now, who, words},
};

on_both!(
    a_second_device_has_everything,
    a_recovery_brings_everything_back_and_ends_other_sessions,
    a_recovery_is_shown_to_the_other_side,
    a_wrong_password_and_an_unknown_name_look_alike,
    a_wrong_code_and_an_unknown_name_look_alike,
    an_unknown_name_takes_as_long_as_one_that_exists,
    a_setup_link_works_once,
    a_device_can_be_ended_from_another,
    the_database_alone_signs_nobody_in,
);

/// How often each name is tried.
const TRIES: usize = 25;

async fn a_second_device_has_everything(engine: &str) {
    let world = World::on(engine).await;
    let (mut okafor, _) = world.therapist("dr.okafor").await;
    let mut phone = world.client_of(&mut okafor, "mira").await;
    let id = Device::new_id();
    phone.put(id, &entry("still here"), &[]).unwrap();
    phone.sync().await.unwrap();
    let mut tablet = Device::sign_in(&world.http, who("  MIRA ")).await.unwrap();
    tablet.sync().await.unwrap();
    assert_eq!(words(&tablet.record(id).unwrap().body), "still here");
    assert_eq!(tablet.records().count(), phone.records().count());
}

async fn a_recovery_brings_everything_back_and_ends_other_sessions(engine: &str) {
    let world = World::on(engine).await;
    let (mut before, code) = world.therapist("dr.okafor").await;
    let id = Device::new_id();
    before.put(id, &entry("not lost"), &[]).unwrap();
    before.sync().await.unwrap();
    let new = Credentials { name: "dr.okafor", password: "another calm evening" };
    let wrong = journal::seal::RecoveryCode::make(&mut SystemEntropy);
    assert_code(Device::recover(&world.http, &wrong, new).await, Code::WrongCredentials);
    let (mut after, new_code) = Device::recover(&world.http, &code, new).await.unwrap();
    after.sync().await.unwrap();
    assert_eq!(words(&after.record(id).unwrap().body), "not lost");
    assert_code(before.http().get::<SignedIn>("/session").await, Code::SignedOut);
    assert!(Device::sign_in(&world.http, who("dr.okafor")).await.is_err());
    assert!(Device::sign_in(&world.http, new).await.is_ok());
    assert_code(Device::recover(&world.http, &code, new).await, Code::WrongCredentials);
    assert!(Device::recover(&world.http, &new_code, new).await.is_ok());
}

async fn a_recovery_is_shown_to_the_other_side(engine: &str) {
    let world = World::on(engine).await;
    let (mut okafor, code) = world.therapist("dr.okafor").await;
    let mira = world.client_of(&mut okafor, "mira").await;
    let seen = async || {
        let pairings: Vec<Pairing> = mira.http().get("/pairings").await.unwrap();
        (pairings[0].since, pairings[0].peer_recovered)
    };
    assert_eq!(seen().await.1, None);
    let new = Credentials { name: "dr.okafor", password: "another calm evening" };
    Device::recover(&world.http, &code, new).await.unwrap();
    let (since, came_back) = seen().await;
    assert!(came_back.unwrap() > since);
}

async fn a_wrong_password_and_an_unknown_name_look_alike(engine: &str) {
    let world = World::on(engine).await;
    world.therapist("dr.okafor").await;
    let mut sizes = Vec::new();
    for name in ["dr.okafor", "nobody.at.all"] {
        let (_, request) = signin::LoggingIn::start(PASSWORD, &mut rand08::rngs::OsRng).unwrap();
        let start = LoginStart { name: name.into(), request };
        let started: LoginStarted = world.http.post("/login/start", &start).await.unwrap();
        sizes.push(serde_json::to_string(&started).unwrap().len());
        let wrong = Credentials { name, password: "not the password" };
        assert!(matches!(
            Device::sign_in(&world.http, wrong).await,
            Err(Error::SignIn(signin::SignInError::Wrong))
        ));
        // A client that sends a made-up proof gets one and the same answer.
        let finish = serde_json::json!({
            "login": started.login, "finalization": wire::bytes::to_text(&[7; 64]), "carrier": "bearer", "device": "x",
        });
        assert_code(world.http.post::<SignedIn>("/login/finish", &finish).await, Code::WrongCredentials);
    }
    assert_eq!(sizes[0], sizes[1]);
}

async fn a_wrong_code_and_an_unknown_name_look_alike(engine: &str) {
    let world = World::on(engine).await;
    world.therapist("dr.okafor").await;
    let mut answers = Vec::new();
    for name in ["dr.okafor", "nobody.at.all"] {
        let url = format!("{}/api/v1/recover/start", world.origin);
        let answer = reqwest::Client::new().post(url).json(&recovery_by(name)).send().await.unwrap();
        let said = (answer.status(), answer.headers()["content-type"].clone());
        answers.push((said, answer.text().await.unwrap()));
    }
    assert_eq!(answers[0], answers[1]);
    assert!(answers[0].1.contains("wrong"), "{answers:?}");
}

async fn an_unknown_name_takes_as_long_as_one_that_exists(engine: &str) {
    // Days lie between two tries, so that none has to wait for the one before.
    let (days, first) = (Arc::new(AtomicI64::new(0)), now());
    let clock = {
        let days = days.clone();
        move || first + Duration::days(days.load(Ordering::Relaxed))
    };
    let world = World::with(engine, Settings::default(), clock).await;
    world.therapist("dr.okafor").await;
    let mut times = [const { Vec::new() }; 4];
    for _ in 0..TRIES {
        for (at, name) in ["dr.okafor", "nobody.at.all"].into_iter().enumerate() {
            days.fetch_add(1, Ordering::Relaxed);
            let (_, request) = signin::LoggingIn::start(PASSWORD, &mut rand08::rngs::OsRng).unwrap();
            let start = LoginStart { name: name.into(), request };
            let begun = Instant::now();
            world.http.post::<LoginStarted>("/login/start", &start).await.unwrap();
            times[at].push(begun.elapsed());
            let start = recovery_by(name);
            let begun = Instant::now();
            let refused = world.http.post::<RecoverStarted>("/recover/start", &start).await;
            times[at + 2].push(begun.elapsed());
            assert_code(refused, Code::WrongCredentials);
        }
    }
    for (what, pair) in ["signing in", "recovering"].into_iter().zip(times.chunks_mut(2)) {
        let [known, unknown] = pair else { panic!("not two") };
        let (known, unknown) = (median(known), median(unknown));
        // Without the work of a sign-in an answer comes in less than half the time.
        let is_alike = known < unknown * 2 && unknown < known * 2;
        assert!(is_alike, "{what} takes {known:?} with a name that exists, else {unknown:?}");
    }
}

fn median(times: &mut [StdDuration]) -> StdDuration {
    times.sort_unstable();
    times[times.len() / 2]
}

/// With a code that is nobody's.
fn recovery_by(name: &str) -> RecoverStart {
    let (_, request) = signin::Registering::start(PASSWORD, &mut rand08::rngs::OsRng).unwrap();
    RecoverStart { name: name.into(), proof: [7; 32], request }
}

async fn a_setup_link_works_once(engine: &str) {
    let world = World::on(engine).await;
    world.setup_token("once").await;
    assert!(Device::register_therapist(&world.http, "once", who("dr.okafor")).await.is_ok());
    assert_code(Device::register_therapist(&world.http, "once", who("dr.other")).await, Code::TicketUnusable);
    assert_code(
        Device::register_therapist(&world.http, "guessed", who("dr.other")).await,
        Code::TicketUnusable,
    );
    world.setup_token("again").await;
    assert_code(Device::register_therapist(&world.http, "again", who("Dr.Okafor")).await, Code::NameTaken);
    // A taken name does not use the link up.
    assert!(Device::register_therapist(&world.http, "again", who("dr.other")).await.is_ok());
}

async fn a_device_can_be_ended_from_another(engine: &str) {
    let world = World::on(engine).await;
    let (phone, _) = world.therapist("dr.okafor").await;
    let tablet = Device::sign_in(&world.http, who("dr.okafor")).await.unwrap();
    let (stranger, _) = world.therapist("dr.stranger").await;
    let devices: Vec<Listed> = tablet.http().get("/sessions").await.unwrap();
    assert_eq!((devices.len(), devices.iter().filter(|device| device.this).count()), (2, 1));
    let other = devices.iter().find(|device| !device.this).unwrap().session;
    assert_code(stranger.http().delete(&format!("/sessions/{other}")).await, Code::NotFound);
    assert!(phone.http().get::<SignedIn>("/session").await.is_ok());
    tablet.http().delete(&format!("/sessions/{other}")).await.unwrap();
    assert_code(phone.http().get::<SignedIn>("/session").await, Code::SignedOut);
}

async fn the_database_alone_signs_nobody_in(engine: &str) {
    let world = World::on(engine).await;
    world.therapist("dr.okafor").await;
    let elsewhere = tempfile::tempdir().unwrap();
    let other = server::setup_key::load(&elsewhere.path().join("opaque-setup.key"), &world.store).await;
    assert!(matches!(other, Err(server::setup_key::SetupKeyError::Missing)));
}

pub fn assert_code<T>(result: Result<T, Error>, code: Code) {
    match result {
        Err(Error::Refused(problem)) => assert_eq!((problem.code, problem.status), (code, code.status())),
        Err(other) => panic!("expected {code:?}, got {other:?}"),
        Ok(_) => panic!("expected {code:?}, it was done"),
    }
}
