//! A new password, a new code, parting, and the end of an account.

use chrono::Duration;
use headless::{account::Credentials, device::Device, error::Error};
use signin::SignInError;
use wire::{
    account::{AskDeletion, Proof},
    login::{LoginFinish, LoginStart, LoginStarted, SignedIn},
    pairings::Pairing,
    problem::Code,
    push::Reminders,
};

use crate::{
    accounts::assert_code,
    on_both,
    support::{PASSWORD, World, entry, found, hex, now, push::Browser, who, words},
};

on_both!(
    a_new_password_opens_everything_and_ends_the_other_devices,
    a_sign_in_begun_with_the_old_password_does_not_outlive_it,
    a_new_code_opens_everything_and_the_old_one_nothing,
    nobody_elses_password_counts_as_a_proof,
    parting_takes_from_both_what_the_other_gave_and_leaves_each_their_own,
    after_parting_nothing_can_be_granted_and_an_old_answer_still_counts,
    an_account_that_is_to_go_can_be_kept_for_seven_days,
    an_account_that_is_due_goes_whole,
    a_therapist_who_goes_leaves_clients_their_words,
);

const OTHER: &str = "another calm evening";

async fn a_new_password_opens_everything_and_ends_the_other_devices(engine: &str) {
    let world = World::on(engine).await;
    let (mut phone, code) = world.therapist("dr.okafor").await;
    let id = Device::new_id();
    phone.put(id, &entry("still here"), &[]).unwrap();
    phone.sync().await.unwrap();
    let tablet = Device::sign_in(&world.http, who("dr.okafor")).await.unwrap();
    let wrong = Credentials { name: "dr.okafor", password: OTHER };
    assert!(matches!(phone.change_password(wrong, OTHER).await, Err(Error::SignIn(SignInError::Wrong))));
    assert!(tablet.http().get::<SignedIn>("/session").await.is_ok());
    phone.change_password(who("dr.okafor"), OTHER).await.unwrap();
    assert!(phone.http().get::<SignedIn>("/session").await.is_ok());
    assert_code(tablet.http().get::<SignedIn>("/session").await, Code::SignedOut);
    assert!(matches!(
        Device::sign_in(&world.http, who("dr.okafor")).await,
        Err(Error::SignIn(SignInError::Wrong))
    ));
    let new = Credentials { name: "dr.okafor", password: OTHER };
    let mut again = Device::sign_in(&world.http, new).await.unwrap();
    again.sync().await.unwrap();
    assert_eq!(words(&again.record(id).unwrap().body), "still here");
    // The kit stays what it was.
    assert!(Device::recover(&world.http, &code, new).await.is_ok());
}

async fn a_sign_in_begun_with_the_old_password_does_not_outlive_it(engine: &str) {
    let world = World::on(engine).await;
    let (phone, _) = world.therapist("dr.okafor").await;
    let (logging_in, request) = signin::LoggingIn::start(PASSWORD, &mut rand08::rngs::OsRng).unwrap();
    let start = LoginStart { name: "dr.okafor".into(), request };
    let started: LoginStarted = world.http.post("/login/start", &start).await.unwrap();
    let (finalization, _) = logging_in.finish(&started.response, &mut rand08::rngs::OsRng).unwrap();
    phone.change_password(who("dr.okafor"), OTHER).await.unwrap();
    let finish = LoginFinish {
        login: started.login,
        finalization,
        carrier: wire::login::Carrier::Bearer,
        device: "x".into(),
    };
    assert_code(world.http.post::<SignedIn>("/login/finish", &finish).await, Code::WrongCredentials);
}

async fn a_new_code_opens_everything_and_the_old_one_nothing(engine: &str) {
    let world = World::on(engine).await;
    let (mut phone, old) = world.therapist("dr.okafor").await;
    let id = Device::new_id();
    phone.put(id, &entry("still here"), &[]).unwrap();
    phone.sync().await.unwrap();
    let wrong = Credentials { name: "dr.okafor", password: OTHER };
    assert!(phone.new_recovery(wrong).await.is_err());
    let code = phone.new_recovery(who("dr.okafor")).await.unwrap();
    let new = Credentials { name: "dr.okafor", password: OTHER };
    assert_code(Device::recover(&world.http, &old, new).await, Code::WrongCredentials);
    // The password is untouched.
    assert!(Device::sign_in(&world.http, who("dr.okafor")).await.is_ok());
    let (mut back, _) = Device::recover(&world.http, &code, new).await.unwrap();
    back.sync().await.unwrap();
    assert_eq!(words(&back.record(id).unwrap().body), "still here");
}

