//! What the builder says while it works.

use std::time::Instant;

/// A line, at once.
#[expect(clippy::print_stdout, reason = "a command for people")]
pub fn step(text: &str) {
    println!("xtask: {text}");
}

/// Says what is done and how long it took.
pub fn timed<T>(text: &str, work: impl FnOnce() -> T) -> T {
    step(text);
    let began = Instant::now();
    let out = work();
    let took = began.elapsed().as_secs_f32();
    if took >= 1.0 {
        step(&format!("  {took:.1} s"));
    }
    out
}
