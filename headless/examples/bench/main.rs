//! Load on a running server: `cargo run --release -p headless --example bench -- ORIGIN SETUP_TOKEN [PID]`.
//!
//! Pushes of 1 and of 100 records of 2 KiB and pulls of 100, from 1, 16 and 64 connections; then sign-ins. Beside them, in
//! the same run, `GET /health` (what a request costs there without work), what a bare axum carries here, and this disk's
//! rate of fsync. With the server's process id, also the most memory that it needed.

#![expect(clippy::print_stdout, reason = "the table is what it is for")]

mod echo;
mod machine;
mod sign_in;
mod work;

use std::{
    env,
    error::Error,
    time::{Duration, Instant},
};

use headless::{account::Credentials, device::Device, http::Http};
use tokio::task::JoinSet;

use self::work::Work;

const CONNECTIONS: [usize; 3] = [1, 16, 64];

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let args: Vec<String> = env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let (origin, token, pid) = match args[..] {
        [echo::WORD] => return Ok(echo::serve().await?),
        [origin, token] => (origin, token, None),
        [origin, token, pid] => (origin, token, Some(pid.parse::<u32>()?)),
        _ => return Err("bench ORIGIN SETUP_TOKEN [PID]".into()),
    };
    let who = Credentials { name: "bench", password: "a load of two kibibytes" };
    let (device, _) = Device::register_therapist(&Http::new(origin), token, who).await?;
    let before = pid.map(machine::most_memory).transpose()?;
    let (_running, echo) = echo::start().await?;
    println!("this disk: {:.0} fsync/s", machine::fsyncs()?);
    println!("{:<24} {:>5} {:>12} {:>9} {:>9}", "work", "conn.", "a second", "p50 ms", "p99 ms");
    for (name, work, many) in [
        ("bare axum, 2 KiB back", Work::Echo, 1),
        ("GET /health", Work::Health, 1),
        ("push 1 x 2 KiB", Work::Push(1), 1),
        ("push 100 x 2 KiB", Work::Push(100), 100),
        ("pull 100", Work::Pull, 100),
    ] {
        for connections in CONNECTIONS {
            let began = Instant::now();
            let mut tasks = JoinSet::new();
            for _ in 0..connections {
                let http = if work == Work::Echo { echo.clone() } else { device.http().clone() };
                tasks.spawn(work::repeat(http, work));
            }
            let times: Vec<Duration> = tasks.join_all().await.into_iter().flatten().collect();
            row(name, connections, many, began.elapsed(), times)?;
        }
    }
    let times = sign_in::repeat(&Http::new(origin), who).await?;
    for (name, times) in [("sign in, both requests", times.asking), ("sign in, all of it", times.whole)] {
        row(name, 1, 1, times.iter().sum(), times)?;
    }
    if let (Some(pid), Some(before)) = (pid, before) {
        let most = machine::most_memory(pid)?;
        println!("the server's memory: at most {before:.0} MiB before, {most:.0} MiB by now");
    }
    Ok(())
}

/// `many` is how much each of `times` carried.
fn row(
    name: &str,
    connections: usize,
    many: u32,
    took: Duration,
    mut times: Vec<Duration>,
) -> Result<(), Box<dyn Error>> {
    let rate = f64::from(u32::try_from(times.len())?) * f64::from(many) / took.as_secs_f64();
    times.sort_unstable();
    let at = |part: usize| times.get(times.len() * part / 100).map_or(0.0, |time| time.as_secs_f64() * 1e3);
    println!("{name:<24} {connections:>5} {rate:>12.0} {:>9.2} {:>9.2}", at(50), at(99));
    Ok(())
}
