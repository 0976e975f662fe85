//! What axum carries here when it does nothing but give back what it gets; in a process of its own, as the server is.

use std::{env, error::Error, io, process::Stdio};

use axum::{Router, body::Bytes};
use headless::http::Http;
use tokio::{
    io::{AsyncBufReadExt, BufReader},
    net::TcpListener,
    process::{Child, Command},
};

/// The argument that makes this program be it.
pub const WORD: &str = "echo";

/// Serves until it is ended.
pub async fn serve() -> io::Result<()> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    println!("http://{}", listener.local_addr()?);
    axum::serve(listener, Router::new().fallback(give_back)).await
}

async fn give_back(body: Bytes) -> Bytes {
    body
}

/// Starts it; it ends with the first of what is returned.
pub async fn start() -> Result<(Child, Http), Box<dyn Error>> {
    let mut command = Command::new(env::current_exe()?);
    let mut child = command.arg(WORD).stdout(Stdio::piped()).kill_on_drop(true).spawn()?;
    let said = child.stdout.take().ok_or("the echo has no output")?;
    let origin = BufReader::new(said).lines().next_line().await?.ok_or("the echo did not start")?;
    Ok((child, Http::new(&origin)))
}
