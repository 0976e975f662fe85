//! The published vector of the sign-in protocol. `cargo xtask vectors` holds the same in WASM.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

#[path = "vectors/published.rs"]
mod published;

#[test]
fn the_exchanges_say_what_is_published() {
    published::hold();
}
