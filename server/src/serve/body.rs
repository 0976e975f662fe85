//! A request's body that must keep coming.

use std::{
    pin::Pin,
    task::{Context, Poll},
    time::Duration,
};

use axum::body::Bytes;
use http_body::{Body, Frame, SizeHint};
use hyper::body::Incoming;
use tokio::time::{Instant, Sleep, sleep_until};

type Failure = Box<dyn std::error::Error + Send + Sync>;

/// The body came too slowly.
#[derive(Clone, Copy, Debug, thiserror::Error)]
#[error("the body came too slowly")]
pub struct TooSlow;

impl TooSlow {
    /// Whether this is what an error comes from.
    #[must_use]
    pub fn caused(error: &(dyn std::error::Error + 'static)) -> bool {
        std::iter::successors(Some(error), |error| error.source()).any(<dyn std::error::Error>::is::<Self>)
    }
}

/// A body with a deadline that moves by what arrived: 8 MiB from a phone in the country may take minutes, one
/// byte now and then may not.
pub struct Timed {
    body: Incoming,
    began: Option<Instant>,
    patience: Duration,
    rate: u32,
    came: usize,
    deadline: Option<Pin<Box<Sleep>>>,
}

impl Timed {
    pub const fn new(body: Incoming, patience: Duration, rate: u32) -> Self {
        Self { body, began: None, patience, rate, came: 0, deadline: None }
    }

    fn deadline(&mut self) -> Instant {
        let earned = self.came.saturating_mul(1000) / usize::try_from(self.rate.max(1)).unwrap_or(usize::MAX);
        let earned = Duration::from_millis(u64::try_from(earned).unwrap_or(u64::MAX));
        *self.began.get_or_insert_with(Instant::now) + self.patience + earned
    }
}

impl Body for Timed {
    type Data = Bytes;
    type Error = Failure;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Failure>>> {
        let deadline = self.deadline();
        if let Poll::Ready(frame) = Pin::new(&mut self.body).poll_frame(cx) {
            if let Some(Ok(data)) = frame.as_ref().map(|frame| frame.as_ref().map(Frame::data_ref)) {
                self.came += data.map_or(0, Bytes::len);
            }
            return Poll::Ready(frame.map(|frame| frame.map_err(Into::into)));
        }
        let sleep = self.deadline.get_or_insert_with(|| Box::pin(sleep_until(deadline)));
        if sleep.deadline() != deadline {
            sleep.as_mut().reset(deadline);
        }
        sleep.as_mut().poll(cx).map(|()| Some(Err(TooSlow.into())))
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
