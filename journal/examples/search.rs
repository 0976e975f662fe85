//! How long search takes: `cargo run --release -p journal --example search`.
//!
//! Five thousand entries of some two hundred words each; the first query of each row is typed letter by letter, and
//! the slowest of its steps is what is shown.

#![expect(clippy::print_stdout, reason = "the table is what it is for")]
#![expect(clippy::disallowed_methods, reason = "it measures time")]

use std::time::{Duration, Instant};

use journal::search::{Index, Query};
use wire::ids::RecordId;

const ENTRIES: usize = 5_000;
const WORDS: usize = 200;
/// Words that are common, rare and not there.
const QUERIES: [&str; 5] = ["the sea", "grandmother", "\"far from the house\"", "zephyr", "corazón e"];
const VOCABULARY: [&str; 24] = [
    "the",
    "sea",
    "house",
    "was",
    "calm",
    "and",
    "I",
    "felt",
    "heavy",
    "light",
    "grandmother",
    "window",
    "far",
    "from",
    "something",
    "opened",
    "Corazón",
    "afraid",
    "then",
    "slowly",
    "breathing",
    "a",
    "colour",
    "green",
];

fn main() {
    let texts: Vec<String> = (0..ENTRIES).map(text).collect();
    let bytes: usize = texts.iter().map(String::len).sum();
    let began = Instant::now();
    let mut index = Index::default();
    for (place, text) in (0_u128..).zip(&texts) {
        index.put(RecordId::from_random(place.to_be_bytes()), [text.as_str()]);
    }
    println!("{ENTRIES} entries, {} KB; index {:.1} ms", bytes / 1024, milliseconds(began.elapsed()));
    println!("{:<28} {:>8} {:>12}", "typed", "found", "slowest ms");
    for typed in QUERIES {
        let mut slowest = Duration::ZERO;
        let mut found = 0;
        for (end, letter) in typed.char_indices() {
            let began = Instant::now();
            let query = Query::parse(&typed[..end + letter.len_utf8()]);
            found = index.find(&query).count();
            slowest = slowest.max(began.elapsed());
        }
        println!("{typed:<28} {found:>8} {:>12.2}", milliseconds(slowest));
    }
}

/// Always the same words in the same order, with one rare word in every hundredth text.
fn text(place: usize) -> String {
    let mut state = place.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
    let mut words: Vec<&str> = (0..WORDS)
        .map(|_| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            VOCABULARY[(state >> 33) % VOCABULARY.len()]
        })
        .collect();
    if place % 100 == 7 {
        words.push("zephyr");
    }
    words.join(" ")
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}
