//! The API and the public pages: one file a resource. The whole of it on this page, grouped by who calls.

mod assets;
mod body;
mod devices;
mod error;
mod events;
mod headers;
mod invites;
mod log;
mod login;
mod pages;
mod pairings;
mod pokes;
mod recover;
mod register;
mod session;
mod sync;

use std::sync::Arc;

use axum::{
    Router,
    extract::DefaultBodyLimit,
    middleware,
    routing::{delete, get, post},
};
use chrono::{DateTime, Utc};
use opaque_ke::ServerSetup;
use wire::{limits::BODY_BYTES, login::Suite};

use self::{error::Refusal, pokes::Pokes};
use crate::store::Store;

/// What every handler may use.
#[derive(Clone)]
pub struct App {
    store: Store,
    setup: Arc<ServerSetup<Suite>>,
    pokes: Pokes,
    clock: fn() -> DateTime<Utc>,
}

impl App {
    /// With a clock, so that tests can move it.
    #[must_use]
    pub fn new(store: Store, setup: ServerSetup<Suite>, clock: fn() -> DateTime<Utc>) -> Self {
        Self { store, setup: Arc::new(setup), pokes: Pokes::default(), clock }
    }
}

/// Everything the server answers.
pub fn router(app: App) -> Router {
    let anybody = Router::new()
        .route("/health", get(health))
        .route("/register/start", post(register::start))
        .route("/register/finish", post(register::finish))
        .route("/login/start", post(login::start))
        .route("/login/finish", post(login::finish))
        .route("/recover/start", post(recover::start))
        .route("/recover/finish", post(recover::finish))
        .route("/invites/{invite}/offer", get(invites::offer));
    let signed_in = Router::new()
        .route("/session", get(session::show).delete(session::end))
        .route("/sessions", get(devices::list))
        .route("/sessions/{session}", delete(devices::end))
        .route("/invites", get(invites::list).post(invites::make))
        .route("/invites/{invite}", delete(invites::withdraw))
        .route("/pairings", get(pairings::list))
        .route("/sync", get(sync::pull).post(sync::push))
        .route("/events", get(events::listen));
    let pages = Router::new()
        .route("/", get(pages::welcome))
        .route("/help", get(pages::help))
        .route("/privacy", get(pages::privacy))
        .route("/assets/{name}", get(assets::asset))
        .route("/service-worker.js", get(pages::service_worker))
        .route("/app", get(pages::shell))
        .route("/app/{*rest}", get(pages::shell))
        .route("/join/{invite}", get(pages::shell))
        .route("/setup", get(pages::shell))
        .route("/signin", get(pages::shell))
        .route("/recover", get(pages::shell));
    Router::new()
        .merge(pages)
        .nest("/api/v1", anybody.merge(signed_in))
        .fallback(async || Refusal::from(wire::problem::Code::NotFound))
        .method_not_allowed_fallback(async || Refusal::from(wire::problem::Code::MethodNotAllowed))
        .layer(DefaultBodyLimit::max(BODY_BYTES))
        .layer(middleware::from_fn(headers::same_origin))
        .layer(middleware::from_fn(headers::set))
        .layer(middleware::from_fn(log::request))
        .with_state(app)
}

async fn health(axum::extract::State(app): axum::extract::State<App>) -> Result<&'static str, Refusal> {
    app.store.ping().await?;
    Ok("ok")
}
