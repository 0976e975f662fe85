//! The frozen and the published vectors, for `cargo xtask vectors`: it ends where one does not hold.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

#[path = "../tests/vectors/made.rs"]
mod made;
#[path = "../tests/vectors/published.rs"]
mod published;

fn main() {
    made::hold();
    published::hold();
}
