//! A wire that somebody listens on: every byte between a device and the server, as it was sent.

use std::sync::{Arc, Mutex};

use headless::http::Http;
use tokio::{
    io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt},
    net::{TcpListener, TcpStream},
};

/// What went one way, connection by connection.
type Heard = Arc<Mutex<Vec<Vec<u8>>>>;

pub struct Tap {
    pub http: Http,
    sent: Heard,
    received: Heard,
}

impl Tap {
    /// A way to the server at `origin` that keeps all that goes over it.
    pub async fn on(origin: &str) -> Self {
        let server = origin.strip_prefix("http://").unwrap().to_owned();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let http = Http::new(&format!("http://{}", listener.local_addr().unwrap()));
        let (sent, received) = (Heard::default(), Heard::default());
        let (up, down) = (Arc::clone(&sent), Arc::clone(&received));
        tokio::spawn(async move {
            while let Ok((device, _)) = listener.accept().await {
                let server = TcpStream::connect(&server).await.unwrap();
                let (from_device, to_device) = device.into_split();
                let (from_server, to_server) = server.into_split();
                tokio::spawn(pass_on(from_device, to_server, Arc::clone(&up)));
                tokio::spawn(pass_on(from_server, to_device, Arc::clone(&down)));
            }
        });
        Self { http, sent, received }
    }

    /// The body of every request to `line`, such as `POST /api/v1/sync`.
    pub fn bodies(&self, line: &str) -> Vec<Vec<u8>> {
        let connections = self.sent.lock().unwrap();
        let all = connections.iter().flat_map(|bytes| requests(bytes));
        all.filter(|(head, _)| head.starts_with(&format!("{line} "))).map(|(_, body)| body).collect()
    }

    /// All that the server said.
    pub fn received(&self) -> Vec<u8> {
        self.received.lock().unwrap().concat()
    }
}

async fn pass_on(mut from: impl AsyncRead + Unpin, mut to: impl AsyncWrite + Unpin, heard: Heard) {
    let mine = {
        let mut all = heard.lock().unwrap();
        all.push(Vec::new());
        all.len() - 1
    };
    let mut buffer = vec![0; 64 * 1024];
    while let Ok(many @ 1..) = from.read(&mut buffer).await {
        heard.lock().unwrap()[mine].extend_from_slice(&buffer[..many]);
        if to.write_all(&buffer[..many]).await.is_err() {
            return;
        }
    }
    // The other side may be gone already.
    let _gone = to.shutdown().await;
}

/// Head and body of each request on one connection.
fn requests(mut bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut all = Vec::new();
    while let Some(end) = bytes.windows(4).position(|four| four == b"\r\n\r\n") {
        let head = String::from_utf8(bytes[..end].to_vec()).unwrap();
        let length = head.lines().find_map(|line| {
            let (name, value) = line.split_once(':')?;
            name.eq_ignore_ascii_case("content-length").then(|| value.trim().parse::<usize>().unwrap())
        });
        let (body, rest) = bytes[end + 4..].split_at(length.unwrap_or(0));
        all.push((head, body.to_vec()));
        bytes = rest;
    }
    all
}
