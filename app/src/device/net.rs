//! One JSON API over fetch. The session is a cookie that script cannot read.

use gloo_timers::callback::Timeout;
use serde::{Serialize, de::DeserializeOwned};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, Request, RequestCache, RequestInit, Response};
use wire::problem::{Code, Problem};

/// After this long without an answer the network is taken for gone, milliseconds.
const PATIENCE: u32 = 20_000;

/// Why there is no answer to use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NetError {
    /// Nothing arrived, or nothing readable.
    #[error("no answer")]
    Network,
    /// The server said no.
    #[error("refused: {}", .0.text())]
    Refused(Code),
    /// The server asked to wait so many seconds.
    #[error("asked to wait")]
    Wait(u32),
}

/// `GET`.
pub async fn get<T: DeserializeOwned>(path: &str) -> Result<T, NetError> {
    parse(&send("GET", path, None).await?)
}

/// `POST` with an answer.
pub async fn post<T: DeserializeOwned>(path: &str, body: &impl Serialize) -> Result<T, NetError> {
    parse(&send("POST", path, Some(encode(body)?)).await?)
}

/// `POST` without one.
pub async fn post_only(path: &str, body: &impl Serialize) -> Result<(), NetError> {
    send("POST", path, Some(encode(body)?)).await.map(drop)
}

/// `DELETE`.
pub async fn delete(path: &str) -> Result<(), NetError> {
    send("DELETE", path, None).await.map(drop)
}

async fn send(method: &str, path: &str, body: Option<String>) -> Result<String, NetError> {
    let abort = AbortController::new().map_err(|_| NetError::Network)?;
    let signal = abort.signal();
    let _patience = Timeout::new(PATIENCE, move || abort.abort());
    let init = RequestInit::new();
    init.set_method(method);
    init.set_cache(RequestCache::NoStore);
    init.set_signal(Some(&signal));
    if let Some(body) = &body {
        init.set_body(&JsValue::from_str(body));
    }
    let request =
        Request::new_with_str_and_init(&format!("/api/v1{path}"), &init).map_err(|_| NetError::Network)?;
    if body.is_some() {
        request.headers().set("content-type", "application/json").map_err(|_| NetError::Network)?;
    }
    let window = web_sys::window().ok_or(NetError::Network)?;
    let response =
        JsFuture::from(window.fetch_with_request(&request)).await.map_err(|_| NetError::Network)?;
    let response: Response = response.unchecked_into();
    let text = response.text().map_err(|_| NetError::Network)?;
    let text = JsFuture::from(text).await.map_err(|_| NetError::Network)?;
    let text = text.as_string().unwrap_or_default();
    if response.ok() {
        return Ok(text);
    }
    let wait = response.headers().get("retry-after").ok().flatten();
    if let Some(wait) = wait.and_then(|wait| wait.parse().ok()) {
        return Err(NetError::Wait(wait));
    }
    // Whatever is not ours (a proxy, a captive portal) counts as no network.
    serde_json::from_str::<Problem>(&text)
        .map_or(Err(NetError::Network), |problem| Err(NetError::Refused(problem.code)))
}

fn encode(body: &impl Serialize) -> Result<String, NetError> {
    serde_json::to_string(body).map_err(|_| NetError::Network)
}

fn parse<T: DeserializeOwned>(text: &str) -> Result<T, NetError> {
    serde_json::from_str(text).map_err(|_| NetError::Network)
}
