//! What each connection does again and again.

use std::time::{Duration, Instant};

use headless::http::Http;
use journal::seal::{Entropy, SystemEntropy};
use wire::{
    ids::{Epoch, OpId, RecordId, Rev},
    sealed::{Sealed, Wrap},
    sync::{Change, Operation, Page, Push, Pushed},
};

const RUN: Duration = Duration::from_secs(4);
/// Sealed content whose JSON with its wrap is about 2 KiB.
const CONTENT: usize = 1400;

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Work {
    /// A push of one, which comes back as it is.
    Echo,
    Health,
    Push(usize),
    Pull,
}

pub async fn repeat(http: Http, work: Work) -> Vec<Duration> {
    let (began, mut times) = (Instant::now(), Vec::new());
    while began.elapsed() < RUN {
        let many = match work {
            Work::Echo => 1,
            Work::Push(many) => many,
            Work::Health | Work::Pull => 0,
        };
        let push = Push { operations: (0..many).map(|_| operation()).collect() };
        let asked = Instant::now();
        let done = match work {
            Work::Echo => http.post::<Push>("/echo", &push).await.is_ok(),
            Work::Health => http.listen("/health").await.is_ok(),
            Work::Push(_) => http.post::<Pushed>("/sync", &push).await.is_ok(),
            Work::Pull => http.get::<Page>("/sync?after=0&limit=100").await.is_ok(),
        };
        assert!(done, "a request failed under load");
        times.push(asked.elapsed());
    }
    times
}

fn operation() -> Operation {
    let change = Change::Put {
        epoch: Epoch(0),
        content: Sealed(vec![7; CONTENT]),
        own_wrap: Wrap(vec![7; 100]),
        grants: Vec::new(),
        urgent: false,
    };
    Operation {
        op: OpId::from_random(SystemEntropy.bytes16()),
        record: RecordId::from_random(SystemEntropy.bytes16()),
        base: Rev(0),
        over: None,
        change,
    }
}
