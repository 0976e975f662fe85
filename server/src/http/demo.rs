//! The demo's sign-ins, for the sign-in page to offer. Nobody's where the operator did not ask for it.

use axum::{Json, extract::State};
use wire::demo::Demo;

use super::App;

/// `GET /demo`
pub async fn show(State(app): State<App>) -> Json<Demo> {
    // Nobody, and not "there is no such thing": a browser would log that as an error of every page to sign in on.
    Json(if app.demo { Demo::everybody() } else { Demo { people: Vec::new() } })
}
