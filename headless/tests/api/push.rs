//! Where nudges go, where they do not, and what becomes of one that does not arrive.

use std::{
    fs,
    os::unix::fs::PermissionsExt,
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
};

use chrono::{DateTime, Duration, SubsecRound, Utc};
use futures_util::FutureExt;
use headless::{device::Device, http::Http};
use journal::seal::{Entropy, SystemEntropy};
use server::{push::Key, serve::Settings};
use wire::{
    ids::{AccountId, Epoch, OpId, RecordId, Rev},
    problem::Code,
    push::Subscription,
    sealed::{Grant, Sealed, Wrap},
    sync::{Change, Granted, Operation, Outcome, Push, Pushed},
};

use crate::{
    accounts::assert_code,
    on_both,
    support::{
        World, now,
        push::{Browser, PushService},
    },
};

on_both!(
    what_cannot_wait_reaches_its_readers_and_nobody_else,
    nobody_waits_for_a_push_service,
    whoever_signed_out_is_left_alone,
    an_address_belongs_to_whoever_signed_in_last,
    an_address_that_is_gone_is_forgotten,
    what_fails_is_tried_again_a_few_times,
    only_push_services_on_the_public_net_are_taken,
    with_another_key_every_address_is_forgotten,
);

/// A server whose clock can be moved, and the push service that it uses.
pub struct Nudged {
    pub world: World,
    pub service: PushService,
    pub clock: Clock,
}

impl Nudged {
    pub async fn on(engine: &str) -> Self {
        let (service, clock) = (PushService::open().await, Clock::new());
        let settings = service.settings();
        let world =
            World::started(engine, Settings::default(), clock.reader(), |app| app.with_push(settings)).await;
        Self { world, service, clock }
    }
}

/// It stands still until it is moved.
#[derive(Clone)]
pub struct Clock {
    began: DateTime<Utc>,
    moved: Arc<AtomicI64>,
}

impl Clock {
    fn new() -> Self {
        Self { began: now().trunc_subsecs(6), moved: Arc::default() }
    }

    pub fn now(&self) -> DateTime<Utc> {
        self.began + Duration::seconds(self.moved.load(Ordering::Relaxed))
    }

    pub fn forward(&self, by: Duration) {
        self.moved.fetch_add(by.num_seconds(), Ordering::Relaxed);
    }

    pub fn reader(&self) -> impl Fn() -> DateTime<Utc> + Send + Sync + 'static {
        let clock = self.clone();
        move || clock.now()
    }
}

impl World {
    /// Sends what is due, and waits until it is sent or given up.
    pub async fn nudge(&self) {
        self.app.remind().await.unwrap();
        self.app.nudged().await;
    }
}

pub async fn subscribed(http: &Http, browser: &Browser) {
    http.put_empty("/push/subscription", &browser.subscription()).await.unwrap();
}

/// A new record, granted to these.
fn record(urgent: bool, to: &[AccountId]) -> Push {
    let grants = to.iter().map(|recipient| Granted { recipient: *recipient, grant: Grant(vec![7; 90]) });
    let change = Change::Put {
        epoch: Epoch(0),
        content: Sealed(vec![7; 700]),
        own_wrap: Wrap(vec![7; 80]),
        grants: grants.collect(),
        urgent,
    };
    let (op, record) = (SystemEntropy.bytes16(), SystemEntropy.bytes16());
    let operation = Operation {
        op: OpId::from_random(op),
        record: RecordId::from_random(record),
        base: Rev(0),
        over: None,
        change,
    };
    Push { operations: vec![operation] }
}

async fn send(device: &Device, push: &Push) -> Outcome {
    let mut pushed: Pushed = device.http().post("/sync", push).await.unwrap();
    pushed.answers.remove(0).outcome
}

