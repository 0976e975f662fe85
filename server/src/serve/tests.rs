//! Against real sockets, with durations of milliseconds.

use std::{
    io::{self, ErrorKind},
    net::SocketAddr,
    time::Duration,
};

use axum::{
    Extension, Router,
    body::Bytes,
    http::StatusCode,
    response::sse::{Event, Sse},
    routing::{get, post},
};
use futures_util::{StreamExt, stream};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpSocket, TcpStream},
    sync::oneshot,
    task::JoinHandle,
    time::{Instant, sleep, timeout},
};

use super::{Peer, Secure, Settings, Stopping, TooSlow, serve};

const GET: &[u8] = b"GET / HTTP/1.1\r\nhost: x\r\n\r\n";
/// Longer than any of the durations below: what takes so long is not going to happen.
const NEVER: Duration = Duration::from_secs(5);

fn quick() -> Settings {
    Settings {
        head: Duration::from_millis(200),
        body: Duration::from_millis(300),
        body_rate: 100_000,
        send: Duration::from_millis(150),
        drain: Duration::from_millis(300),
        connections: 1000,
        per_address: 1000,
        proxies: Vec::new(),
        https_host: None,
    }
}

struct Server {
    address: SocketAddr,
    stop: oneshot::Sender<()>,
    running: JoinHandle<io::Result<()>>,
}

impl Server {
    async fn with(settings: Settings) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let (stop, stopped) = oneshot::channel();
        let running = tokio::spawn(serve(router(), listener, settings, async { drop(stopped.await) }));
        Self { address, stop, running }
    }

    async fn connect(&self) -> TcpStream {
        TcpStream::connect(self.address).await.unwrap()
    }

    async fn send(&self, bytes: &[u8]) -> TcpStream {
        let mut stream = self.connect().await;
        stream.write_all(bytes).await.unwrap();
        stream
    }

    /// Stops, and says how long that took.
    async fn stop(self) -> Duration {
        let began = Instant::now();
        self.stop.send(()).unwrap();
        timeout(NEVER, self.running).await.unwrap().unwrap().unwrap();
        began.elapsed()
    }
}

fn router() -> Router {
    Router::new()
        .route("/", get(|| async { "here" }))
        .route(
            "/peer",
            get(|peer: Extension<Peer>| async move { (*peer == peer_at("198.51.100.1")).to_string() }),
        )
        .route(
            "/secure",
            get(|secure: Option<Extension<Secure>>| async move { secure.is_some().to_string() }),
        )
        .route("/slow", get(|| async { sleep(Duration::from_millis(200)).await }))
        .route("/stuck", get(|| async { sleep(Duration::from_hours(1)).await }))
        .route("/large", get(|| async { vec![b'x'; 64 * 1024 * 1024] }))
        .route("/body", post(body))
        .route("/events", get(events))
}

fn peer_at(address: &str) -> Peer {
    Peer::from(address.parse::<std::net::IpAddr>().unwrap())
}

async fn body(request: axum::extract::Request) -> Result<String, StatusCode> {
    let bytes: Result<Bytes, _> = axum::body::to_bytes(request.into_body(), usize::MAX).await;
    match bytes {
        Ok(bytes) => Ok(bytes.len().to_string()),
        Err(error) if TooSlow::caused(&error) => Err(StatusCode::REQUEST_TIMEOUT),
        Err(_) => Err(StatusCode::BAD_REQUEST),
    }
}

async fn events(
    Extension(mut stopping): Extension<Stopping>,
) -> Sse<impl futures_util::Stream<Item = Result<Event, std::convert::Infallible>>> {
    let ticks = stream::unfold((), async |()| {
        sleep(Duration::from_millis(100)).await;
        Some((Ok(Event::default().data("tick")), ()))
    });
    Sse::new(ticks.take_until(async move { stopping.wait().await }))
}

/// Everything until the other side closes. A reset is an end, too.
async fn read(stream: &mut TcpStream) -> String {
    let mut bytes = Vec::new();
    let ended = timeout(NEVER, stream.read_to_end(&mut bytes)).await.expect("the connection stays open");
    assert!(ended.is_ok() || ended.unwrap_err().kind() == ErrorKind::ConnectionReset);
    String::from_utf8_lossy(&bytes).into_owned()
}

async fn read_answer(stream: &mut TcpStream) -> String {
    let mut buffer = vec![0; 4096];
    let read = timeout(NEVER, stream.read(&mut buffer)).await.unwrap().unwrap();
    String::from_utf8_lossy(&buffer[..read]).into_owned()
}