async fn nobody_elses_password_counts_as_a_proof(engine: &str) {
    let world = World::on(engine).await;
    let (okafor, _) = world.therapist("dr.okafor").await;
    world.therapist("dr.other").await;
    // Somebody at an open screen proves a password that they do know: their own.
    let (logging_in, request) = signin::LoggingIn::start(PASSWORD, &mut rand08::rngs::OsRng).unwrap();
    let start = LoginStart { name: "dr.other".into(), request };
    let started: LoginStarted = world.http.post("/login/start", &start).await.unwrap();
    let (finalization, _) = logging_in.finish(&started.response, &mut rand08::rngs::OsRng).unwrap();
    let ask = AskDeletion { proof: Proof { login: started.login, finalization } };
    let done = okafor.http().post::<wire::account::Deletion>("/account/deletion", &ask).await;
    assert_code(done, Code::WrongCredentials);
    assert!(okafor.http().get::<SignedIn>("/session").await.unwrap().deletion.is_none());
}

async fn parting_takes_from_both_what_the_other_gave_and_leaves_each_their_own(engine: &str) {
    for by_client in [true, false] {
        let world = World::on(engine).await;
        let (mut okafor, _) = world.therapist("dr.okafor").await;
        let mut mira = world.client_of(&mut okafor, "mira").await;
        let mut ben = world.client_of(&mut okafor, "ben").await;
        let (therapist, client) = (okafor.keyring().account(), mira.keyring().account());
        let (hers, plan, of_ben) = (Device::new_id(), Device::new_id(), Device::new_id());
        mira.put(hers, &entry("the house"), &[therapist]).unwrap();
        mira.sync().await.unwrap();
        ben.put(of_ben, &entry("the river"), &[therapist]).unwrap();
        ben.sync().await.unwrap();
        okafor.put(plan, &entry("see you soon"), &[client]).unwrap();
        okafor.sync().await.unwrap();
        mira.sync().await.unwrap();
        assert!(okafor.record(hers).is_some() && mira.record(plan).is_some());
        if by_client {
            mira.part_from(therapist).await.unwrap();
        } else {
            okafor.part_from(client).await.unwrap();
        }
        assert!(mira.part_from(therapist).await.is_err());
        for device in [&mut okafor, &mut mira] {
            device.sync().await.unwrap();
        }
        assert!(okafor.record(hers).is_none() && mira.record(plan).is_none());
        assert_eq!(words(&mira.record(hers).unwrap().body), "the house");
        assert_eq!(words(&okafor.record(plan).unwrap().body), "see you soon");
        assert_eq!(words(&okafor.record(of_ben).unwrap().body), "the river");
        assert!(mira.record(hers).unwrap().recipients.is_empty());
        assert!(okafor.record(plan).unwrap().recipients.is_empty());
        // A new device of each sees the same.
        let mut fresh = Device::sign_in(&world.http, who("dr.okafor")).await.unwrap();
        fresh.sync().await.unwrap();
        assert!(fresh.record(hers).is_none() && fresh.record(of_ben).is_some());
        assert!(fresh.alarms().is_empty() && okafor.alarms().is_empty() && mira.alarms().is_empty());
        let left: Vec<Pairing> = okafor.http().get("/pairings").await.unwrap();
        assert_eq!(left.len(), 1);
        // And she goes on writing.
        mira.put(hers, &entry("the house, again"), &[]).unwrap();
        mira.sync().await.unwrap();
        assert_eq!(mira.pending(), 0);
    }
}

async fn after_parting_nothing_can_be_granted_and_an_old_answer_still_counts(engine: &str) {
    let world = World::on(engine).await;
    let (mut okafor, _) = world.therapist("dr.okafor").await;
    let mut mira = world.client_of(&mut okafor, "mira").await;
    let therapist = okafor.keyring().account();
    let late = Device::new_id();
    // Shared without a network, while the pairing ends.
    mira.put(late, &entry("on the train"), &[therapist]).unwrap();
    okafor.part_from(mira.keyring().account()).await.unwrap();
    mira.sync().await.unwrap();
    assert_eq!(mira.pending(), 1, "the words wait on the device");
    assert!(
        matches!(mira.alarms(), [journal::sync::Alarm::Refused(record, Code::NotPaired)] if *record == late)
    );
    // Written anew for nobody else, they are taken.
    mira.put(late, &entry("on the train"), &[]).unwrap();
    mira.sync().await.unwrap();
    assert_eq!(mira.pending(), 0);
    okafor.sync().await.unwrap();
    assert!(okafor.record(late).is_none());
}

