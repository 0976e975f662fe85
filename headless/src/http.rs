//! The API, one function for reading and one for writing.

use serde::{Serialize, de::DeserializeOwned};
use wire::problem::Problem;

use crate::error::Error;

/// A connection to one server, with the session's token once there is one.
#[derive(Clone, Debug)]
pub struct Http {
    base: String,
    token: Option<String>,
    client: reqwest::Client,
}

impl Http {
    /// To the server at `origin`, e.g. `http://127.0.0.1:8080`.
    #[must_use]
    pub fn new(origin: &str) -> Self {
        Self {
            base: format!("{}/api/v1", origin.trim_end_matches('/')),
            token: None,
            client: reqwest::Client::new(),
        }
    }

    /// The same server, as the owner of this session.
    #[must_use]
    pub fn with_token(mut self, token: Option<String>) -> Self {
        self.token = token;
        self
    }

    /// Reads `path`.
    ///
    /// # Errors
    /// When the server cannot be reached or refuses.
    pub async fn get<A: DeserializeOwned>(&self, path: &str) -> Result<A, Error> {
        self.send(self.client.get(self.url(path))).await
    }

    /// Posts `body` to `path`.
    ///
    /// # Errors
    /// When the server cannot be reached or refuses.
    pub async fn post<A: DeserializeOwned>(&self, path: &str, body: &impl Serialize) -> Result<A, Error> {
        self.send(self.client.post(self.url(path)).json(body)).await
    }

    /// Posts `body` to `path`, where the answer has no content.
    ///
    /// # Errors
    /// When the server cannot be reached or refuses.
    pub async fn post_empty(&self, path: &str, body: &impl Serialize) -> Result<(), Error> {
        self.done(self.client.post(self.url(path)).json(body)).await.map(drop)
    }

    /// Deletes what stands at `path`.
    ///
    /// # Errors
    /// When the server cannot be reached or refuses.
    pub async fn delete(&self, path: &str) -> Result<(), Error> {
        self.done(self.client.delete(self.url(path))).await.map(drop)
    }

    /// Puts `body` at `path`.
    ///
    /// # Errors
    /// When the server cannot be reached or refuses.
    pub async fn put<A: DeserializeOwned>(&self, path: &str, body: &impl Serialize) -> Result<A, Error> {
        self.send(self.client.put(self.url(path)).json(body)).await
    }

    /// Puts `body` at `path`, where the answer has no content.
    ///
    /// # Errors
    /// When the server cannot be reached or refuses.
    pub async fn put_empty(&self, path: &str, body: &impl Serialize) -> Result<(), Error> {
        self.done(self.client.put(self.url(path)).json(body)).await.map(drop)
    }

    /// Puts bytes at `path`.
    ///
    /// # Errors
    /// When the server cannot be reached or refuses.
    pub async fn put_bytes(&self, path: &str, bytes: Vec<u8>) -> Result<(), Error> {
        let request = self.client.put(self.url(path)).header("content-type", "application/octet-stream");
        self.done(request.body(bytes)).await.map(drop)
    }

    /// Reads the bytes at `path`.
    ///
    /// # Errors
    /// When the server cannot be reached or refuses.
    pub async fn get_bytes(&self, path: &str) -> Result<Vec<u8>, Error> {
        Ok(self.done(self.client.get(self.url(path))).await?.bytes().await?.into())
    }

    /// Opens a stream of server-sent events.
    ///
    /// # Errors
    /// When the server cannot be reached or refuses.
    pub async fn listen(&self, path: &str) -> Result<reqwest::Response, Error> {
        self.done(self.client.get(self.url(path))).await
    }

    fn url(&self, path: &str) -> String {
        format!("{}{path}", self.base)
    }

    async fn send<A: DeserializeOwned>(&self, request: reqwest::RequestBuilder) -> Result<A, Error> {
        Ok(self.done(request).await?.json().await?)
    }

    async fn done(&self, mut request: reqwest::RequestBuilder) -> Result<reqwest::Response, Error> {
        if let Some(token) = &self.token {
            request = request.bearer_auth(token);
        }
        let answer = request.send().await?;
        if answer.status().is_success() {
            return Ok(answer);
        }
        Err(Error::Refused(answer.json::<Problem>().await?))
    }
}
