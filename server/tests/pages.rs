//! What a browser gets from the whole router, in a binary with the app (`dist/list.json` is there) and in one without.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

use axum::{
    Router,
    body::{Body, to_bytes},
    http::{HeaderMap, Request, StatusCode},
};
use chrono::DateTime;
use serde_json::Value;
use server::{
    http::{App, router},
    push,
    serve::Secure,
    setup_key,
    store::Store,
};
use tempfile::TempDir;
use tower::ServiceExt;
use wire::limits;

struct Site {
    router: Router,
    _folder: TempDir,
}

struct Answer {
    status: StatusCode,
    headers: HeaderMap,
    body: Vec<u8>,
}

impl Site {
    async fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(&folder.path().join("interleaf.sqlite").to_string_lossy()).await.unwrap();
        let setup = setup_key::load(&folder.path().join("opaque-setup.key"), &store).await.unwrap();
        let push = push::Key::load(&folder.path().join("push.key"), &store).await.unwrap();
        let app = App::new(store, setup, push, || DateTime::UNIX_EPOCH)
            .with_lines(server::crisis::load(None).unwrap());
        Self { router: router(app), _folder: folder }
    }

    async fn get(&self, path: &str, accept_encoding: &str) -> Answer {
        let request =
            Request::get(path).header("accept-encoding", accept_encoding).body(Body::empty()).unwrap();
        let (head, body) = self.router.clone().oneshot(request).await.unwrap().into_parts();
        let body = to_bytes(body, 64 << 20).await.unwrap().to_vec();
        Answer { status: head.status, headers: head.headers, body }
    }
}

impl Answer {
    fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    fn text(&self) -> &str {
        std::str::from_utf8(&self.body).unwrap()
    }
}

/// What was built when this was compiled, or nothing.
fn built() -> Option<Value> {
    let list = concat!(env!("CARGO_MANIFEST_DIR"), "/../dist/list.json");
    std::fs::read(list).ok().map(|text| serde_json::from_slice(&text).unwrap())
}

#[tokio::test]
async fn every_path_of_the_app_is_answered_with_the_same_bytes() {
    let site = Site::new().await;
    let first = site.get("/app", "br").await;
    let wanted = if built().is_some() { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE };
    assert_eq!(first.status, wanted);
    assert_eq!(first.header("content-type"), "text/html; charset=utf-8");
    assert_eq!(first.header("cross-origin-opener-policy"), "same-origin");
    assert!(first.body.len() <= 14 * 1024 && first.text().contains("href=\"/help\""));
    for path in ["/app/you", "/app/entry/1?from=today", "/join/abc", "/setup", "/signin", "/recover"] {
        let other = site.get(path, "br").await;
        assert_eq!((other.status, &other.body), (first.status, &first.body), "{path}");
    }
    for path in ["/apple", "/join", "/join/a/b", "/setup/x"] {
        assert_eq!(site.get(path, "br").await.status, StatusCode::NOT_FOUND, "{path}");
    }
}

