//! One JSON API over fetch. The session is a cookie that script cannot read.

use gloo_timers::callback::Timeout;
use js_sys::Uint8Array;
use serde::{Serialize, de::DeserializeOwned};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, AbortSignal, Request, RequestCache, RequestInit, Response};
use wire::problem::{Code, Problem};

/// After this long without an answer the network is taken for gone, milliseconds.
const PATIENCE: u32 = 20_000;
/// The same for a chunk of an attachment, which takes longer where the network is slow.
const LONG_PATIENCE: u32 = 120_000;

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

/// `GET` of something that may be long.
pub async fn get_within<T: DeserializeOwned>(path: &str, milliseconds: u32) -> Result<T, NetError> {
    parse(&send_within("GET", path, None, milliseconds).await?)
}

/// `POST` with an answer, of something that may be long: `within` says how many milliseconds so many bytes may take.
pub async fn post_within<T: DeserializeOwned>(
    path: &str,
    body: &impl Serialize,
    within: impl FnOnce(usize) -> u32,
) -> Result<T, NetError> {
    let body = encode(body)?;
    let milliseconds = within(body.len());
    parse(&send_within("POST", path, Some(body), milliseconds).await?)
}

/// `POST` with an answer.
pub async fn post<T: DeserializeOwned>(path: &str, body: &impl Serialize) -> Result<T, NetError> {
    parse(&send("POST", path, Some(encode(body)?)).await?)
}

/// `POST` without one.
pub async fn post_only(path: &str, body: &impl Serialize) -> Result<(), NetError> {
    send("POST", path, Some(encode(body)?)).await.map(drop)
}

/// `PUT` with an answer.
pub async fn put<T: DeserializeOwned>(path: &str, body: &impl Serialize) -> Result<T, NetError> {
    parse(&send("PUT", path, Some(encode(body)?)).await?)
}

/// `PUT` without an answer.
pub async fn put_only(path: &str, body: &impl Serialize) -> Result<(), NetError> {
    send("PUT", path, Some(encode(body)?)).await.map(drop)
}

/// `PUT` of bytes.
pub async fn put_bytes(path: &str, bytes: &[u8]) -> Result<(), NetError> {
    let body = (Uint8Array::from(bytes).into(), "application/octet-stream");
    let patience = Patience::begin(LONG_PATIENCE)?;
    taken(answered("PUT", path, Some(body), &patience).await?).await.map(drop)
}

/// `GET` of bytes.
pub async fn get_bytes(path: &str) -> Result<Vec<u8>, NetError> {
    let patience = Patience::begin(LONG_PATIENCE)?;
    let response = answered("GET", path, None, &patience).await?;
    if !response.ok() {
        return taken(response).await.and(Err(NetError::Network));
    }
    let buffer = response.array_buffer().map_err(|_| NetError::Network)?;
    let buffer = JsFuture::from(buffer).await.map_err(|_| NetError::Network)?;
    Ok(Uint8Array::new(&buffer).to_vec())
}

/// `DELETE`.
pub async fn delete(path: &str) -> Result<(), NetError> {
    send("DELETE", path, None).await.map(drop)
}

/// Gives a request up after a while, unless it is dropped before.
struct Patience {
    signal: AbortSignal,
    _timeout: Timeout,
}

impl Patience {
    fn begin(milliseconds: u32) -> Result<Self, NetError> {
        let abort = AbortController::new().map_err(|_| NetError::Network)?;
        Ok(Self { signal: abort.signal(), _timeout: Timeout::new(milliseconds, move || abort.abort()) })
    }
}

async fn send(method: &str, path: &str, body: Option<String>) -> Result<String, NetError> {
    send_within(method, path, body, PATIENCE).await
}

async fn send_within(
    method: &str,
    path: &str,
    body: Option<String>,
    milliseconds: u32,
) -> Result<String, NetError> {
    let body = body.map(|text| (JsValue::from_str(&text), "application/json"));
    let patience = Patience::begin(milliseconds)?;
    taken(answered(method, path, body, &patience).await?).await
}

/// Whatever comes back, as soon as its head is here.
async fn answered(
    method: &str,
    path: &str,
    body: Option<(JsValue, &str)>,
    patience: &Patience,
) -> Result<Response, NetError> {
    let init = RequestInit::new();
    init.set_method(method);
    init.set_cache(RequestCache::NoStore);
    init.set_signal(Some(&patience.signal));
    if let Some((body, _)) = &body {
        init.set_body(body);
    }
    let request =
        Request::new_with_str_and_init(&format!("/api/v1{path}"), &init).map_err(|_| NetError::Network)?;
    if let Some((_, media)) = body {
        request.headers().set("content-type", media).map_err(|_| NetError::Network)?;
    }
    let window = web_sys::window().ok_or(NetError::Network)?;
    let response =
        JsFuture::from(window.fetch_with_request(&request)).await.map_err(|_| NetError::Network)?;
    Ok(response.unchecked_into())
}

/// The text of an answer that went well, or why it did not.
async fn taken(response: Response) -> Result<String, NetError> {
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
