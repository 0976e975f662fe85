//! A real server on a real database, once for each engine.

pub mod contents;
pub mod document;
pub mod postgres;
pub mod push;
pub mod tap;

use std::path::{Path, PathBuf};

use chrono::{DateTime, Duration, Utc};
use headless::{account::Credentials, device::Device, http::Http};
use journal::{
    record::{Body, Profile},
    seal::{Entropy, RecoveryCode, SystemEntropy},
};
use server::{
    http::{App, router},
    push::Key,
    serve::{self, Settings},
    setup_key,
    store::Store,
};
use sha2::{Digest, Sha256};
use tempfile::TempDir;
use tokio::{net::TcpListener, sync::oneshot};
use wire::ids::{AccountId, SessionId};

pub const PASSWORD: &str = "a calm evening by the lake";

/// A running server.
pub struct World {
    pub origin: String,
    pub http: Http,
    pub store: Store,
    /// What answers, to be driven by hand.
    pub app: App,
    pub database: String,
    pub folder: TempDir,
    stop: Option<oneshot::Sender<()>>,
}

impl World {
    pub async fn on(engine: &str) -> Self {
        Self::started(engine, Settings::default(), now, |app| app).await
    }

    /// Started with `--demo`.
    pub async fn with_demo(engine: &str) -> Self {
        Self::started(engine, Settings::default(), now, |app| app.with_demo(true)).await
    }

    /// With other limits, or at another time.
    pub async fn with(
        engine: &str,
        settings: Settings,
        clock: impl Fn() -> DateTime<Utc> + Send + Sync + 'static,
    ) -> Self {
        Self::started(engine, settings, clock, |app| app).await
    }

    pub async fn started(
        engine: &str,
        settings: Settings,
        clock: impl Fn() -> DateTime<Utc> + Send + Sync + 'static,
        told: impl FnOnce(App) -> App,
    ) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let database = match engine {
            "sqlite" => folder.path().join("interleaf.sqlite").display().to_string(),
            _ => postgres::fresh_database().await,
        };
        let store = Store::open(&database).await.unwrap();
        let app = told(app(&store, folder.path(), clock).await);
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let origin = format!("http://{}", listener.local_addr().unwrap());
        let (stop, stopped) = oneshot::channel::<()>();
        let router = router(app.clone());
        tokio::spawn(serve::serve(router, listener, settings, async move { drop(stopped.await) }));
        Self { http: Http::new(&origin), origin, store, app, database, folder, stop: Some(stop) }
    }

    pub async fn setup_token(&self, token: &str) {
        let expires = now() + Duration::days(1);
        self.store.put_setup_link(&Sha256::digest(token.as_bytes()).into(), expires).await.unwrap();
    }

    pub async fn therapist(&self, name: &str) -> (Device, RecoveryCode) {
        let token = format!("setup for {name}");
        self.setup_token(&token).await;
        Device::register_therapist(&self.http, &token, who(name)).await.unwrap()
    }

    /// A client of this therapist, pinned both ways.
    pub async fn client_of(&self, therapist: &mut Device, name: &str) -> Device {
        let (invite, fragment) = therapist.invite(name, &card()).await.unwrap();
        therapist.sync().await.unwrap();
        let (mut client, _) =
            Device::register_client(&self.http, invite, Some(&fragment), who(name)).await.unwrap();
        client.sync().await.unwrap();
        therapist.check_pairings().await.unwrap();
        therapist.sync().await.unwrap();
        client
    }

    /// A session of somebody's, for requests that no device would send.
    pub async fn token_of(&self, account: AccountId, token: &str) -> String {
        let session = SessionId::from_random(SystemEntropy.bytes16());
        let hash = Sha256::digest(token.as_bytes()).into();
        self.store.put_session(session, account, &hash, "a device", now()).await.unwrap();
        token.into()
    }

    /// All bytes of the database as they lie on the disk.
    pub fn raw_database(&self) -> Vec<u8> {
        if self.database.starts_with("postgres://") {
            return postgres::dump(&self.database);
        }
        let mut bytes = Vec::new();
        for file in std::fs::read_dir(self.folder.path()).unwrap() {
            bytes.extend(std::fs::read(file.unwrap().path()).unwrap());
        }
        bytes
    }

    /// Runs one statement on the database, as an attacker who holds it would.
    pub async fn tamper(&self, sql: &'static str) -> u64 {
        sqlx::any::install_default_drivers();
        let url = if self.database.starts_with("postgres://") {
            self.database.clone()
        } else {
            format!("sqlite://{}", self.database)
        };
        let pool = sqlx::AnyPool::connect(&url).await.unwrap();
        let done = sqlx::query(sql).execute(&pool).await.unwrap().rows_affected();
        pool.close().await;
        done
    }
}

impl Drop for World {
    fn drop(&mut self) {
        if let Some(stop) = self.stop.take() {
            let _ = stop.send(());
        }
    }
}

/// What a server that is started on this folder answers with.
pub async fn app(
    store: &Store,
    folder: &Path,
    clock: impl Fn() -> DateTime<Utc> + Send + Sync + 'static,
) -> App {
    let setup = setup_key::load(&folder.join("opaque-setup.key"), store).await.unwrap();
    let key = Key::load(&folder.join("push.key"), store).await.unwrap();
    App::new(store.clone(), setup, key, clock).with_lines(server::crisis::load(None).unwrap())
}

pub fn who(name: &str) -> Credentials<'_> {
    Credentials { name, password: PASSWORD }
}

pub fn card() -> Profile {
    Profile {
        v: 1,
        display_name: "Dr. Okafor".into(),
        practice: Some("Lakeside".into()),
        reading: None,
        rest: serde_json::Map::default(),
    }
}

pub fn at(text: &str) -> DateTime<chrono::FixedOffset> {
    DateTime::parse_from_rfc3339(text).unwrap()
}

/// A finished entry with these words.
pub fn entry(words: &str) -> Body {
    let mut entry =
        journal::record::Entry::new(journal::course::Moment::NextDays, None, at("2026-10-14T19:00:00+02:00"));
    entry.set_answer("next-still", "What is still with you?", words.into());
    entry.finished = Some(entry.changed);
    Body::Entry(entry)
}

/// The words of an entry.
pub fn words(body: &Body) -> String {
    match body {
        Body::Entry(entry) => entry.answer("next-still").to_owned(),
        other => panic!("not an entry: {other:?}"),
    }
}

#[expect(clippy::disallowed_methods, reason = "the clock of the tests")]
pub fn now() -> DateTime<Utc> {
    Utc::now()
}

/// Bytes as a dump writes them.
pub fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::new(), |mut out, byte| {
        write!(out, "{byte:02x}").unwrap();
        out
    })
}

/// Whether `needle` stands in `hay`.
pub fn found(hay: &[u8], needle: &[u8]) -> bool {
    hay.windows(needle.len()).any(|window| window == needle)
}

pub fn folder_of(tools: &str) -> PathBuf {
    let mut versions: Vec<_> = std::fs::read_dir(Path::new("/usr/lib/postgresql"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    versions.sort();
    versions.pop().unwrap().join("bin").join(tools)
}
