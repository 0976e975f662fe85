//! The API and the public pages: one file a resource. The whole API is on one page in `routes`.

mod account;
mod assets;
mod blobs;
mod body;
mod demo;
mod devices;
mod document;
mod error;
mod events;
mod headers;
mod invites;
mod log;
mod login;
mod pages;
mod pairings;
mod pokes;
mod push;
mod recover;
mod register;
mod reminders;
mod route;
mod routes;
mod session;
mod setup_links;
mod sync;
mod throttle;

use std::sync::Arc;

use ::app::text::crisis::Lines;
use axum::{Router, extract::DefaultBodyLimit, middleware, routing::get};
use chrono::{DateTime, Utc};
use opaque_ke::ServerSetup;
use wire::{limits::BODY_BYTES, login::Suite};

use self::{error::Refusal, pokes::Pokes, throttle::Throttle};
pub use self::{
    route::{Route, Who},
    routes::all as routes,
};
use crate::{
    push::{Key, Push, Settings},
    store::Store,
};

/// Where the API begins.
pub const API: &str = "/api/v1";

/// What every handler may use.
#[derive(Clone)]
pub struct App {
    store: Store,
    setup: Arc<ServerSetup<Suite>>,
    pokes: Pokes,
    push: Push,
    throttle: Throttle,
    clock: Arc<dyn Fn() -> DateTime<Utc> + Send + Sync>,
    demo: bool,
    lines: Arc<Lines>,
}

impl App {
    /// With a clock, so that tests can move it.
    #[must_use]
    pub fn new(
        store: Store,
        setup: ServerSetup<Suite>,
        push: Key,
        clock: impl Fn() -> DateTime<Utc> + Send + Sync + 'static,
    ) -> Self {
        let clock: Arc<dyn Fn() -> DateTime<Utc> + Send + Sync> = Arc::new(clock);
        Self {
            push: Push::new(store.clone(), push, Arc::clone(&clock)),
            store,
            setup: Arc::new(setup),
            pokes: Pokes::default(),
            throttle: Throttle::default(),
            clock,
            demo: false,
            lines: Arc::default(),
        }
    }

    /// Whether the demo's sign-ins are offered to everybody.
    #[must_use]
    pub fn with_demo(self, demo: bool) -> Self {
        Self { demo, ..self }
    }

    /// How nudges are sent.
    #[must_use]
    pub fn with_push(self, settings: Settings) -> Self {
        Self { push: self.push.with(settings), ..self }
    }

    /// Whom Help now names.
    #[must_use]
    pub fn with_lines(self, lines: Lines) -> Self {
        Self { lines: Arc::new(lines), ..self }
    }
}

/// Everything the server answers.
pub fn router(app: App) -> Router {
    let api = routes::all()
        .into_iter()
        .fold(Router::new(), |router, route| router.route(route.path, route.handler));
    let pages = Router::new()
        .route("/", get(pages::welcome))
        .route("/help", get(pages::help))
        .route("/privacy", get(pages::privacy))
        .route("/assets/manifest.webmanifest", get(pages::manifest))
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
        .nest(API, api)
        .fallback(pages::nowhere)
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
