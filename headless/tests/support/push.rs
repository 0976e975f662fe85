//! A push service on this machine, and the browsers that it carries nudges to.

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex},
};

use axum::{
    Router,
    body::Bytes,
    extract::State,
    http::{HeaderMap, StatusCode, Uri},
};
use chrono::{DateTime, Utc};
use journal::seal::{Entropy, SystemEntropy};
use rand08::rngs::OsRng;
use serde_json::Value;
use server::push::Settings;
use tokio::{net::TcpListener, sync::Notify};
use web_push_native::{
    Auth, decrypt,
    p256::{
        SecretKey,
        ecdsa::{Signature, VerifyingKey, signature::Verifier},
        elliptic_curve::sec1::ToEncodedPoint,
    },
};
use wire::{bytes::from_text, push::Subscription};

/// Whom it may ask about the server.
pub const CONTACT: &str = "mailto:practice@lakeside.example";

/// What a push service was asked to carry.
#[derive(Clone, Debug)]
pub struct Heard {
    /// To which of its addresses.
    pub path: String,
    pub headers: HeaderMap,
    pub body: Vec<u8>,
}

impl Heard {
    pub fn header(&self, name: &str) -> &str {
        self.headers[name].to_str().unwrap()
    }

    /// Checks the server's token (RFC 8292), and gives the key that it was signed with.
    pub fn checked(&self, service: &PushService, now: DateTime<Utc>) -> Vec<u8> {
        let shown = self.header("authorization").strip_prefix("vapid t=").unwrap();
        let (token, key) = shown.split_once(", k=").unwrap();
        let key = from_text(key).unwrap();
        let [header, claims, signature] = token.split('.').collect::<Vec<_>>()[..] else { panic!("{token}") };
        let signature = Signature::from_slice(&from_text(signature).unwrap()).unwrap();
        let said = format!("{header}.{claims}");
        VerifyingKey::from_sec1_bytes(&key).unwrap().verify(said.as_bytes(), &signature).unwrap();
        let json = |part| serde_json::from_slice::<Value>(&from_text(part).unwrap()).unwrap();
        assert_eq!(json(header)["alg"], "ES256");
        let claims = json(claims);
        assert_eq!((&claims["aud"], &claims["sub"]), (&Value::from(&*service.origin), &CONTACT.into()));
        let left = claims["exp"].as_i64().unwrap() - now.timestamp();
        assert!((1..=24 * 3600).contains(&left), "the token counts for {left} s");
        key
    }
}

#[derive(Clone, Default)]
struct Office {
    heard: Arc<Mutex<Vec<Heard>>>,
    answers: Arc<Mutex<VecDeque<(u16, &'static str)>>>,
    /// The next is not answered before it rings.
    held: Arc<Mutex<Option<Arc<Notify>>>>,
    came: Arc<Notify>,
}

pub struct PushService {
    pub origin: String,
    office: Office,
}

impl PushService {
    pub async fn open() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let (origin, office) = (format!("http://{}", listener.local_addr().unwrap()), Office::default());
        let router = Router::new().fallback(take).with_state(office.clone());
        tokio::spawn(async move { axum::serve(listener, router).await });
        Self { origin, office }
    }

    /// Settings with which a server uses it, and tries again at once.
    pub fn settings(&self) -> Settings {
        let told = Settings::told(Some(CONTACT), None, Some(&self.origin)).unwrap();
        Settings { pauses: vec![std::time::Duration::ZERO; 3], ..told }
    }

    /// What it answers next, each with what else the header says; when there is none left, 201.
    pub fn answers(&self, answers: &[(u16, &'static str)]) {
        self.office.answers.lock().unwrap().extend(answers);
    }

    /// How many of these answers it still has.
    pub fn answers_left(&self) -> usize {
        std::mem::take(&mut *self.office.answers.lock().unwrap()).len()
    }

    /// Does not answer the next before what is given rings.
    pub fn hold(&self) -> Arc<Notify> {
        let held = Arc::new(Notify::new());
        *self.office.held.lock().unwrap() = Some(Arc::clone(&held));
        held
    }

    /// Waits until something comes.
    pub async fn comes(&self) {
        self.office.came.notified().await;
    }

    /// What came since it was asked last, by address.
    pub fn heard(&self) -> Vec<Heard> {
        let mut heard = std::mem::take(&mut *self.office.heard.lock().unwrap());
        heard.sort_by(|one, other| one.path.cmp(&other.path));
        heard
    }

    /// To which of its addresses something came since it was asked last.
    pub fn paths(&self) -> Vec<String> {
        self.heard().into_iter().map(|heard| heard.path).collect()
    }
}

async fn take(
    State(office): State<Office>,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
) -> (StatusCode, [(&'static str, &'static str); 2]) {
    office.heard.lock().unwrap().push(Heard { path: uri.path().into(), headers, body: body.into() });
    office.came.notify_one();
    let held = office.held.lock().unwrap().take();
    if let Some(held) = held {
        held.notified().await;
    }
    let (status, more) = office.answers.lock().unwrap().pop_front().unwrap_or((201, "/message/1"));
    (StatusCode::from_u16(status).unwrap(), [("retry-after", more), ("location", more)])
}

/// A browser that subscribed.
pub struct Browser {
    secret: SecretKey,
    auth: [u8; 16],
    endpoint: String,
}

impl Browser {
    /// At this address of a push service.
    pub fn new(origin: &str, path: &str) -> Self {
        let (secret, auth) = (SecretKey::random(&mut OsRng), SystemEntropy.bytes16());
        Self { secret, auth, endpoint: format!("{origin}/{path}") }
    }

    pub fn subscription(&self) -> Subscription {
        let point = self.secret.public_key().to_encoded_point(false);
        Subscription {
            endpoint: self.endpoint.clone(),
            p256dh: point.as_bytes().try_into().unwrap(),
            auth: self.auth,
        }
    }

    /// What its service worker is handed.
    pub fn open(&self, heard: &Heard) -> String {
        assert_eq!(heard.header("content-encoding"), "aes128gcm");
        let opened = decrypt(heard.body.clone(), &self.secret, &Auth::from(self.auth)).unwrap();
        String::from_utf8(opened).unwrap().trim_end().to_owned()
    }
}
