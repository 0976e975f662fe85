//! How long a caller may take, how many there may be, and whose word about addresses counts.

use std::{
    net::{IpAddr, Ipv4Addr, Ipv6Addr},
    time::Duration,
};

/// Times and numbers of the listener.
#[derive(Clone, Debug)]
pub struct Settings {
    /// For a request's line and headers; also how long a socket may be silent between requests.
    pub head: Duration,
    /// For a request's body, beside what its size allows at `body_rate`.
    pub body: Duration,
    /// Bytes a second that a large body must keep up.
    pub body_rate: u32,
    /// For taking any part of an answer.
    pub send: Duration,
    /// For requests under way when the server stops.
    pub drain: Duration,
    /// Most open connections.
    pub connections: usize,
    /// Most open connections from one address.
    pub per_address: usize,
    /// Proxies that are believed when they say whom they speak for.
    pub proxies: Vec<IpAddr>,
    /// The host of the address that people open, in lower case, where that is https.
    pub https_host: Option<String>,
}

impl Settings {
    /// With the address that people open, as far as it is known.
    #[must_use]
    pub fn opened_at(self, origin: Option<&str>) -> Self {
        let host = origin.and_then(|origin| origin.strip_prefix("https://"));
        Self { https_host: host.map(|host| host.trim_end_matches('/').to_ascii_lowercase()), ..self }
    }

    /// Whether this address is a proxy of ours.
    #[must_use]
    pub fn trusts(&self, address: IpAddr) -> bool {
        self.proxies.contains(&address.to_canonical())
    }
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            head: Duration::from_secs(10),
            body: Duration::from_secs(30),
            body_rate: 16 * 1024,
            send: Duration::from_secs(30),
            drain: Duration::from_secs(10),
            connections: 4096,
            per_address: 128,
            // Who can connect from this machine could do worse than claim an address.
            proxies: vec![IpAddr::V4(Ipv4Addr::LOCALHOST), IpAddr::V6(Ipv6Addr::LOCALHOST)],
            https_host: None,
        }
    }
}