#[tokio::test]
async fn a_silent_socket_is_closed() {
    let server = Server::with(quick()).await;
    let mut silent = server.connect().await;
    let began = Instant::now();
    assert_eq!(read(&mut silent).await, "");
    assert!(began.elapsed() >= Duration::from_millis(100));
}

#[tokio::test]
async fn a_connection_that_has_been_answered_is_closed_when_it_stays_silent() {
    let server = Server::with(quick()).await;
    let mut kept = server.send(GET).await;
    assert!(read_answer(&mut kept).await.contains("here"));
    sleep(Duration::from_millis(50)).await;
    kept.write_all(GET).await.unwrap();
    assert!(read_answer(&mut kept).await.contains("here"), "within the time it is kept");
    assert_eq!(read(&mut kept).await, "");
}

#[tokio::test]
async fn a_head_that_trickles_is_cut() {
    let server = Server::with(quick()).await;
    let mut slow = server.send(b"GET / HTTP/1.1\r\nhost: x\r\n").await;
    let began = Instant::now();
    while began.elapsed() < NEVER {
        sleep(Duration::from_millis(20)).await;
        if slow.write_all(b"a: b\r\n").await.is_err() {
            break;
        }
    }
    assert!(began.elapsed() < Duration::from_secs(1), "cut after {:?}", began.elapsed());
}

#[tokio::test]
async fn a_body_that_stalls_or_trickles_is_answered_408() {
    let server = Server::with(quick()).await;
    let head = b"POST /body HTTP/1.1\r\nhost: x\r\ncontent-length: 1000\r\n\r\nbegun";
    let mut stalled = server.send(head).await;
    assert!(read(&mut stalled).await.starts_with("HTTP/1.1 408 "));
    let (mut reading, mut writing) = server.send(head).await.into_split();
    let trickle = tokio::spawn(async move {
        while writing.write_all(b"x").await.is_ok() {
            sleep(Duration::from_millis(20)).await;
        }
    });
    let mut answer = [0; 13];
    timeout(Duration::from_secs(1), reading.read_exact(&mut answer)).await.unwrap().unwrap();
    assert_eq!(&answer, b"HTTP/1.1 408 ");
    trickle.abort();
}

#[tokio::test]
async fn a_large_body_may_take_longer_while_it_keeps_coming() {
    let server = Server::with(quick()).await;
    let mut steady = server.send(b"POST /body HTTP/1.1\r\nhost: x\r\ncontent-length: 100000\r\n\r\n").await;
    // Half a second in all: more than the body's 300 ms, less than those and the second that its size earns.
    for _ in 0..20 {
        steady.write_all(&[b'x'; 5000]).await.unwrap();
        sleep(Duration::from_millis(25)).await;
    }
    assert!(read_answer(&mut steady).await.ends_with("100000"));
}

#[tokio::test]
async fn who_asks_and_does_not_read_is_cut() {
    let server = Server::with(quick()).await;
    let mut deaf = server.send(b"GET /large HTTP/1.1\r\nhost: x\r\n\r\n").await;
    sleep(Duration::from_millis(600)).await;
    assert!(read(&mut deaf).await.len() < 64 * 1024 * 1024);
}

#[tokio::test]
async fn a_flood_of_headers_is_answered_431() {
    let server = Server::with(quick()).await;
    let many = "h: x\r\n".repeat(200);
    let long = format!("h: {}\r\n", "x".repeat(40 * 1024));
    for headers in [many, long] {
        let flood = format!("GET / HTTP/1.1\r\nhost: x\r\n{headers}\r\n");
        let mut flooding = server.send(flood.as_bytes()).await;
        assert!(read(&mut flooding).await.starts_with("HTTP/1.1 431 "));
    }
    let endless = [b"GET / HTTP/1.1\r\nhost: x\r\n".as_slice(), &b"h: x\r\n".repeat(64 * 1024)].concat();
    let mut flooding = server.connect().await;
    // It is cut while it still sends.
    drop(flooding.write_all(&endless).await);
    let heard = read(&mut flooding).await;
    assert!(heard.is_empty() || heard.starts_with("HTTP/1.1 431 "));
}

