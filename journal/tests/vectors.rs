//! The formats as first shipped: what was sealed then must open for ever, byte for byte. And published vectors of the
//! ciphers they are made with. `cargo xtask vectors` holds the same in WASM.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

#[path = "vectors/made.rs"]
mod made;
#[path = "vectors/published.rs"]
mod published;

#[test]
fn the_frozen_vectors_still_hold() {
    made::hold();
}

#[test]
fn the_ciphers_answer_as_published() {
    published::hold();
}
