//! The formats as first shipped. What was sealed then must open for ever, byte for byte. `cargo xtask vectors` holds the
//! same in WASM.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

#[path = "vectors/made.rs"]
mod made;

#[test]
fn the_frozen_vectors_still_hold() {
    made::hold();
}
