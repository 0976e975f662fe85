//! Headers on every answer, and where a change may come from.

use axum::{
    extract::Request,
    http::{HeaderValue, Method, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use wire::problem::Code;

use super::error::Refusal;
use crate::serve::Secure;

const ALWAYS: [(&str, &str); 8] = [
    ("cache-control", "no-store"),
    ("content-security-policy", "default-src 'none'; frame-ancestors 'none'; base-uri 'none'"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-embedder-policy", "require-corp"),
    ("cross-origin-resource-policy", "same-origin"),
    ("permissions-policy", "camera=(), microphone=(self), geolocation=(), payment=(), usb=()"),
    ("referrer-policy", "no-referrer"),
    ("x-content-type-options", "nosniff"),
];

/// For two years nobody who came by https is to come without. Said of this host alone: others are not ours.
const ONLY_HTTPS: HeaderValue = HeaderValue::from_static("max-age=63072000");

/// Sets what every answer carries.
pub async fn set(request: Request, next: Next) -> Response {
    let secure = request.extensions().get::<Secure>().copied();
    let mut response = next.run(request).await;
    if secure.is_some() {
        response.headers_mut().insert(header::STRICT_TRANSPORT_SECURITY, ONLY_HTTPS);
    }
    for (name, value) in ALWAYS {
        // A page brings its own policy and may be kept.
        response.headers_mut().entry(name).or_insert(HeaderValue::from_static(value));
    }
    response
}

/// A browser says where a request comes from; a change from another site is refused. Other clients say nothing.
pub async fn same_origin(request: Request, next: Next) -> Response {
    let headers = request.headers();
    let text = |name| headers.get(name).and_then(|value: &HeaderValue| value.to_str().ok());
    let site_fits = text(header::HeaderName::from_static("sec-fetch-site"))
        .is_none_or(|site| matches!(site, "same-origin" | "none"));
    let host = text(header::HOST).unwrap_or_default();
    let origin_fits = text(header::ORIGIN)
        .is_none_or(|origin| origin.split_once("://").is_some_and(|(_, authority)| authority == host));
    let reads = matches!(*request.method(), Method::GET | Method::HEAD);
    if reads || (site_fits && origin_fits) {
        return next.run(request).await;
    }
    Refusal::from(Code::ForeignOrigin).into_response()
}
