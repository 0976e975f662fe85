//! Everything a handler can refuse with: a code, as problem+json.

use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use wire::problem::{Code, Problem};

use crate::store::StoreError;

/// A refusal. What went wrong inside is logged, never told.
#[derive(Clone, Copy, Debug)]
pub struct Refusal(Code);

impl From<Code> for Refusal {
    fn from(code: Code) -> Self {
        Self(code)
    }
}

impl From<StoreError> for Refusal {
    fn from(error: StoreError) -> Self {
        let busy = matches!(&error, StoreError::Stopping | StoreError::Sql(sqlx::Error::PoolTimedOut));
        tracing::error!(%error, "the store failed");
        Self(if busy { Code::Busy } else { Code::Internal })
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let problem = Problem::from(self.0);
        let status = StatusCode::from_u16(problem.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let mut response = (status, axum::Json(problem)).into_response();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        if matches!(self.0, Code::Busy | Code::TooMany) {
            headers.insert(header::RETRY_AFTER, HeaderValue::from_static("5"));
        }
        response
    }
}