#[tokio::test]
async fn every_page_has_its_styles_and_its_icon() {
    let site = Site::new().await;
    for path in ["/", "/help", "/privacy", "/app"] {
        let page = site.get(path, "").await;
        let addresses: Vec<_> = page.text().split('"').filter(|text| text.starts_with("/assets/")).collect();
        assert!(addresses.len() >= 2, "{path}");
        for address in addresses {
            let file = site.get(address, "").await;
            assert_eq!((file.status, file.header("content-encoding")), (StatusCode::OK, ""), "{address}");
        }
    }
    assert_eq!(site.get("/assets/nothing.js", "").await.status, StatusCode::NOT_FOUND);
    assert_eq!(site.get("/assets/list.json", "").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn what_was_built_travels_small_and_stays_for_ever() {
    let site = Site::new().await;
    let Some(list) = built() else { return };
    for file in list["files"].as_array().unwrap() {
        let address = format!("/assets/{}", file["name"].as_str().unwrap());
        let sent = site.get(&address, "gzip, br").await;
        assert_eq!(sent.header("content-type"), file["type"].as_str().unwrap());
        let forever = sent.header("cache-control") == "public, max-age=31536000, immutable";
        assert_eq!(forever, file["immutable"].as_bool().unwrap(), "{address}");
        if let Some(small) = file["brotli"].as_u64() {
            assert_eq!((sent.header("content-encoding"), sent.body.len() as u64), ("br", small), "{address}");
        }
    }
}

#[tokio::test]
async fn the_service_worker_is_always_asked_for_again_and_knows_the_shells_stamp() {
    let site = Site::new().await;
    let worker = site.get("/service-worker.js", "br").await;
    if built().is_none() {
        assert_eq!(worker.status, StatusCode::NOT_FOUND);
        return;
    }
    assert_eq!(worker.header("cache-control"), "no-cache");
    assert!(worker.header("content-security-policy").contains("connect-src 'self'"));
    let shell = site.get("/app", "").await;
    let stamp = shell.text().split("name=\"build\" content=\"").nth(1).unwrap().split('"').next().unwrap();
    assert!(worker.text().contains(&format!("\"{stamp}\"")));
}

#[tokio::test]
async fn whoever_came_by_https_is_told_to_come_by_nothing_else_and_others_are_not() {
    let site = Site::new().await;
    let ask = async |path: &str, secure: Option<Secure>| {
        let mut request = Request::get(path).body(Body::empty()).unwrap();
        if let Some(secure) = secure {
            request.extensions_mut().insert(secure);
        }
        let answer = site.router.clone().oneshot(request).await.unwrap();
        answer.headers().get("strict-transport-security").cloned()
    };
    for path in ["/", "/app", "/api/v1/health", "/api/v1/session", "/nowhere"] {
        assert_eq!(ask(path, Some(Secure)).await.unwrap(), "max-age=63072000", "{path}");
        assert_eq!(ask(path, None).await, None, "{path}");
    }
}

#[test]
fn what_the_service_worker_sends_keeps_to_the_limits() {
    let script = include_str!("../../public/outbox.js");
    let limits = [
        ("RECORD_BYTES", limits::RECORD_BYTES),
        ("PUSH_BYTES", limits::BODY_BYTES / 2),
        ("BATCH", limits::BATCH),
    ];
    for (name, limit) in limits {
        assert!(script.contains(&format!("const {name} = {limit};")), "{name}");
    }
}

#[tokio::test]
async fn help_alone_of_the_public_pages_may_run_a_script_and_no_other_than_ours() {
    let site = Site::new().await;
    for path in ["/", "/privacy", "/nowhere"] {
        let page = site.get(path, "").await;
        assert!(!page.header("content-security-policy").contains("script"), "{path}");
        assert!(!page.text().contains("<script"), "{path}");
    }
    let help = site.get("/help", "").await;
    let policy = help.header("content-security-policy");
    assert!(policy.contains("script-src 'self';") && policy.contains("require-trusted-types-for 'script'"));
    assert!(!policy.contains("unsafe"));
    let scripts = help.text().matches("<script type=\"module\" src=\"/assets/").count();
    // One blocks, so that nobody who chose dim light is met by white.
    let blocking = help.text().matches("<script src=\"/assets/").count();
    assert_eq!((scripts, blocking), if built().is_some() { (2, 1) } else { (0, 0) });
    assert_eq!(help.text().matches("<script").count(), scripts + blocking);
}

#[tokio::test]
async fn the_manifest_is_said_in_the_language_that_was_chosen() {
    let site = Site::new().await;
    let ask = async |cookie: &str, languages: &str| {
        let request = Request::get("/assets/manifest.webmanifest").header("cookie", cookie);
        let request = request.header("accept-language", languages).body(Body::empty()).unwrap();
        let (head, body) = site.router.clone().oneshot(request).await.unwrap().into_parts();
        let manifest: Value =
            serde_json::from_slice(&to_bytes(body, 64 << 20).await.unwrap()).unwrap_or_default();
        let name = manifest["shortcuts"][1]["name"].as_str().map(str::to_owned);
        (head.status, head.headers.get("vary").cloned(), name)
    };
    let spanish = ask("", "es-MX, en").await;
    if built().is_none() {
        assert_eq!(spanish.0, StatusCode::NOT_FOUND);
        return;
    }
    assert_eq!(spanish.1.unwrap(), "accept-language, cookie");
    assert_eq!(spanish.2.unwrap(), "Escribir");
    assert_eq!(ask("lang=en", "es-MX, en").await.2.unwrap(), "Write");
}

#[tokio::test]
async fn help_is_said_for_the_reader_and_what_they_chose_is_remembered_by_their_browser() {
    let site = Site::new().await;
    let ask = async |path: &str, cookie: &str, languages: &str| {
        let request = Request::get(path).header("cookie", cookie).header("accept-language", languages);
        let answer = site.router.clone().oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
        let (head, body) = answer.into_parts();
        let body = to_bytes(body, 64 << 20).await.unwrap().to_vec();
        Answer { status: head.status, headers: head.headers, body }
    };
    let place = |answer: &Answer, text: &str| answer.text().find(text).unwrap_or(usize::MAX);
    let guessed = ask("/help", "", "es-MX, en").await;
    assert_eq!(guessed.header("vary"), "accept-language, cookie");
    assert_eq!(guessed.header("set-cookie"), "");
    assert!(
        guessed.text().contains("lang=\"es\"") && place(&guessed, "<h2>México") < place(&guessed, "<details")
    );
    let chosen = ask("/help?country=NZ", "lang=en", "es-MX, en").await;
    assert!(chosen.header("set-cookie").starts_with("country=NZ; Path=/"));
    assert!(place(&chosen, "<h2>New Zealand") < place(&chosen, "<details"));
    let later = ask("/help", "lang=en; country=NZ", "es-MX, en").await;
    assert_eq!(later.body, chosen.body);
    assert!(ask("/privacy?lang=es", "", "en").await.text().contains("Lo que podemos ver"));
}
