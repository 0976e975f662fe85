//! Public pages, and the few files they need. All of it is in the binary.

use std::sync::LazyLock;

use app::document::{self, Page};
use axum::{
    extract::Path,
    http::{HeaderMap, HeaderValue, header},
    response::{Html, IntoResponse, Response},
};
use sha2::{Digest, Sha256};
use wire::problem::Code;

use super::error::Refusal;

const STYLES: &str = concat!(
    include_str!("../../../style/tokens.css"),
    include_str!("../../../style/base.css"),
    include_str!("../../../style/parts.css"),
);
const WORDS: &[u8] = include_bytes!("../../../public/fonts/words-normal.woff2");
const WORDS_ITALIC: &[u8] = include_bytes!("../../../public/fonts/words-italic.woff2");

const ICON: &[u8] = include_bytes!("../../../public/favicon.svg");

/// No script at all: public pages have none.
const POLICY: &str = "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; form-action 'self'; \
    base-uri 'none'; frame-ancestors 'none'";
/// A name that changes with the content may be kept for ever.
const FOR_EVER: &str = "public, max-age=31536000, immutable";
/// A name that does not change is asked for again after a day.
const A_DAY: &str = "public, max-age=86400";

static STYLES_NAME: LazyLock<String> = LazyLock::new(|| {
    let hash = Sha256::digest(STYLES);
    let short: String = wire::bytes::to_text(&hash).chars().take(12).collect();
    format!("interleaf-{short}.css")
});

/// `GET /`
pub async fn welcome() -> Response {
    page(&Page::Welcome)
}

/// `GET /privacy`
pub async fn privacy() -> Response {
    page(&Page::Privacy)
}

/// `GET /help`: the lines of the country that the browser's first language names come first.
pub async fn help(headers: HeaderMap) -> Response {
    let languages = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
    let mut response = page(&Page::Help { region: languages.and_then(region) });
    response.headers_mut().insert(header::VARY, HeaderValue::from_static("accept-language"));
    response
}

/// `GET /assets/{name}`
pub async fn asset(Path(name): Path<String>) -> Result<Response, Refusal> {
    let (kind, keep, bytes) = match name.as_str() {
        "words-normal.woff2" => ("font/woff2", A_DAY, WORDS),
        "words-italic.woff2" => ("font/woff2", A_DAY, WORDS_ITALIC),
        "favicon.svg" => ("image/svg+xml", A_DAY, ICON),
        other if other == *STYLES_NAME => ("text/css; charset=utf-8", FOR_EVER, STYLES.as_bytes()),
        _ => return Err(Code::NotFound.into()),
    };
    Ok(([(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, keep)], bytes).into_response())
}

fn page(page: &Page) -> Response {
    let html = document::html(page, &format!("/assets/{}", *STYLES_NAME));
    let headers = [(header::CONTENT_SECURITY_POLICY, POLICY), (header::CACHE_CONTROL, "no-cache")];
    (headers, Html(html)).into_response()
}

/// The region of the first language that names one: "en-AU,en;q=0.8" is "AU".
fn region(languages: &str) -> Option<String> {
    languages
        .split(',')
        .filter_map(|language| language.split(';').next())
        .filter_map(|language| language.trim().rsplit_once('-'))
        .map(|(_, region)| region)
        .find(|region| region.len() == 2 && region.chars().all(|letter| letter.is_ascii_alphabetic()))
        .map(str::to_ascii_uppercase)
}

#[cfg(test)]
mod tests {
    use super::region;

    #[test]
    fn the_first_language_with_a_region_says_where_somebody_is() {
        assert_eq!(region("en-AU,en;q=0.8"), Some("AU".into()));
        assert_eq!(region("de, es-mx;q=0.7"), Some("MX".into()));
        assert_eq!(region("zh-Hant, en"), None);
        assert_eq!(region("*"), None);
    }
}