#[tokio::test]
async fn who_finds_no_place_is_told_and_gets_one_when_one_is_free() {
    let server = Server::with(Settings { connections: 2, ..quick() }).await;
    let (mut one, _two) = (server.send(GET).await, server.connect().await);
    assert!(read_answer(&mut one).await.contains("here"));
    let mut third = server.send(GET).await;
    let told = read(&mut third).await;
    assert!(told.starts_with("HTTP/1.1 503 ") && told.contains("retry-after: 5"));
    let problem: wire::problem::Problem =
        serde_json::from_str(told.split("\r\n\r\n").nth(1).unwrap()).unwrap();
    assert_eq!(problem.code, wire::problem::Code::Busy);
    drop(one);
    sleep(Duration::from_millis(50)).await;
    assert!(read_answer(&mut server.send(GET).await).await.contains("here"));
}

#[tokio::test]
async fn one_address_cannot_take_everybodys_places() {
    let server = Server::with(Settings { per_address: 1, ..quick() }).await;
    let from = async |address: &str| {
        let socket = TcpSocket::new_v4().unwrap();
        socket.bind(format!("{address}:0").parse().unwrap()).unwrap();
        let mut stream = socket.connect(server.address).await.unwrap();
        stream.write_all(GET).await.unwrap();
        let answer = read_answer(&mut stream).await;
        (stream, answer)
    };
    let (_one, answer) = from("127.0.0.2").await;
    assert!(answer.starts_with("HTTP/1.1 200 "));
    assert!(from("127.0.0.2").await.1.starts_with("HTTP/1.1 503 "));
    assert!(from("127.0.0.3").await.1.starts_with("HTTP/1.1 200 "));
}

#[tokio::test]
async fn a_proxy_speaks_for_many_and_nobody_else_does() {
    let asks = b"GET /peer HTTP/1.1\r\nhost: x\r\nx-forwarded-for: 198.51.100.1\r\n\r\n";
    let proxies = vec!["127.0.0.1".parse().unwrap()];
    let server = Server::with(Settings { per_address: 1, proxies, ..quick() }).await;
    let (mut one, mut two) = (server.send(asks).await, server.send(asks).await);
    assert!(read_answer(&mut one).await.ends_with("true"));
    assert!(read_answer(&mut two).await.ends_with("true"));
    let server = Server::with(quick()).await;
    assert!(read_answer(&mut server.send(asks).await).await.ends_with("false"));
}

#[tokio::test]
async fn a_proxy_says_who_came_by_https_and_nobody_else_does() {
    let asks = b"GET /secure HTTP/1.1\r\nhost: x\r\nx-forwarded-proto: https\r\n\r\n";
    let proxies = vec!["127.0.0.1".parse().unwrap()];
    let server = Server::with(Settings { proxies, ..quick() }).await;
    assert!(read_answer(&mut server.send(asks).await).await.ends_with("true"));
    let server = Server::with(quick()).await;
    assert!(read_answer(&mut server.send(asks).await).await.ends_with("false"));
    let server = Server::with(quick().opened_at(Some("https://x"))).await;
    assert!(read_answer(&mut server.send(asks).await).await.ends_with("true"));
}

#[tokio::test]
async fn events_go_on_for_longer_than_any_limit_and_end_when_the_server_stops() {
    let server = Server::with(quick()).await;
    let mut listening = server.send(b"GET /events HTTP/1.1\r\nhost: x\r\n\r\n").await;
    let began = Instant::now();
    let mut ticks = 0;
    while ticks < 8 {
        ticks += read_answer(&mut listening).await.matches("data: tick").count();
    }
    assert!(began.elapsed() > Duration::from_millis(700));
    let (took, _) = tokio::join!(server.stop(), read(&mut listening));
    assert!(took < Duration::from_millis(250), "stopping took {took:?}");
}

#[tokio::test]
async fn stopping_answers_what_is_under_way_and_accepts_nothing_new() {
    let server = Server::with(quick()).await;
    let address = server.address;
    let _idle = server.connect().await;
    let mut slow = server.send(b"GET /slow HTTP/1.1\r\nhost: x\r\n\r\n").await;
    sleep(Duration::from_millis(50)).await;
    let (took, answer) = tokio::join!(server.stop(), read(&mut slow));
    assert!(answer.starts_with("HTTP/1.1 200 "));
    assert!(took < Duration::from_millis(300), "stopping took {took:?}");
    assert!(TcpStream::connect(address).await.is_err());
}

#[tokio::test]
async fn stopping_does_not_wait_for_ever() {
    let server = Server::with(quick()).await;
    let mut stuck = server.send(b"GET /stuck HTTP/1.1\r\nhost: x\r\n\r\n").await;
    sleep(Duration::from_millis(50)).await;
    let took = server.stop().await;
    assert!((300..1000).contains(&took.as_millis()), "stopping took {took:?}");
    assert_eq!(read(&mut stuck).await, "");
}
