use axum::http::HeaderMap;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpListener,
};
use url::Url;

use super::{super::endpoint::Endpoint, NoAnswer, Poster};

async fn posted(to: &Endpoint) -> Result<u16, NoAnswer> {
    let answer = Poster::new().post(to, HeaderMap::new(), vec![7; 100]).await?;
    Ok(answer.status.as_u16())
}

/// Somebody on this machine who says this to whoever calls.
async fn somebody(says: &'static str) -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    tokio::spawn(async move {
        while let Ok((mut caller, _)) = listener.accept().await {
            drop(caller.read(&mut [0; 4096]).await);
            drop(caller.write_all(says.as_bytes()).await);
            // Until the caller hangs up.
            drop(caller.read_to_end(&mut Vec::new()).await);
        }
    });
    port
}

fn named(scheme: &str, port: u16) -> Endpoint {
    let url = format!("{scheme}://127.0.0.1:{port}/a");
    Endpoint::parse(&url, Some(&Url::parse(&url).unwrap().origin())).unwrap()
}

#[tokio::test]
async fn a_name_that_leads_to_this_machine_is_not_called() {
    let port = somebody("HTTP/1.1 201 Created\r\ncontent-length: 0\r\n\r\n").await;
    assert_eq!(posted(&named("http", port)).await, Ok(201), "the control is not called");
    let inside = Endpoint::unchecked(&format!("http://localhost:{port}/a"));
    assert_eq!(posted(&inside).await, Err(NoAnswer::NotPublic));
}

#[tokio::test]
async fn what_does_not_speak_tls_is_told_nothing() {
    let port = somebody("HTTP/1.1 201 Created\r\ncontent-length: 0\r\n\r\n").await;
    assert_eq!(posted(&named("https", port)).await, Err(NoAnswer::Insecure));
}

#[tokio::test]
async fn only_the_head_of_an_answer_counts_and_it_is_short() {
    let endless = somebody("HTTP/1.1 201 Created\r\ncontent-length: 999999999\r\n\r\n").await;
    assert_eq!(posted(&named("http", endless)).await, Ok(201));
    let long = format!("HTTP/1.1 201 Created\r\nx: {}\r\n\r\n", "a".repeat(64 * 1024));
    assert_eq!(posted(&named("http", somebody(long.leak()).await)).await, Err(NoAnswer::Garbled));
    let closed = TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap().port();
    assert_eq!(posted(&named("http", closed)).await, Err(NoAnswer::Unreachable));
}
