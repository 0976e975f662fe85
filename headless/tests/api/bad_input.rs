use std::time::Duration;

use journal::seal::{Entropy, SystemEntropy};
use server::serve::Settings;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};
use wire::{
    ids::{Epoch, InviteId, OpId, RecordId, Rev},
    invites::NewInvite,
    limits,
    problem::{Code, Problem},
    sealed::{Sealed, Wrap},
    sync::{Change, Operation, Outcome, Push, Pushed},
};

use super::accounts::assert_code;
use crate::{
    on_both,
    support::{World, now},
};

/// Largest sealed card of an invitation, as `docs/API.md` has it.
const CARD_BYTES: usize = 4096;

on_both!(
    every_bad_request_gets_its_own_problem,
    what_is_over_a_limit_is_refused_and_changes_nothing,
    a_body_that_stalls_has_a_problem_of_its_own,
    without_a_session_nothing_answers,
    a_cookie_session_is_locked_down,
    public_pages_are_whole_without_script_and_load_nothing_from_elsewhere,
);

async fn every_bad_request_gets_its_own_problem(engine: &str) {
    let world = World::on(engine).await;
    let client = reqwest::Client::new();
    let url = |path: &str| format!("{}/api/v1{path}", world.origin);
    let json = |path: &str, body: &str| {
        client.post(url(path)).header("content-type", "application/json").body(body.to_owned())
    };
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    let table = [
        (json("/login/start", "{"), Code::Malformed),
        (json("/login/start", "{\"name\":\"x\"}"), Code::Malformed),
        (json("/login/start", &deep), Code::Malformed),
        (json("/login/start", "\"\\ud800\""), Code::Malformed),
        (json("/login/start", "{\"name\":\"ab\",\"request\":\"AAAA\"}"), Code::NameUnfit),
        (json("/login/start", "{\"name\":\"abc\",\"request\":\"AAAA\"}"), Code::HandshakeMalformed),
        (client.post(url("/login/start")).body("{}"), Code::NotJson),
        (json("/login/start", &" ".repeat(9 * 1024 * 1024)), Code::TooLarge),
        (json("/login/start", "{}").header("origin", "https://elsewhere.example"), Code::ForeignOrigin),
        (json("/login/start", "{}").header("sec-fetch-site", "cross-site"), Code::ForeignOrigin),
        (client.get(url("/nothing/here")), Code::NotFound),
        (client.put(url("/login/start")), Code::MethodNotAllowed),
    ];
    for (request, code) in table {
        let answer = request.send().await.unwrap();
        assert_eq!(answer.status().as_u16(), code.status(), "{code:?}");
        assert_eq!(answer.headers()["content-type"], "application/problem+json");
        assert_eq!(answer.headers()["cache-control"], "no-store");
        assert_eq!(answer.headers()["x-content-type-options"], "nosniff");
        assert_eq!(answer.json::<Problem>().await.unwrap().code, code);
    }
}

async fn what_is_over_a_limit_is_refused_and_changes_nothing(engine: &str) {
    let world = World::on(engine).await;
    let (okafor, _) = world.therapist("dr.okafor").await;
    let id = || SystemEntropy.bytes16();
    let invitation = |bytes| NewInvite { invite: InviteId::from_random(id()), card: Sealed(vec![7; bytes]) };
    let push = |many, bytes| {
        let put = |_| Operation {
            op: OpId::from_random(id()),
            record: RecordId::from_random(id()),
            base: Rev(0),
            over: None,
            change: Change::Put {
                epoch: Epoch(0),
                content: Sealed(vec![7; bytes]),
                own_wrap: Wrap(vec![7; 64]),
                grants: Vec::new(),
                urgent: false,
            },
        };
        Push { operations: (0..many).map(put).collect() }
    };
    let sent = async |push: Push| okafor.http().post::<Pushed>("/sync", &push).await;
    let pool = world.pool().await;
    let before = world.contents(&pool).await;
    let large = sent(push(1, limits::RECORD_BYTES + 1)).await.unwrap().answers;
    assert!(matches!(large[0].outcome, Outcome::Refused { code: Code::TooLarge }), "{large:?}");
    assert_code(sent(push(limits::BATCH + 1, 1)).await, Code::TooLarge);
    assert_code(okafor.http().post_empty("/invites", &invitation(CARD_BYTES + 1)).await, Code::TooLarge);
    assert_eq!(world.contents(&pool).await, before);
    // What just fits is taken.
    for fits in [push(1, limits::RECORD_BYTES), push(limits::BATCH, 1)] {
        let answers = sent(fits).await.unwrap().answers;
        assert!(
            answers.iter().all(|answer| matches!(answer.outcome, Outcome::Applied { .. })),
            "{answers:?}"
        );
    }
    okafor.http().post_empty("/invites", &invitation(CARD_BYTES)).await.unwrap();
}

async fn a_body_that_stalls_has_a_problem_of_its_own(engine: &str) {
    let settings = Settings { body: Duration::from_millis(100), ..Settings::default() };
    let world = World::with(engine, settings, now).await;
    let mut stream = TcpStream::connect(world.origin.trim_start_matches("http://")).await.unwrap();
    let begun = "POST /api/v1/login/start HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n\
        content-length: 100\r\n\r\n{\"name\":";
    stream.write_all(begun.as_bytes()).await.unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.unwrap();
    assert!(answer.starts_with("HTTP/1.1 408 "));
    let problem: Problem = serde_json::from_str(answer.split("\r\n\r\n").nth(1).unwrap()).unwrap();
    assert_eq!(problem.code, Code::TooSlow);
}

