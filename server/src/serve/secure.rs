//! Whether a caller came by https. TLS ends at a proxy: it says so, or the address that people open does.

use std::net::IpAddr;

use axum::http::{HeaderMap, HeaderValue, header};

use super::Settings;

const FORWARDED: &str = "x-forwarded-proto";

/// With every request that came by https.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Secure;

impl Secure {
    /// A proxy of ours is believed. Where none says how, whoever asks for the host of an https address came by that.
    #[must_use]
    pub fn of(socket: IpAddr, headers: &HeaderMap, settings: &Settings) -> Option<Self> {
        let text = |value: &HeaderValue| value.to_str().ok().map(str::to_ascii_lowercase);
        let said = headers.get_all(FORWARDED).iter().next_back().filter(|_| settings.trusts(socket));
        let is_secure = if let Some(said) = said.and_then(text) {
            // What stands before the last one is only what the caller says.
            said.rsplit(',').next().map(str::trim) == Some("https")
        } else {
            let host = headers.get(header::HOST).and_then(text);
            host.is_some() && host == settings.https_host
        };
        is_secure.then_some(Self)
    }
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderMap;

    use super::{Secure, Settings};

    fn is_secure(socket: &str, headers: &[(&'static str, &'static str)], origin: Option<&str>) -> bool {
        let mut map = HeaderMap::new();
        for (name, value) in headers {
            map.append(*name, value.parse().unwrap());
        }
        let settings = Settings::default().opened_at(origin);
        Secure::of(socket.parse().unwrap(), &map, &settings).is_some()
    }

    #[test]
    fn a_proxy_of_ours_says_how_somebody_came() {
        for (said, is) in
            [("https", true), ("HTTPS", true), ("http", false), ("https, http", false), ("", false)]
        {
            assert_eq!(is_secure("127.0.0.1", &[("x-forwarded-proto", said)], None), is, "{said}");
        }
        assert!(!is_secure("203.0.113.7", &[("x-forwarded-proto", "https")], None));
    }

    #[test]
    fn where_no_proxy_says_it_the_address_that_people_open_does() {
        let asked = |host, origin| is_secure("203.0.113.7", &[("host", host)], origin);
        assert!(asked("journal.example", Some("https://Journal.example/")));
        assert!(!asked("journal.example:8080", Some("https://journal.example")));
        assert!(!asked("journal.example", Some("http://journal.example")));
        assert!(!asked("journal.example", None));
        assert!(!is_secure("127.0.0.1", &[], None));
        let by_http = [("host", "journal.example"), ("x-forwarded-proto", "http")];
        assert!(!is_secure("127.0.0.1", &by_http, Some("https://journal.example")));
    }
}
