//! Public pages, and the shell that the app starts in.

mod manifest;
mod reader;
mod shell;

use std::sync::OnceLock;

use app::{
    document::{self, Links, Page},
    text::crisis::Lines,
};
use axum::{
    extract::{OriginalUri, State},
    http::{HeaderMap, Method, StatusCode, header},
    response::{Html, IntoResponse, Response},
};
use wire::problem::Code;

use self::reader::Reader;
use super::{
    API, App,
    assets::{self, SHELF, Shelf},
    error::Refusal,
};

/// No script at all: public pages have none, but for Help now.
const POLICY: &str = "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; form-action 'self'; \
    base-uri 'none'; frame-ancestors 'none'";
/// That page may look as it was chosen and have itself kept on the reader's device, and nothing else.
const HELP_POLICY: &str = "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self'; font-src 'self'; \
    img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; \
    require-trusted-types-for 'script'; trusted-types default";
/// Only scripts and WASM of this server, and nothing made of strings but what `trusted-types.js` lets through.
const SHELL_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; \
    connect-src 'self'; style-src 'self'; img-src 'self' data: blob:; media-src blob:; font-src 'self'; manifest-src 'self'; \
    base-uri 'none'; frame-ancestors 'none'; form-action 'none'; require-trusted-types-for 'script'; \
    trusted-types default";

static SHELL: OnceLock<Option<shell::Rendered>> = OnceLock::new();

/// Rendered once. A process has one file of lines, which is in the stamp.
fn the_shell(lines: &Lines) -> Option<&'static shell::Rendered> {
    SHELL.get_or_init(|| shell::rendered(&SHELF, lines)).as_ref()
}

/// `GET /`
pub async fn welcome(reader: Reader) -> Response {
    page(&Page::Welcome, reader)
}

/// `GET /privacy`
pub async fn privacy(reader: Reader) -> Response {
    page(&Page::Privacy, reader)
}

/// `GET /help`: the lines of the reader's country come first.
pub async fn help(State(app): State<App>, reader: Reader) -> Response {
    let lines = (*app.lines).clone();
    page(&Page::Help { lines, region: reader.region.clone() }, reader)
}

/// `GET /app` and every other path that the app answers itself.
pub async fn shell(State(app): State<App>, reader: Reader) -> Response {
    let Some(shell) = the_shell(&app.lines) else {
        return (StatusCode::SERVICE_UNAVAILABLE, page(&Page::Unbuilt, reader)).into_response();
    };
    let headers = [(header::CONTENT_SECURITY_POLICY, SHELL_POLICY), (header::CACHE_CONTROL, "no-cache")];
    (headers, Html(shell.html.as_str())).into_response()
}

/// `GET /assets/manifest.webmanifest`: said for the reader, as a page is.
pub async fn manifest(reader: Reader) -> Result<Response, Refusal> {
    let file = SHELF.role("manifest").ok_or(Code::NotFound)?;
    let said = manifest::said(file.raw, reader.language).ok_or(Code::Internal)?;
    let headers = [(header::CONTENT_TYPE, file.kind), (header::CACHE_CONTROL, "no-cache")];
    Ok(reader.mark((headers, said).into_response()))
}

/// `GET /service-worker.js`
pub async fn service_worker(State(app): State<App>) -> Result<Response, Refusal> {
    let script = the_shell(&app.lines).and_then(|shell| assets::service_worker(&shell.stamp));
    script.ok_or_else(|| Code::NotFound.into())
}

/// Whatever is at no address: a page for somebody who reads, a problem for a program.
pub async fn nowhere(
    method: Method,
    OriginalUri(address): OriginalUri,
    headers: HeaderMap,
    reader: Reader,
) -> Response {
    let accepted =
        headers.get(header::ACCEPT).and_then(|accepted| accepted.to_str().ok()).unwrap_or_default();
    let reads = method == Method::GET && accepted.contains("text/html") && !address.path().starts_with(API);
    if reads {
        (StatusCode::NOT_FOUND, page(&Page::Nowhere, reader)).into_response()
    } else {
        Refusal::from(Code::NotFound).into_response()
    }
}

fn page(page: &Page, reader: Reader) -> Response {
    let html = document::html(page, &links(&SHELF), reader.language);
    let policy = if matches!(page, Page::Help { .. }) { HELP_POLICY } else { POLICY };
    let headers = [(header::CONTENT_SECURITY_POLICY, policy), (header::CACHE_CONTROL, "no-cache")];
    reader.mark((headers, Html(html)).into_response())
}

fn links(shelf: &Shelf) -> Links {
    let address = |role| shelf.address(role).unwrap_or_default();
    let keeping = shelf.address("trusted-types").zip(shelf.address("help"));
    Links {
        styles: address("styles"),
        icon: address("icon"),
        theme: shelf.address("theme"),
        keeping: keeping.into_iter().flat_map(<[String; 2]>::from).collect(),
    }
}

#[cfg(test)]
mod tests;
