//! Thousands of random histories of three devices, a lossy network and an honest server: nothing that was
//! kept on a device is ever lost, and in the end all devices agree with the server.
//!
//! `SYNC_SEED=… cargo test -p journal --test sync_model` replays one history.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

#[path = "sync_model/device.rs"]
mod device;
#[path = "sync_model/dice.rs"]
mod dice;
#[path = "sync_model/server.rs"]
mod server;
#[path = "sync_model/words.rs"]
mod words;

use std::{collections::BTreeSet, num::NonZero};

use device::Device;
use dice::Dice;
use server::Server;
use wire::ids::RecordId;

const HISTORIES: u64 = 10_000;
const STEPS: u32 = 60;
const RECORDS: u8 = 3;

fn records() -> impl Iterator<Item = RecordId> {
    (0..RECORDS).map(|number| RecordId(uuid::Uuid::from_u128(number.into())))
}

/// Says on a panic, wherever it began, which history it was.
struct Told(u64);

impl Drop for Told {
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("SYNC_SEED={} replays this history", self.0);
        }
    }
}

fn history(seed: u64, is_put_back: bool) {
    let _told = Told(seed);
    let mut dice = Dice::new(seed);
    let mut server = Server::default();
    let mut devices: Vec<_> = (0..3).map(Device::new).collect();
    let mut kept: BTreeSet<(RecordId, String)> = BTreeSet::new();
    for step in 0..STEPS {
        if is_put_back && dice.below(12) == 0 {
            if dice.below(2) == 0 {
                server.back_up();
            } else {
                server.put_back();
                for device in &mut devices {
                    device.is_cut_off(&mut server, &mut dice);
                    device.calls(&mut server);
                }
            }
        }
        let device = dice.below(3);
        let record = records().nth(dice.below(RECORDS.into())).unwrap();
        let one = &mut devices[device];
        match dice.below(24) {
            0..8 => {
                let word = format!("w{step}");
                if one.write(record, &word, &mut server, &mut dice) {
                    kept.insert((record, word));
                }
            }
            8 => {
                let gone = one.delete(record, &mut server, &mut dice);
                kept.retain(|(other, word)| *other != record || !gone.contains(word));
            }
            9..13 => one.flush(&mut server, &mut dice),
            13..15 => one.go_online(&mut server, &mut dice),
            15 => one.go_offline(&mut server, &mut dice),
            16 => one.crash(),
            17 => server.deliver_late(),
            18..22 => one.late_answer(&mut server, &mut dice),
            _ => one.poke(&mut server, &mut dice),
        }
    }
    dice.be_kind();
    server.deliver_late();
    server.all_paired = true;
    for device in &mut devices {
        while device.is_waiting_for_answers() {
            device.late_answer(&mut server, &mut dice);
        }
        if device.was_refused || is_put_back {
            device.crash();
        }
    }
    for _ in 0..if is_put_back { 8 } else { 4 } {
        for device in &mut devices {
            device.go_online(&mut server, &mut dice);
            device.flush(&mut server, &mut dice);
        }
    }
    for device in &devices {
        assert_eq!(device.pending(), 0, "an outbox does not empty");
        assert!(is_put_back || !device.noticed, "said to be put back");
        assert_eq!(device.alarms, [], "an alarm with an honest server");
        assert_eq!(device.shown(), server.shown(), "a device differs from the server");
    }
    let there: BTreeSet<_> = server.words();
    for word in &kept {
        assert!(there.contains(word), "{word:?} was kept on a device and is lost");
    }
}

#[test]
fn no_history_loses_a_word_or_leaves_devices_apart() {
    all(false);
}

#[test]
fn what_a_server_lost_that_was_put_back_comes_back_from_the_devices() {
    all(true);
}

fn all(is_put_back: bool) {
    if let Ok(seed) = std::env::var("SYNC_SEED") {
        return history(seed.parse().unwrap(), is_put_back);
    }
    let threads = std::thread::available_parallelism().map_or(1, NonZero::get);
    std::thread::scope(|scope| {
        for first in 0..threads as u64 {
            scope.spawn(move || {
                (first..HISTORIES).step_by(threads).for_each(|seed| history(seed, is_put_back));
            });
        }
    });
}
