//! How long a large journal takes: `cargo run --release -p journal --example large`.
//!
//! Five thousand entries of two hundred words each: opened with the keys, taken into the index of search, searched.
//! What is searched for is typed letter by letter, and the slowest of its steps is what is shown.

#![expect(clippy::print_stdout, reason = "the table is what it is for")]

use std::{
    error::Error,
    time::{Duration, Instant},
};

use journal::{
    record::Body,
    seal::{Keyring, Place, SealedRecord, SystemEntropy},
    search::{Index, Query},
};
use wire::ids::{AccountId, Epoch, RecordId, Rev};

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

fn main() -> Result<(), Box<dyn Error>> {
    let texts: Vec<String> = (0..ENTRIES).map(text).collect();
    let ids: Vec<RecordId> = (0..ENTRIES as u128).map(|id| RecordId::from_random(id.to_be_bytes())).collect();
    let bytes: usize = texts.iter().map(String::len).sum();
    println!("{ENTRIES} entries, {} KB", bytes / 1024);
    open(&texts, &ids)?;
    let began = Instant::now();
    let mut index = Index::default();
    for (id, text) in ids.iter().zip(&texts) {
        index.put(*id, [text.as_str()]);
    }
    println!("index {:.1} ms", milliseconds(began.elapsed()));
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
    Ok(())
}

fn open(texts: &[String], ids: &[RecordId]) -> Result<(), Box<dyn Error>> {
    let owner = AccountId::from_random([7; 16]);
    let (ring, ..) = Keyring::make(owner, &[7; 64], &mut SystemEntropy)?;
    let place = |id| Place { owner, record: id, rev: Rev(1), epoch: Epoch(0) };
    let sealed: Vec<SealedRecord> = texts
        .iter()
        .zip(ids)
        .map(|(text, id)| {
            let json = serde_json::json!({"kind": "large", "text": text}).to_string();
            ring.seal_record(&place(*id), json.as_bytes(), &[], &mut SystemEntropy)
        })
        .collect::<Result<_, _>>()?;
    let began = Instant::now();
    for (sealed, id) in sealed.iter().zip(ids) {
        let json = ring.open_own(&place(*id), &sealed.content, &sealed.own_wrap)?;
        Body::parse(&json)?;
    }
    println!("open {:.1} ms", milliseconds(began.elapsed()));
    Ok(())
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
