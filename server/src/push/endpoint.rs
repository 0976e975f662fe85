//! Where a nudge may be sent: to a name on the public net, by https, and nowhere inside of ours. The caller chooses
//! the address, so without this the server would call whom they like.

#[cfg(test)]
mod tests;

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use url::{Host, Origin, Url};
use wire::limits::ENDPOINT_BYTES;

/// An address of a push service that nudges may be sent to.
pub struct Endpoint {
    url: Url,
    /// It is the one that whoever runs the server named.
    trusted: bool,
}

impl Endpoint {
    /// What a browser gave, if it may be used. `also` is one more origin that may.
    pub fn parse(text: &str, also: Option<&Origin>) -> Option<Self> {
        if text.len() > ENDPOINT_BYTES {
            return None;
        }
        let url = Url::parse(text).ok()?;
        if !url.username().is_empty() || url.password().is_some() {
            return None;
        }
        let trusted = also.is_some_and(|also| *also == url.origin());
        (trusted || is_on_the_public_net(&url)).then_some(Self { url, trusted })
    }

    /// One that got past what is looked at here.
    #[cfg(test)]
    pub fn unchecked(text: &str) -> Self {
        Self { url: Url::parse(text).unwrap(), trusted: false }
    }

    /// Scheme, name and port: what a token is made for.
    pub fn origin(&self) -> String {
        self.url.origin().ascii_serialization()
    }

    /// Whether it is without TLS.
    pub fn is_plain(&self) -> bool {
        self.url.scheme() == "http"
    }

    /// Name or number, and port.
    pub fn host(&self) -> Option<(Host<&str>, u16)> {
        Some((self.url.host()?, self.url.port_or_known_default()?))
    }

    /// What stands in the request's line.
    pub fn path(&self) -> &str {
        &self.url[url::Position::BeforePath..url::Position::AfterQuery]
    }

    /// What stands in the header `Host`.
    pub fn authority(&self) -> &str {
        &self.url[url::Position::BeforeHost..url::Position::AfterPort]
    }

    /// Whether the name may lead there.
    pub fn may_be_at(&self, address: IpAddr) -> bool {
        self.trusted || is_public(address)
    }
}

fn is_on_the_public_net(url: &Url) -> bool {
    // A name without a dot is one of our own net.
    let named = url.domain().is_some_and(|name| name.trim_end_matches('.').contains('.'));
    url.scheme() == "https" && url.port().is_none() && named
}

/// Whether an address is anybody's on the net: none of this machine, of the house, or of what is not given out
/// (the registries of special-purpose addresses, RFC 6890).
fn is_public(address: IpAddr) -> bool {
    match address.to_canonical() {
        IpAddr::V4(address) => is_public_v4(address),
        IpAddr::V6(address) => is_public_v6(address),
    }
}

fn is_public_v4(address: Ipv4Addr) -> bool {
    let [a, b, c, _] = address.octets();
    // Between a provider and its customers; given to protocols, and what once led to other nets; for measuring.
    let special = matches!(
        (a, b, c),
        (0 | 224..=255, ..) | (100, 64..=127, _) | (192, 0, 0) | (192, 88, 99) | (198, 18..=19, _)
    );
    !(special
        || address.is_private()
        || address.is_loopback()
        || address.is_link_local()
        || address.is_documentation())
}

/// Of `2000::/3`, which alone is given out, not what is for protocols, examples, or holds another address.
fn is_public_v6(address: Ipv6Addr) -> bool {
    match address.segments() {
        [0x2001, 0..=0x1ff | 0xdb8, ..] | [0x2002, ..] | [0x3fff, 0..=0xfff, ..] => false,
        [first, ..] => first & 0xe000 == 0x2000,
    }
}