async fn what_cannot_wait_reaches_its_readers_and_nobody_else(engine: &str) {
    let Nudged { world, service, clock } = Nudged::on(engine).await;
    let (mut okafor, _) = world.therapist("dr.okafor").await;
    let (lund, _) = world.therapist("dr.lund").await;
    let mira = world.client_of(&mut okafor, "mira").await;
    let jonas = world.client_of(&mut okafor, "jonas").await;
    let therapist = okafor.keyring().account();
    let hers = Browser::new(&service.origin, "okafors");
    subscribed(okafor.http(), &hers).await;
    for (device, path) in [(&lund, "lunds"), (&mira, "miras"), (&jonas, "jonas")] {
        subscribed(device.http(), &Browser::new(&service.origin, path)).await;
    }

    let alert = record(true, &[therapist]);
    assert!(matches!(send(&mira, &alert).await, Outcome::Applied { .. }));
    world.app.nudged().await;
    let heard = service.heard();
    let [waiting] = &heard[..] else { panic!("{heard:?}") };
    assert_eq!(hers.open(waiting), r#"{"kind":"waiting"}"#);
    assert_eq!((waiting.path.as_str(), waiting.header("urgency")), ("/okafors", "high"));
    assert_eq!(waiting.header("ttl"), "86400");
    waiting.checked(&service, clock.now());

    // An answer that was lost and is asked for again, what is not urgent, what nobody can read, what is refused.
    assert!(matches!(send(&mira, &alert).await, Outcome::Applied { .. }));
    assert!(matches!(send(&mira, &record(false, &[therapist])).await, Outcome::Applied { .. }));
    assert!(matches!(send(&mira, &record(true, &[])).await, Outcome::Applied { .. }));
    let stranger = record(true, &[lund.keyring().account()]);
    assert_eq!(send(&mira, &stranger).await, Outcome::Refused { code: Code::NotPaired });
    world.app.nudged().await;
    assert!(service.heard().is_empty());

    // Nothing of a moment differs in length.
    let at = vec![clock.now() + Duration::hours(1)];
    okafor.http().put_empty("/reminders", &wire::push::Reminders { at }).await.unwrap();
    clock.forward(Duration::hours(1));
    world.nudge().await;
    let moment = &service.heard()[0];
    assert_eq!(hers.open(moment), r#"{"kind":"moment"}"#);
    assert_eq!(moment.body.len(), waiting.body.len());
    assert_eq!(moment.header("topic").len(), waiting.header("topic").len());
    assert_ne!(moment.header("topic"), waiting.header("topic"));
}

async fn nobody_waits_for_a_push_service(engine: &str) {
    let Nudged { world, service, .. } = Nudged::on(engine).await;
    let (mut okafor, _) = world.therapist("dr.okafor").await;
    let mira = world.client_of(&mut okafor, "mira").await;
    subscribed(okafor.http(), &Browser::new(&service.origin, "okafors")).await;
    let held = service.hold();
    let alert = record(true, &[okafor.keyring().account()]);
    // Answered although the push service has not answered, and will not before it is told to.
    assert!(matches!(send(&mira, &alert).await, Outcome::Applied { .. }));
    assert!(world.app.nudged().now_or_never().is_none(), "nothing is under way");
    held.notify_one();
    world.app.nudged().await;
    assert_eq!(service.paths(), ["/okafors"]);
}

async fn whoever_signed_out_is_left_alone(engine: &str) {
    let Nudged { world, service, clock } = Nudged::on(engine).await;
    let (mut okafor, _) = world.therapist("dr.okafor").await;
    let mira = world.client_of(&mut okafor, "mira").await;
    let to = [okafor.keyring().account()];
    let session = async |path: &str| {
        let http = world.http.clone().with_token(Some(world.token_of(to[0], path).await));
        subscribed(&http, &Browser::new(&service.origin, path)).await;
        http
    };
    let stays = session("stays").await;
    session("signs-out").await.delete("/session").await.unwrap();
    session("unsubscribes").await.delete("/push/subscription").await.unwrap();
    let listed: Vec<wire::devices::Device> = session("is-signed-out").await.get("/sessions").await.unwrap();
    let that = listed.iter().find(|device| device.this).unwrap().session;
    stays.delete(&format!("/sessions/{that}")).await.unwrap();
    send(&mira, &record(true, &to)).await;
    world.app.nudged().await;
    assert_eq!(service.paths(), ["/stays"]);

    // Signed out while a try is under way: there is no further one.
    service.comes().await;
    service.answers(&[(503, "0")]);
    let held = service.hold();
    send(&mira, &record(true, &to)).await;
    service.comes().await;
    stays.delete("/session").await.unwrap();
    held.notify_one();
    world.app.nudged().await;
    assert_eq!(service.paths(), ["/stays"]);
    assert!(world.contents(&world.pool().await).await["push_subscriptions"].is_empty());

    // Nobody called for so long that the session ended by itself.
    session("unused").await;
    clock.forward(Duration::days(89));
    send(&mira, &record(true, &to)).await;
    world.app.nudged().await;
    assert_eq!(service.paths(), ["/unused"]);
    clock.forward(Duration::days(2));
    send(&mira, &record(true, &to)).await;
    world.app.nudged().await;
    assert!(service.heard().is_empty());
}

async fn an_address_belongs_to_whoever_signed_in_last(engine: &str) {
    let Nudged { world, service, .. } = Nudged::on(engine).await;
    let (mut okafor, _) = world.therapist("dr.okafor").await;
    let mira = world.client_of(&mut okafor, "mira").await;
    let jonas = world.client_of(&mut okafor, "jonas").await;
    let shared = Browser::new(&service.origin, "in-the-waiting-room");
    subscribed(mira.http(), &shared).await;
    subscribed(jonas.http(), &shared).await;
    let nudge = async |device: &Device| {
        send(&okafor, &record(true, &[device.keyring().account()])).await;
        world.app.nudged().await;
        service.paths()
    };
    assert!(nudge(&mira).await.is_empty());
    assert_eq!(nudge(&jonas).await, ["/in-the-waiting-room"]);
    // A session has one address: the newer.
    subscribed(jonas.http(), &Browser::new(&service.origin, "elsewhere")).await;
    assert_eq!(nudge(&jonas).await, ["/elsewhere"]);
}

async fn an_address_that_is_gone_is_forgotten(engine: &str) {
    let Nudged { world, service, .. } = Nudged::on(engine).await;
    let (mut okafor, _) = world.therapist("dr.okafor").await;
    let mira = world.client_of(&mut okafor, "mira").await;
    let to = [okafor.keyring().account()];
    for status in [404, 410] {
        subscribed(okafor.http(), &Browser::new(&service.origin, "phone")).await;
        service.answers(&[(status, "")]);
        for expected in [&["/phone"][..], &[]] {
            send(&mira, &record(true, &to)).await;
            world.app.nudged().await;
            assert_eq!(service.paths(), expected);
        }
        assert!(world.contents(&world.pool().await).await["push_subscriptions"].is_empty());
    }
}

async fn what_fails_is_tried_again_a_few_times(engine: &str) {
    let Nudged { world, service, .. } = Nudged::on(engine).await;
    let (mut okafor, _) = world.therapist("dr.okafor").await;
    let mira = world.client_of(&mut okafor, "mira").await;
    subscribed(okafor.http(), &Browser::new(&service.origin, "phone")).await;
    let table: [(&[(u16, &'static str)], usize); 7] = [
        (&[], 1),
        (&[(503, "0")], 2),
        (&[(429, "soon"), (500, "0")], 3),
        // Three further tries, and no fourth.
        (&[(503, "0"), (503, "0"), (503, "0"), (503, "0"), (503, "0")], 4),
        // It is to be left alone for longer than the nudge makes sense.
        (&[(429, "86401")], 1),
        (&[(403, "0")], 1),
        // Nothing is followed.
        (&[(307, "/elsewhere")], 1),
    ];
    for (answers, tries) in table {
        service.answers(answers);
        send(&mira, &record(true, &[okafor.keyring().account()])).await;
        world.app.nudged().await;
        assert_eq!(service.paths(), vec!["/phone"; tries], "{answers:?}");
        assert_eq!(service.answers_left(), answers.len().saturating_sub(tries), "{answers:?}");
    }
    // It waits for as long as it was asked to.
    service.answers(&[(503, "1")]);
    let began = std::time::Instant::now();
    send(&mira, &record(true, &[okafor.keyring().account()])).await;
    world.app.nudged().await;
    assert_eq!(service.paths().len(), 2);
    assert!(began.elapsed() >= std::time::Duration::from_secs(1));
}

async fn only_push_services_on_the_public_net_are_taken(engine: &str) {
    let world = World::on(engine).await;
    let (okafor, _) = world.therapist("dr.okafor").await;
    let put = async |to: &Subscription| okafor.http().put_empty("/push/subscription", to).await;
    let browser = Browser::new("https://push.example", "phone").subscription();
    for unfit in [
        "",
        "push.example",
        "http://push.example/a",
        "https://push.example:8443/a",
        "https://somebody@push.example/a",
        "https://127.0.0.1/a",
        "https://10.0.0.1/a",
        "https://169.254.169.254/latest/meta-data",
        "https://[::1]/a",
        "https://localhost/a",
        "https://2130706433/a",
        // Another server was told of that one.
        "http://127.0.0.1:9000/a",
    ] {
        let to = Subscription { endpoint: unfit.into(), ..browser.clone() };
        assert_code(put(&to).await, Code::EndpointUnfit);
    }
    let long = format!("https://push.example/{}", "a".repeat(1024));
    assert_code(put(&Subscription { endpoint: long, ..browser.clone() }).await, Code::EndpointUnfit);
    assert_code(put(&Subscription { p256dh: [4; 65], ..browser.clone() }).await, Code::Malformed);
    let short = serde_json::json!({ "endpoint": "https://push.example/a", "p256dh": "AAAA", "auth": "AAAA" });
    assert_code(okafor.http().put_empty("/push/subscription", &short).await, Code::Malformed);
    assert!(world.contents(&world.pool().await).await["push_subscriptions"].is_empty());
    put(&browser).await.unwrap();
    assert_eq!(world.contents(&world.pool().await).await["push_subscriptions"].len(), 1);
}

async fn with_another_key_every_address_is_forgotten(engine: &str) {
    let Nudged { world, service, .. } = Nudged::on(engine).await;
    let (okafor, _) = world.therapist("dr.okafor").await;
    subscribed(okafor.http(), &Browser::new(&service.origin, "phone")).await;
    let (file, pool) = (world.folder.path().join("push.key"), world.pool().await);
    let kept = async || world.contents(&pool).await["push_subscriptions"].len();
    assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
    let first = Key::load(&file, &world.store).await.unwrap().public();
    assert_eq!((first, kept().await), (Key::load(&file, &world.store).await.unwrap().public(), 1));
    fs::remove_file(&file).unwrap();
    assert_ne!(Key::load(&file, &world.store).await.unwrap().public(), first);
    assert_eq!(kept().await, 0);
    fs::write(&file, "no key").unwrap();
    assert!(Key::load(&file, &world.store).await.is_err());
}
