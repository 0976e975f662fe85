//! Load on a running server: `cargo run --release -p headless --example bench -- ORIGIN SETUP_TOKEN`.
//!
//! Pushes of 1 and of 100 records of 2 KiB and pulls of 100, from 1, 16 and 64 connections; beside them, in the
//! same run, `GET /health` (what a request costs here without work) and this disk's rate of fsync.

#![expect(clippy::print_stdout, reason = "the table is what it is for")]

use std::{
    env,
    error::Error,
    fs::File,
    io::Write,
    time::{Duration, Instant},
};

use headless::{account::Credentials, device::Device, http::Http};
use journal::seal::{Entropy, SystemEntropy};
use tokio::task::JoinSet;
use wire::{
    ids::{Epoch, OpId, RecordId, Rev},
    sealed::{Sealed, Wrap},
    sync::{Change, Operation, Page, Push, Pushed},
};

const RUN: Duration = Duration::from_secs(4);
const CONNECTIONS: [usize; 3] = [1, 16, 64];
/// Sealed content whose JSON with its wrap is about 2 KiB.
const CONTENT: usize = 1400;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Work {
    Health,
    Push(usize),
    Pull,
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let mut args = env::args().skip(1);
    let (Some(origin), Some(token)) = (args.next(), args.next()) else {
        return Err("bench ORIGIN SETUP_TOKEN".into());
    };
    let who = Credentials { name: "bench", password: "a load of two kibibytes" };
    let (device, _) = Device::register_therapist(&Http::new(&origin), &token, who).await?;
    println!("this disk: {:.0} fsync/s", fsyncs()?);
    println!("{:<24} {:>5} {:>12} {:>9} {:>9}", "work", "conn.", "records/s", "p50 ms", "p99 ms");
    for (name, work, records) in [
        ("GET /health", Work::Health, 1),
        ("push 1 x 2 KiB", Work::Push(1), 1),
        ("push 100 x 2 KiB", Work::Push(100), 100),
        ("pull 100", Work::Pull, 100),
    ] {
        for connections in CONNECTIONS {
            let began = Instant::now();
            let mut tasks = JoinSet::new();
            for _ in 0..connections {
                tasks.spawn(repeat(device.http().clone(), work));
            }
            let mut times: Vec<Duration> = tasks.join_all().await.into_iter().flatten().collect();
            let rate =
                f64::from(u32::try_from(times.len())?) * f64::from(records) / began.elapsed().as_secs_f64();
            times.sort_unstable();
            let at = |part: usize| {
                times.get(times.len() * part / 100).map_or(0.0, |time| time.as_secs_f64() * 1e3)
            };
            println!("{name:<24} {connections:>5} {rate:>12.0} {:>9.2} {:>9.2}", at(50), at(99));
        }
    }
    Ok(())
}

async fn repeat(http: Http, work: Work) -> Vec<Duration> {
    let (began, mut times) = (Instant::now(), Vec::new());
    while began.elapsed() < RUN {
        let push = match work {
            Work::Push(many) => Push { operations: (0..many).map(|_| operation()).collect() },
            Work::Health | Work::Pull => Push { operations: Vec::new() },
        };
        let asked = Instant::now();
        let done = match work {
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
        change,
    }
}

fn fsyncs() -> std::io::Result<f64> {
    let path = env::temp_dir().join(format!("interleaf-fsync-{}", std::process::id()));
    let mut file = File::create(&path)?;
    let (began, mut count) = (Instant::now(), 0_u32);
    while began.elapsed() < Duration::from_secs(1) {
        file.write_all(&[7; 4096])?;
        file.sync_data()?;
        count += 1;
    }
    std::fs::remove_file(path)?;
    Ok(f64::from(count) / began.elapsed().as_secs_f64())
}
