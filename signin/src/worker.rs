//! The worker: one question in, one answer out; nothing is kept after it has ended.

fn main() {}
