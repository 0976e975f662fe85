//! One request to a push service. Only the head of its answer is read; what it points to is not followed.

#[cfg(test)]
mod tests;

use std::{
    io,
    net::{IpAddr, SocketAddr},
    sync::Arc,
    time::Duration,
};

use axum::{
    body::Body,
    http::{HeaderMap, Method, Request, StatusCode, Uri, header},
};
use hyper::client::conn::http1;
use hyper_util::rt::TokioIo;
use rustls::{ClientConfig, RootCertStore, pki_types::ServerName};
use tokio::{
    io::{AsyncRead, AsyncWrite},
    net::{TcpStream, lookup_host},
    task::JoinSet,
    time::timeout,
};
use tokio_rustls::TlsConnector;
use url::Host;

use super::endpoint::Endpoint;

/// How long a push service may take.
const LIMIT: Duration = Duration::from_secs(10);
/// Most bytes that are held of its answer.
const HEAD_BYTES: usize = 16 * 1024;

/// Why there is no answer. Nothing of it tells where it was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoAnswer {
    #[error("the name leads to nothing on the public net")]
    NotPublic,
    #[error("the push service cannot be reached")]
    Unreachable,
    #[error("no secure connection to the push service")]
    Insecure,
    #[error("what the push service says is no answer")]
    Garbled,
    #[error("the push service takes too long")]
    TooSlow,
}

/// What a push service answered.
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
}

/// Who makes the requests.
#[derive(Clone)]
pub struct Poster(Arc<ClientConfig>);

impl Poster {
    /// Believes the certificate authorities that browsers do; they come with the binary.
    pub fn new() -> Self {
        let roots = RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
        Self(Arc::new(ClientConfig::builder().with_root_certificates(roots).with_no_client_auth()))
    }

    /// Posts bytes, and gives the head of the answer.
    pub async fn post(&self, to: &Endpoint, headers: HeaderMap, body: Vec<u8>) -> Result<Answer, NoAnswer> {
        timeout(LIMIT, self.post_now(to, headers, body)).await.unwrap_or(Err(NoAnswer::TooSlow))
    }

    async fn post_now(&self, to: &Endpoint, headers: HeaderMap, body: Vec<u8>) -> Result<Answer, NoAnswer> {
        let request = request(to, headers, body).ok_or(NoAnswer::Unreachable)?;
        let (host, port) = to.host().ok_or(NoAnswer::Unreachable)?;
        let addresses = addresses(to, &host, port).await.map_err(|_| NoAnswer::Unreachable)?;
        if addresses.is_empty() {
            return Err(NoAnswer::NotPublic);
        }
        let stream = TcpStream::connect(&addresses[..]).await.map_err(|_| NoAnswer::Unreachable)?;
        if to.is_plain() {
            return exchange(stream, request).await;
        }
        let name = server_name(&host).ok_or(NoAnswer::Insecure)?;
        let tls = TlsConnector::from(Arc::clone(&self.0));
        exchange(tls.connect(name, stream).await.map_err(|_| NoAnswer::Insecure)?, request).await
    }
}

fn request(to: &Endpoint, headers: HeaderMap, body: Vec<u8>) -> Option<Request<Body>> {
    let mut request = Request::new(Body::from(body));
    *request.method_mut() = Method::POST;
    *request.uri_mut() = to.path().parse::<Uri>().ok()?;
    *request.headers_mut() = headers;
    request.headers_mut().insert(header::HOST, to.authority().parse().ok()?);
    Some(request)
}

/// Looked at after the name was asked for, and connected to as they are: the name is not asked for again.
async fn addresses(to: &Endpoint, host: &Host<&str>, port: u16) -> io::Result<Vec<SocketAddr>> {
    let found = match host {
        Host::Domain(name) => lookup_host((*name, port)).await?.collect(),
        Host::Ipv4(address) => vec![SocketAddr::new(IpAddr::V4(*address), port)],
        Host::Ipv6(address) => vec![SocketAddr::new(IpAddr::V6(*address), port)],
    };
    Ok(found.into_iter().filter(|address| to.may_be_at(address.ip())).collect())
}

fn server_name(host: &Host<&str>) -> Option<ServerName<'static>> {
    Some(match host {
        Host::Domain(name) => ServerName::try_from((*name).to_owned()).ok()?,
        Host::Ipv4(address) => ServerName::from(IpAddr::V4(*address)),
        Host::Ipv6(address) => ServerName::from(IpAddr::V6(*address)),
    })
}

async fn exchange(
    stream: impl AsyncRead + AsyncWrite + Unpin + Send + 'static,
    request: Request<Body>,
) -> Result<Answer, NoAnswer> {
    let (mut sender, connection) = http1::Builder::new()
        .max_buf_size(HEAD_BYTES)
        .handshake(TokioIo::new(stream))
        .await
        .map_err(|_| NoAnswer::Garbled)?;
    // Ends with this function, and the connection with it.
    let mut driven = JoinSet::new();
    driven.spawn(connection);
    let (head, _) = sender.send_request(request).await.map_err(|_| NoAnswer::Garbled)?.into_parts();
    Ok(Answer { status: head.status, headers: head.headers })
}
