//! Files of the pages and of the app. All of them are in the binary.

use std::sync::LazyLock;

use axum::{
    extract::Path,
    http::{HeaderMap, HeaderName, HeaderValue, header},
    response::{IntoResponse, Response},
};
use sha2::{Digest, Sha256};
use wire::problem::Code;

use super::error::Refusal;

/// A name that changes with the content may be kept for ever.
const FOR_EVER: &str = "public, max-age=31536000, immutable";
/// A name that does not change is asked for again after a day.
const A_DAY: &str = "public, max-age=86400";
/// What a worker may do, which its own answer says: run what this server sends, and ask this server.
const WORKER_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; \
    base-uri 'none'; frame-ancestors 'none'";

/// A file, and what it was squeezed to.
#[derive(Clone, Copy, Debug)]
pub struct File {
    pub name: &'static str,
    pub role: &'static str,
    pub kind: &'static str,
    pub immutable: bool,
    pub raw: &'static [u8],
    pub brotli: Option<&'static [u8]>,
    pub gzip: Option<&'static [u8]>,
}

include!(concat!(env!("OUT_DIR"), "/dist.rs"));

/// All files of one build.
pub struct Shelf {
    /// Changes when any of them changes.
    pub build: &'static str,
    files: Vec<File>,
}

/// What is in this binary.
pub static SHELF: LazyLock<Shelf> =
    LazyLock::new(|| if FILES.is_empty() { Shelf::plain() } else { Shelf::new(BUILD, FILES) });

impl Shelf {
    /// What the builder made.
    pub fn new(build: &'static str, files: &[File]) -> Self {
        Self { build, files: files.to_vec() }
    }

    /// What the public pages need, where nothing was built.
    pub fn plain() -> Self {
        static STYLES: &str = concat!(
            include_str!("../../../style/tokens.css"),
            include_str!("../../../style/base.css"),
            include_str!("../../../style/parts.css"),
        );
        static STYLES_NAME: LazyLock<String> = LazyLock::new(|| {
            let hash = wire::bytes::to_text(&Sha256::digest(STYLES));
            format!("interleaf-{}.css", hash.chars().take(12).collect::<String>())
        });
        let file = |role, name, kind, raw| File {
            name,
            role,
            kind,
            immutable: role == "styles",
            raw,
            brotli: None,
            gzip: None,
        };
        let normal: &[u8] = include_bytes!("../../../public/fonts/words-normal.woff2");
        let italic: &[u8] = include_bytes!("../../../public/fonts/words-italic.woff2");
        let icon: &[u8] = include_bytes!("../../../public/favicon.svg");
        let files = vec![
            file("styles", STYLES_NAME.as_str(), "text/css; charset=utf-8", STYLES.as_bytes()),
            file("words-normal", "words-normal.woff2", "font/woff2", normal),
            file("words-italic", "words-italic.woff2", "font/woff2", italic),
            file("icon", "favicon.svg", "image/svg+xml", icon),
        ];
        Self { build: "", files }
    }

    /// The file that plays this role.
    pub fn role(&self, role: &str) -> Option<&File> {
        self.files.iter().find(|file| file.role == role)
    }

    /// Where the file is that plays this role.
    pub fn address(&self, role: &str) -> Option<String> {
        self.role(role).map(|file| format!("/assets/{}", file.name))
    }

    fn named(&self, name: &str) -> Option<&File> {
        self.files.iter().find(|file| file.name == name)
    }
}

/// `GET /assets/{name}`
pub async fn asset(Path(name): Path<String>, headers: HeaderMap) -> Result<Response, Refusal> {
    let file = SHELF.named(&name).ok_or(Code::NotFound)?;
    Ok(answer(file, &headers))
}

fn answer(file: &File, asked: &HeaderMap) -> Response {
    let accepted = Accepted::of(asked);
    let (bytes, encoding) = match *file {
        File { brotli: Some(bytes), .. } if accepted.brotli => (bytes, Some("br")),
        File { gzip: Some(bytes), .. } if accepted.gzip => (bytes, Some("gzip")),
        File { raw, .. } => (raw, None),
    };
    let mut response = bytes.into_response();
    let mut set =
        |name: HeaderName, value| response.headers_mut().insert(name, HeaderValue::from_static(value));
    set(header::CONTENT_TYPE, file.kind);
    set(header::CACHE_CONTROL, if file.immutable { FOR_EVER } else { A_DAY });
    if file.brotli.is_some() || file.gzip.is_some() {
        set(header::VARY, "accept-encoding");
    }
    if let Some(encoding) = encoding {
        set(header::CONTENT_ENCODING, encoding);
    }
    if file.role == "signin-worker" {
        set(header::CONTENT_SECURITY_POLICY, WORKER_POLICY);
    }
    response
}

/// How the browser can be sent something squeezed.
#[derive(Debug, Default, PartialEq, Eq)]
struct Accepted {
    brotli: bool,
    gzip: bool,
}

impl Accepted {
    fn of(headers: &HeaderMap) -> Self {
        let mut accepted = Self::default();
        let lines = headers.get_all(header::ACCEPT_ENCODING).iter().filter_map(|value| value.to_str().ok());
        for one in lines.flat_map(|line| line.split(',')) {
            let (coding, rest) = one.split_once(';').unwrap_or((one, ""));
            let weight = rest.trim().strip_prefix("q=").and_then(|weight| weight.parse::<f32>().ok());
            let wanted = weight.is_none_or(|weight| weight > 0.0);
            match coding.trim() {
                "br" => accepted.brotli = wanted,
                "gzip" => accepted.gzip = wanted,
                _ => {}
            }
        }
        accepted
    }
}

/// The service worker with the stamp of the whole build in the place of the builder's, which cannot know the pages.
pub fn service_worker(stamp: &str) -> Option<Response> {
    let file = SHELF.role("service-worker")?;
    let script = String::from_utf8_lossy(file.raw).replace(SHELF.build, stamp);
    let headers = [
        (header::CONTENT_TYPE, file.kind),
        (header::CACHE_CONTROL, "no-cache"),
        (header::CONTENT_SECURITY_POLICY, WORKER_POLICY),
    ];
    Some((headers, script).into_response())
}

#[cfg(test)]
mod tests;
