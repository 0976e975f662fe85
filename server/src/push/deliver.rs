//! One nudge to one session: a few tries, then it is forgotten.

#[cfg(test)]
mod tests;

use std::time::Duration;

use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use chrono::{DateTime, Utc};
use wire::{
    ids::SessionId,
    push::{Nudge, Subscription},
};

use super::{
    Push,
    endpoint::Endpoint,
    post::{Answer, NoAnswer},
    seal::seal,
};
use crate::store::Result;

/// What is to be sent, and until when it makes sense.
pub struct Job {
    pub session: SessionId,
    pub nudge: Nudge,
    pub until: DateTime<Utc>,
}

/// What became of a try.
#[derive(Debug, PartialEq, Eq)]
enum Outcome {
    Delivered,
    /// The push service knows the address no more.
    Gone,
    /// It may go better later; not before this, if the push service said so.
    Later(Option<Duration>),
    Refused(StatusCode),
}

impl Push {
    /// Tries until it is delivered or makes no sense any more.
    pub async fn deliver(&self, job: Job) {
        if let Err(error) = self.try_to_deliver(job).await {
            tracing::error!(%error, "the store failed");
        }
    }

    async fn try_to_deliver(&self, job: Job) -> Result<()> {
        let mut pauses = self.settings.pauses.iter();
        loop {
            let now = (self.clock)();
            // Asked each time: who signed out meanwhile is left alone, and a new address counts.
            let Some(to) = self.store.find_subscription(job.session).await? else { return Ok(()) };
            let Ok(seconds @ 1..) = (job.until - now).num_seconds().try_into() else { return Ok(()) };
            let Some((endpoint, body)) = self.prepared(job.nudge, &to) else {
                return self.store.forget_subscription(job.session, &to.endpoint).await;
            };
            let headers = self.headers(job.nudge, &endpoint, seconds, now);
            let answer = match self.way(job.nudge).acquire().await {
                Ok(_turn) => self.poster.post(&endpoint, headers, body).await,
                // Nobody closes it.
                Err(_) => return Ok(()),
            };
            let asked = match judge(&answer, now) {
                Outcome::Delivered => return Ok(()),
                Outcome::Gone => {
                    return self.store.forget_subscription(job.session, &to.endpoint).await;
                }
                Outcome::Later(asked) => asked.unwrap_or_default(),
                Outcome::Refused(status) => {
                    tracing::warn!(status = status.as_u16(), "a nudge was refused");
                    return Ok(());
                }
            };
            match pauses.next() {
                Some(pause) if now + asked < job.until => tokio::time::sleep(asked.max(*pause)).await,
                _ => {
                    let why = answer.map_or_else(|none| none.to_string(), |given| given.status.to_string());
                    tracing::warn!(why, "a nudge was given up");
                    return Ok(());
                }
            }
        }
    }

    fn prepared(&self, nudge: Nudge, to: &Subscription) -> Option<(Endpoint, Vec<u8>)> {
        Some((Endpoint::parse(&to.endpoint, self.settings.also.as_ref())?, seal(nudge, to)?))
    }

    fn headers(&self, nudge: Nudge, to: &Endpoint, seconds: u64, now: DateTime<Utc>) -> HeaderMap {
        // A later one takes the place of one that still lies there (RFC 8030, section 5.4); the names say nothing.
        let (urgency, topic) = match nudge {
            Nudge::Moment => ("normal", "AAAA"),
            Nudge::Waiting => ("high", "BBBB"),
        };
        let fixed = [
            (header::CONTENT_TYPE, "application/octet-stream"),
            (header::CONTENT_ENCODING, "aes128gcm"),
            (HeaderName::from_static("urgency"), urgency),
            (HeaderName::from_static("topic"), topic),
        ];
        let fixed = fixed.map(|(name, value)| (name, HeaderValue::from_static(value)));
        let mut headers = HeaderMap::from_iter(fixed);
        headers.insert(HeaderName::from_static("ttl"), HeaderValue::from(seconds));
        let shown = self.key.authorization(&to.origin(), &self.settings.contact, now);
        if let Ok(shown) = HeaderValue::try_from(shown) {
            headers.insert(header::AUTHORIZATION, shown);
        }
        headers
    }
}

fn judge(answer: &std::result::Result<Answer, NoAnswer>, now: DateTime<Utc>) -> Outcome {
    let Ok(Answer { status, headers }) = answer else { return Outcome::Later(None) };
    match status.as_u16() {
        200..=299 => Outcome::Delivered,
        404 | 410 => Outcome::Gone,
        429 | 500..=599 => Outcome::Later(retry_after(headers, now)),
        _ => Outcome::Refused(*status),
    }
}

/// Seconds or a date (RFC 9110, section 10.2.3).
fn retry_after(headers: &HeaderMap, now: DateTime<Utc>) -> Option<Duration> {
    let text = headers.get(header::RETRY_AFTER)?.to_str().ok()?;
    if let Ok(seconds) = text.parse::<u32>() {
        return Some(Duration::from_secs(seconds.into()));
    }
    (DateTime::parse_from_rfc2822(text).ok()?.to_utc() - now).to_std().ok()
}
