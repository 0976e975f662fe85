//! Who finds no place is told so, as long as that costs next to nothing.

use std::{io, sync::Arc, time::Duration};

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    sync::Semaphore,
};
use wire::problem::{Code, Problem};

/// How many are told at a time; the others are just closed.
const TOLD: usize = 64;
/// How long one of them may take to listen.
const LINGER: Duration = Duration::from_secs(1);
/// How much of what they say is waited for.
const HEARD: u64 = 64 * 1024;

pub struct TurnedAway {
    answer: Arc<[u8]>,
    told: Arc<Semaphore>,
}

impl TurnedAway {
    pub fn new() -> io::Result<Self> {
        let body = serde_json::to_string(&Problem::from(Code::Busy))?;
        let answer = format!(
            "HTTP/1.1 503 Service Unavailable\r\ncontent-type: application/problem+json\r\nretry-after: 5\r\n\
             cache-control: no-store\r\nconnection: close\r\ncontent-length: {}\r\n\r\n{body}",
            body.len()
        );
        Ok(Self { answer: answer.into_bytes().into(), told: Arc::new(Semaphore::new(TOLD)) })
    }

    /// Answers 503 and closes.
    pub fn answer(&self, mut stream: TcpStream) {
        let Ok(turn) = self.told.clone().try_acquire_owned() else { return };
        let answer = self.answer.clone();
        tokio::spawn(async move {
            let told = async {
                stream.write_all(&answer).await?;
                stream.shutdown().await?;
                // Closing before the request was read would reset the connection and take the answer with it.
                tokio::io::copy(&mut stream.take(HEARD), &mut tokio::io::sink()).await
            };
            drop(tokio::time::timeout(LINGER, told).await);
            drop(turn);
        });
    }
}
