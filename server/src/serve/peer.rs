//! Who is at the other end. Kept in memory while it is counted, never written down.

use std::net::{IpAddr, Ipv6Addr};

use axum::http::HeaderMap;

use super::Settings;

const FORWARDED: &str = "x-forwarded-for";

/// The address of a caller; with IPv6 the /64, because one caller has all of it.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Peer(IpAddr);

impl std::fmt::Debug for Peer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Peer(..)")
    }
}

impl From<IpAddr> for Peer {
    fn from(address: IpAddr) -> Self {
        Self(match address.to_canonical() {
            IpAddr::V6(six) => {
                let [a, b, c, d, ..] = six.segments();
                IpAddr::V6(Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0))
            }
            four @ IpAddr::V4(_) => four,
        })
    }
}

impl Peer {
    /// Who asks: the socket's address, or whom a proxy of ours speaks for. Read from the end, because everything
    /// before the last address that our proxies added is only what the caller says.
    #[must_use]
    pub fn of(socket: IpAddr, headers: &HeaderMap, settings: &Settings) -> Self {
        let mut nearest = socket;
        let lines: Vec<&str> =
            headers.get_all(FORWARDED).iter().filter_map(|line| line.to_str().ok()).collect();
        let mut claimed = lines.iter().rev().flat_map(|line| line.rsplit(',')).map(str::trim);
        while settings.trusts(nearest) {
            let Some(Ok(next)) = claimed.next().map(str::parse) else { break };
            nearest = next;
        }
        Self::from(nearest)
    }
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderMap;

    use super::{Peer, Settings};

    fn of(socket: &str, forwarded: &[&str]) -> Peer {
        let mut headers = HeaderMap::new();
        for line in forwarded {
            headers.append("x-forwarded-for", line.parse().unwrap());
        }
        Peer::of(socket.parse().unwrap(), &headers, &Settings::default())
    }

    fn at(address: &str) -> Peer {
        Peer::from(address.parse::<std::net::IpAddr>().unwrap())
    }

    #[test]
    fn only_a_proxy_of_ours_is_believed_and_only_for_what_it_added() {
        assert!(of("203.0.113.7", &["198.51.100.1"]) == at("203.0.113.7"));
        assert!(of("127.0.0.1", &["198.51.100.1"]) == at("198.51.100.1"));
        assert!(of("127.0.0.1", &["1.1.1.1, 198.51.100.1"]) == at("198.51.100.1"));
        assert!(of("127.0.0.1", &["1.1.1.1", "198.51.100.1, 127.0.0.1"]) == at("198.51.100.1"));
        assert!(of("127.0.0.1", &[]) == at("127.0.0.1"));
        assert!(of("127.0.0.1", &["unknown"]) == at("127.0.0.1"));
    }

    #[test]
    fn one_caller_does_not_count_as_many_by_changing_the_end_of_an_address() {
        assert!(at("2001:db8:1:2::1") == at("2001:db8:1:2:ffff::9"));
        assert!(at("2001:db8:1:2::1") != at("2001:db8:1:3::1"));
        assert!(at("::ffff:203.0.113.7") == at("203.0.113.7"));
    }
}
