//! The frozen vectors, for `cargo xtask vectors`: it ends where one does not hold.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

#[path = "../tests/vectors/made.rs"]
mod made;

fn main() {
    made::hold();
}
