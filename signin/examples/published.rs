//! The published vector of the sign-in protocol, for `cargo xtask vectors`: it ends where it does not hold.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

#[path = "../tests/vectors/published.rs"]
mod published;

fn main() {
    published::hold();
}