async fn an_account_that_is_to_go_can_be_kept_for_seven_days(engine: &str) {
    let world = World::on(engine).await;
    let (mut okafor, _) = world.therapist("dr.okafor").await;
    let mut mira = world.client_of(&mut okafor, "mira").await;
    let shared = Device::new_id();
    mira.put(shared, &entry("the house"), &[okafor.keyring().account()]).unwrap();
    mira.sync().await.unwrap();
    let asked = now();
    let due = mira.ask_deletion(who("mira")).await.unwrap().due;
    assert!(
        due - asked > Duration::days(7) - Duration::minutes(1)
            && due - asked < Duration::days(7) + Duration::minutes(1)
    );
    assert_code(mira.http().get::<SignedIn>("/session").await, Code::SignedOut);
    assert_eq!(world.app.sweep(due - Duration::seconds(1)).await.unwrap(), 0);
    let mut back = Device::sign_in(&world.http, who("mira")).await.unwrap();
    assert_eq!(back.http().get::<SignedIn>("/session").await.unwrap().deletion, Some(due));
    // Asking twice does not move the day.
    assert_eq!(back.ask_deletion(who("mira")).await.unwrap().due, due);
    back = Device::sign_in(&world.http, who("mira")).await.unwrap();
    back.keep_account().await.unwrap();
    assert_eq!(back.http().get::<SignedIn>("/session").await.unwrap().deletion, None);
    assert_eq!(world.app.sweep(due + Duration::days(1)).await.unwrap(), 0);
    back.sync().await.unwrap();
    assert_eq!(words(&back.record(shared).unwrap().body), "the house");
}

async fn an_account_that_is_due_goes_whole(engine: &str) {
    let world = World::on(engine).await;
    let (mut okafor, _) = world.therapist("dr.okafor").await;
    let mut mira = world.client_of(&mut okafor, "mira-canary").await;
    let (private, shared) = (Device::new_id(), Device::new_id());
    mira.put(private, &entry("mine"), &[]).unwrap();
    mira.put(shared, &entry("the house"), &[okafor.keyring().account()]).unwrap();
    mira.sync().await.unwrap();
    okafor.sync().await.unwrap();
    let account = mira.keyring().account();
    let address = Browser::new("https://push.example", "canary-address").subscription();
    mira.http().put_empty("/push/subscription", &address).await.unwrap();
    mira.http().put_empty("/reminders", &Reminders { at: vec![now() + Duration::days(30)] }).await.unwrap();
    assert!(found(&world.raw_database(), b"canary-address"), "the control is not found");
    let bytes = content_of(&world, private).await;
    assert!(found(&world.raw_database(), &needle(engine, &bytes)), "the control is not found");
    let due = mira.ask_deletion(who("mira-canary")).await.unwrap().due;
    assert_eq!(world.app.sweep(due).await.unwrap(), 1);
    assert!(Device::sign_in(&world.http, who("mira-canary")).await.is_err());
    okafor.sync().await.unwrap();
    assert!(okafor.record(shared).is_none() && okafor.alarms().is_empty());
    assert!(okafor.http().get::<Vec<Pairing>>("/pairings").await.unwrap().is_empty());
    // What stays: an id that a reader must learn is gone, and whose it was.
    let pool = world.pool().await;
    let id = format!("{:?}", account.bytes());
    let mut stays: Vec<_> = Vec::new();
    for (table, rows) in world.contents(&pool).await {
        stays.extend(rows.iter().filter(|row| row.contains(&id)).map(|_| table.clone()));
    }
    stays.dedup();
    assert_eq!(stays, ["accounts", "records"]);
    world.store.forget_erased().await.unwrap();
    assert!(!found(&world.raw_database(), &needle(engine, &bytes)), "sealed words outlive their account");
    assert!(!found(&world.raw_database(), b"mira-canary"), "a name outlives its account");
    assert!(!found(&world.raw_database(), b"canary-address"), "a push address outlives its account");
    // The name is free again.
    let again = world.client_of(&mut okafor, "mira-canary").await;
    assert_ne!(again.keyring().account(), account);
    assert_eq!(world.app.sweep(due + Duration::days(400)).await.unwrap(), 0);
}

async fn a_therapist_who_goes_leaves_clients_their_words(engine: &str) {
    let world = World::on(engine).await;
    let (mut okafor, _) = world.therapist("dr.okafor").await;
    let mut mira = world.client_of(&mut okafor, "mira").await;
    let shared = Device::new_id();
    mira.put(shared, &entry("the house"), &[okafor.keyring().account()]).unwrap();
    mira.sync().await.unwrap();
    let due = okafor.ask_deletion(who("dr.okafor")).await.unwrap().due;
    assert_eq!(world.app.sweep(due).await.unwrap(), 1);
    mira.sync().await.unwrap();
    assert_eq!(words(&mira.record(shared).unwrap().body), "the house");
    assert!(mira.record(shared).unwrap().recipients.is_empty() && mira.alarms().is_empty());
    mira.put(shared, &entry("still mine"), &[]).unwrap();
    mira.sync().await.unwrap();
    assert_eq!(mira.pending(), 0);
}

async fn content_of(world: &World, record: wire::ids::RecordId) -> Vec<u8> {
    use sqlx::Row;
    let pool = world.pool().await;
    let sql = "SELECT content FROM records WHERE id = $1";
    let row = sqlx::query(sql).bind(record.bytes().to_vec()).fetch_one(&pool).await.unwrap();
    row.get("content")
}

/// A piece of ciphertext as it would lie in the file or in a dump.
fn needle(engine: &str, content: &[u8]) -> Vec<u8> {
    let piece = &content[100..132];
    if engine == "sqlite" { piece.to_vec() } else { hex(piece).into_bytes() }
}