async fn without_a_session_nothing_answers(engine: &str) {
    let world = World::on(engine).await;
    let client = reqwest::Client::new();
    for (method, path) in [
        ("GET", "/session"),
        ("DELETE", "/session"),
        ("GET", "/sessions"),
        ("DELETE", "/sessions/00000000-0000-4000-8000-000000000000"),
        ("GET", "/invites"),
        ("POST", "/invites"),
        ("DELETE", "/invites/00000000-0000-4000-8000-000000000000"),
        ("GET", "/pairings"),
        ("GET", "/sync"),
        ("POST", "/sync"),
        ("GET", "/events"),
    ] {
        for token in [None, Some("guessed")] {
            let mut request =
                client.request(method.parse().unwrap(), format!("{}/api/v1{path}", world.origin)).body("{}");
            if let Some(token) = token {
                request = request.bearer_auth(token);
            }
            let answer = request.send().await.unwrap();
            assert_eq!(answer.json::<Problem>().await.unwrap().code, Code::SignedOut, "{method} {path}");
        }
    }
}

async fn a_cookie_session_is_locked_down(engine: &str) {
    let world = World::on(engine).await;
    world.therapist("dr.okafor").await;
    let (logging_in, request) =
        signin::LoggingIn::start(crate::support::PASSWORD, &mut rand08::rngs::OsRng).unwrap();
    let start = wire::login::LoginStart { name: "dr.okafor".into(), request };
    let started: wire::login::LoginStarted = world.http.post("/login/start", &start).await.unwrap();
    let (finalization, _) = logging_in.finish(&started.response, &mut rand08::rngs::OsRng).unwrap();
    let finish = wire::login::LoginFinish {
        login: started.login,
        finalization,
        carrier: wire::login::Carrier::Cookie,
        device: "Chrome".into(),
    };
    let client = reqwest::Client::new();
    let url = format!("{}/api/v1/login/finish", world.origin);
    let answer = client.post(&url).json(&finish).send().await.unwrap();
    let cookie = answer.headers()["set-cookie"].to_str().unwrap().to_owned();
    for part in ["__Host-session=", "Path=/;", "Secure", "HttpOnly", "SameSite=Strict"] {
        assert!(cookie.contains(part), "{part} is missing");
    }
    assert_eq!(answer.json::<wire::login::SignedIn>().await.unwrap().token, None);
    // Used up: the same proof does not sign in twice.
    let again = client.post(&url).json(&finish).send().await.unwrap();
    assert_eq!(again.json::<Problem>().await.unwrap().code, Code::WrongCredentials);
    let session = cookie.split(';').next().unwrap();
    let who = client
        .get(format!("{}/api/v1/session", world.origin))
        .header("cookie", session)
        .send()
        .await
        .unwrap();
    assert_eq!(who.status(), 200);
}

async fn public_pages_are_whole_without_script_and_load_nothing_from_elsewhere(engine: &str) {
    let world = World::on(engine).await;
    let client = reqwest::Client::new();
    for path in ["/", "/help", "/privacy"] {
        let answer = client
            .get(format!("{}{path}", world.origin))
            .header("accept-language", "en-NZ,en;q=0.5")
            .send()
            .await
            .unwrap();
        assert_eq!(answer.status(), 200);
        let policy = answer.headers()["content-security-policy"].to_str().unwrap().to_owned();
        assert!(policy.starts_with("default-src 'none'") && !policy.contains("'unsafe-inline'"));
        let html = answer.text().await.unwrap();
        // Help now has itself kept for when there is no network; all of its words are there without that.
        let scripts: Vec<_> = html.split("<script").skip(1).collect();
        assert!(
            policy.contains("script-src") == (path == "/help") && scripts.is_empty() == (path != "/help")
        );
        for script in scripts {
            let (tag, inside) = script.split_once('>').unwrap();
            assert!(tag.contains(" src=\"/assets/") && inside.starts_with("</script>"), "{script}");
        }
        assert_eq!(path == "/help", html.contains("tel:1737"));
        let styles =
            html.split("rel=\"stylesheet\" href=\"/assets/").nth(1).unwrap().split('"').next().unwrap();
        let asset = client.get(format!("{}/assets/{styles}", world.origin)).send().await.unwrap();
        assert_eq!(asset.headers()["content-type"], "text/css; charset=utf-8");
        let css = asset.text().await.unwrap();
        assert!(!css.contains("http:") && !css.contains("https:"));
        let fonts: Vec<_> =
            css.split("/assets/").skip(1).filter_map(|rest| rest.split(['"', ')']).next()).collect();
        assert_eq!(fonts.len(), 2);
        for font in fonts {
            let file = client.get(format!("{}/assets/{font}", world.origin)).send().await.unwrap();
            assert_eq!(file.headers()["content-type"], "font/woff2");
            assert!(file.bytes().await.unwrap().len() < 40 * 1024);
        }
    }
}
