use std::time::Duration;

use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use chrono::DateTime;

use super::{
    super::post::{Answer, NoAnswer},
    Outcome, judge,
};

#[test]
fn an_answer_says_what_to_do_next() {
    let now = DateTime::parse_from_rfc3339("2026-11-24T20:00:00Z").unwrap().to_utc();
    let answered = |status, retry: Option<&'static str>| {
        let retry = retry.map(|retry| (header::RETRY_AFTER, HeaderValue::from_static(retry)));
        judge(&Ok(Answer { status, headers: HeaderMap::from_iter(retry) }), now)
    };
    assert_eq!(answered(StatusCode::CREATED, None), Outcome::Delivered);
    assert_eq!(answered(StatusCode::NOT_FOUND, None), Outcome::Gone);
    assert_eq!(answered(StatusCode::GONE, None), Outcome::Gone);
    for status in [StatusCode::FOUND, StatusCode::FORBIDDEN, StatusCode::PAYLOAD_TOO_LARGE] {
        assert_eq!(answered(status, None), Outcome::Refused(status));
    }
    let later = |seconds| Outcome::Later(Some(Duration::from_secs(seconds)));
    for status in [StatusCode::TOO_MANY_REQUESTS, StatusCode::SERVICE_UNAVAILABLE] {
        assert_eq!(answered(status, None), Outcome::Later(None));
        assert_eq!(answered(status, Some("soon")), Outcome::Later(None));
        assert_eq!(answered(status, Some("120")), later(120));
        assert_eq!(answered(status, Some("Tue, 24 Nov 2026 20:01:30 GMT")), later(90));
        assert_eq!(answered(status, Some("Tue, 24 Nov 2026 19:00:00 GMT")), Outcome::Later(None));
    }
    assert_eq!(judge(&Err(NoAnswer::TooSlow), now), Outcome::Later(None));
}
