use std::{cell::RefCell, sync::Once};

use headless::device::Device;
use journal::record::Body;
use server::serve::Settings;

use crate::{
    alerts::made,
    on_both,
    support::{
        World, entry, found, hex, now,
        push::{Browser, PushService},
        words,
    },
};

on_both!(a_damaged_record_is_named_and_the_rest_is_shown, no_word_is_in_the_database_or_the_logs);

async fn a_damaged_record_is_named_and_the_rest_is_shown(engine: &str) {
    let world = World::on(engine).await;
    let (mut okafor, _) = world.therapist("dr.okafor").await;
    let mut mira = world.client_of(&mut okafor, "mira").await;
    let (swapped, whole) = (Device::new_id(), Device::new_id());
    let to = [okafor.keyring().account()];
    mira.put(swapped, &entry("one"), &to).unwrap();
    mira.sync().await.unwrap();
    // The server puts other bytes where the words were.
    let sql = "UPDATE records SET content = own_wrap WHERE id IN (SELECT record_id FROM grants)";
    assert_eq!(world.tamper(sql).await, 1);
    mira.put(whole, &entry("two"), &to).unwrap();
    mira.sync().await.unwrap();
    okafor.sync().await.unwrap();
    assert_eq!(okafor.unopenable(), [swapped]);
    assert_eq!(words(&okafor.record(whole).unwrap().body), "two");
}

async fn no_word_is_in_the_database_or_the_logs(engine: &str) {
    listen();
    let service = PushService::open().await;
    let nudges = service.settings();
    let world = World::started(engine, Settings::default(), now, |app| app.with_push(nudges)).await;
    let (mut okafor, _) = world.therapist("control-name").await;
    let mut mira = world.client_of(&mut okafor, "mira").await;
    mira.put(Device::new_id(), &entry("canary-7f3a-house"), &[okafor.keyring().account()]).unwrap();
    mira.sync().await.unwrap();
    okafor.sync().await.unwrap();
    // A push service turns the server away, and that is said.
    let address = Browser::new(&service.origin, "canary-address").subscription();
    okafor.http().put_empty("/push/subscription", &address).await.unwrap();
    service.answers(&[(403, "0")]);
    let alert = Body::Alert(made(Device::new_id(), 1));
    mira.put(Device::new_id(), &alert, &[okafor.keyring().account()]).unwrap();
    mira.sync().await.unwrap();
    world.app.nudged().await;
    assert_eq!(service.paths(), ["/canary-address"]);
    let database = world.raw_database();
    let logged = LOGGED.take();
    for form in forms("canary-7f3a-house").iter().chain(&forms("Lakeside")) {
        assert!(!found(&database, form), "a word in the database, as {:?}", String::from_utf8_lossy(form));
        assert!(!found(&logged, form), "a word in the logs");
    }
    for form in forms("control-name").iter().chain(&forms("canary-address")) {
        assert!(!found(&logged, form), "a name or an address in the logs");
    }
    // Controls: what must be there is found, so the search can find.
    assert!(found(&database, b"control-name"));
    assert!(found(&logged, b"/api/v1/register/finish"));
    assert!(found(&logged, b"a nudge was refused"));
}

/// How a word could hide: plain, UTF-16, base64 at three offsets, hex, percent-encoded.
fn forms(word: &str) -> Vec<Vec<u8>> {
    let utf16 = word.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let hex = hex(word.as_bytes());
    let percent = hex.as_bytes().chunks(2).flat_map(|pair| [b"%", pair].concat()).collect::<Vec<_>>();
    let mut forms = vec![
        word.as_bytes().to_vec(),
        utf16,
        hex.to_uppercase().into_bytes(),
        hex.into_bytes(),
        percent.to_ascii_uppercase(),
        percent,
    ];
    for offset in 0..3_usize {
        let shifted = [vec![0; offset], word.as_bytes().to_vec()].concat();
        let text = wire::bytes::to_text(&shifted);
        // The first and last symbols depend on what stands around the word.
        forms.push(text.as_bytes()[offset + usize::from(offset > 0)..text.len() - 2].to_vec());
    }
    forms
}

thread_local! {
    /// What was logged on this thread, on which one test runs with its server.
    static LOGGED: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

/// One subscriber for the whole process: one that comes and goes with a test can be missed by another's lines.
fn listen() {
    static LISTENING: Once = Once::new();
    LISTENING.call_once(|| {
        tracing_subscriber::fmt()
            .with_env_filter(server::serve::log_filter("trace"))
            .with_writer(|| Logs)
            .init();
    });
}

struct Logs;

impl std::io::Write for Logs {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        LOGGED.with_borrow_mut(|logged| logged.extend_from_slice(bytes));
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}
