//! Everything a handler can refuse with: a code, as problem+json.

use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use wire::problem::{Code, Problem};

use super::throttle::Wait;
use crate::store::StoreError;

/// Seconds until it may be less busy.
const RETRY_AFTER: u32 = 5;

/// A refusal. What went wrong inside is logged, never told.
#[derive(Clone, Copy, Debug)]
pub struct Refusal {
    code: Code,
    /// Seconds after which it may go better.
    retry_after: u32,
}

impl From<Code> for Refusal {
    fn from(code: Code) -> Self {
        Self { code, retry_after: RETRY_AFTER }
    }
}

impl From<Wait> for Refusal {
    fn from(Wait(seconds): Wait) -> Self {
        Self { code: Code::TooMany, retry_after: seconds }
    }
}

impl From<StoreError> for Refusal {
    fn from(error: StoreError) -> Self {
        let busy = matches!(
            &error,
            StoreError::Stopping | StoreError::Unreachable | StoreError::Sql(sqlx::Error::PoolTimedOut)
        );
        tracing::error!(%error, "the store failed");
        Self::from(if busy { Code::Busy } else { Code::Internal })
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let problem = Problem::from(self.code);
        let status = StatusCode::from_u16(problem.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let mut response = (status, axum::Json(problem)).into_response();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        if matches!(self.code, Code::Busy | Code::TooMany) {
            headers.insert(header::RETRY_AFTER, HeaderValue::from(self.retry_after));
        }
        response
    }
}
