//! Many entries for one account, for tests of how much a journal can hold:
//! `cargo run -p headless --example seed -- ORIGIN NAME PASSWORD COUNT`.
//!
//! Signs in as one more device and writes entries and check-ins over the years before now, some four a day, newest
//! first in the feed only by chance. The words are always the same for the same count; every hundredth entry has
//! the word "zephyr" in it.

#![expect(clippy::print_stdout, reason = "it says what it did")]

use std::{env, error::Error};

use chrono::{DateTime, Duration, FixedOffset};
use headless::{account::Credentials, device::Device, http::Http};
use journal::{
    course::Moment,
    record::{Body, CheckIn, Entry, Level},
};

/// How many are on their way at a time: what is queued is sealed again for every push that fails.
const BATCH: usize = 1_000;
const VOCABULARY: [&str; 32] = [
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
    "afraid",
    "then",
    "slowly",
    "breathing",
    "a",
    "colour",
    "green",
    "stairs",
    "her",
    "voice",
    "again",
    "morning",
    "rain",
    "on",
    "corazón",
    "quiet",
];

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let args: Vec<String> = env::args().skip(1).collect();
    let [origin, name, password, count] = args.as_slice() else {
        return Err("seed ORIGIN NAME PASSWORD COUNT".into());
    };
    let count: usize = count.parse()?;
    let mut device = Device::sign_in(&Http::new(origin), Credentials { name, password }).await?;
    device.sync().await?;
    let now = device.now();
    for place in 0..count {
        device.put(Device::new_id(), &record(place, now), &[])?;
        if place % BATCH == BATCH - 1 {
            device.sync().await?;
        }
    }
    device.sync().await?;
    println!("{count} records are there");
    Ok(())
}

/// The newest is an hour old, and there is one every six hours before it; every fourth is a check-in.
fn record(place: usize, now: DateTime<FixedOffset>) -> Body {
    let hours = i64::try_from(place).unwrap_or_default() * 6;
    let at = now - Duration::hours(1 + hours);
    let mut dice = Dice(place as u64);
    if place % 4 == 3 {
        let mut check_in = CheckIn::new(at);
        check_in.mood = Level::new(dice.step());
        check_in.anxiety = Level::new(dice.step());
        check_in.sleep = Level::new(dice.step());
        check_in.note = dice.words(6);
        return Body::CheckIn(check_in);
    }
    let mut entry = Entry::new(Moment::Free, None, at);
    let length = 40 + dice.below(160);
    entry.free = dice.words(length);
    if place.is_multiple_of(100) {
        entry.free.push_str(" zephyr");
    }
    entry.finished = Some(at);
    Body::Entry(entry)
}

/// Knuth's linear congruential generator: the same words every time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, many: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or_default() % many
    }

    fn step(&mut self) -> u8 {
        u8::try_from(self.below(5)).unwrap_or_default() + 1
    }

    fn words(&mut self, many: usize) -> String {
        let words: Vec<&str> = (0..many).map(|_| VOCABULARY[self.below(VOCABULARY.len())]).collect();
        words.join(" ")
    }
}
