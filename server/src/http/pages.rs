//! Public pages, and the shell that the app starts in.

mod shell;

use std::sync::LazyLock;

use app::document::{self, Links, Page};
use axum::{
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{Html, IntoResponse, Response},
};
use wire::problem::Code;

use super::{
    assets::{self, SHELF, Shelf},
    error::Refusal,
};

/// No script at all: public pages have none.
const POLICY: &str = "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; form-action 'self'; \
    base-uri 'none'; frame-ancestors 'none'";
/// Only scripts and WASM of this server, and nothing made of strings but what `trusted-types.js` lets through.
const SHELL_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; \
    connect-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; manifest-src 'self'; \
    base-uri 'none'; frame-ancestors 'none'; form-action 'none'; require-trusted-types-for 'script'; \
    trusted-types default";

static SHELL: LazyLock<Option<shell::Rendered>> = LazyLock::new(|| shell::rendered(&SHELF));

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

/// `GET /app` and every other path that the app answers itself.
pub async fn shell() -> Response {
    let Some(shell) = &*SHELL else {
        return (StatusCode::SERVICE_UNAVAILABLE, page(&Page::Unbuilt)).into_response();
    };
    let headers = [(header::CONTENT_SECURITY_POLICY, SHELL_POLICY), (header::CACHE_CONTROL, "no-cache")];
    (headers, Html(shell.html.as_str())).into_response()
}

/// `GET /service-worker.js`
pub async fn service_worker() -> Result<Response, Refusal> {
    let script = SHELL.as_ref().and_then(|shell| assets::service_worker(&shell.stamp));
    script.ok_or_else(|| Code::NotFound.into())
}

fn page(page: &Page) -> Response {
    let html = document::html(page, &links(&SHELF));
    let headers = [(header::CONTENT_SECURITY_POLICY, POLICY), (header::CACHE_CONTROL, "no-cache")];
    (headers, Html(html)).into_response()
}

fn links(shelf: &Shelf) -> Links {
    let address = |role| shelf.address(role).unwrap_or_default();
    Links { styles: address("styles"), icon: address("icon") }
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
mod tests;
