//! A connection is an open file, and systems allow few unless asked.

use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

/// For the database, the log and whatever else is open.
const OTHERS: u64 = 128;

/// How many of the wanted connections this process may have, after asking for as many as it can get.
pub fn room_for(wanted: usize) -> usize {
    let needed = u64::try_from(wanted).unwrap_or(u64::MAX).saturating_add(OTHERS);
    let limit = getrlimit(Resource::Nofile);
    let most = limit.maximum.unwrap_or(u64::MAX);
    let mut has = limit.current.unwrap_or(u64::MAX);
    if has < needed {
        let asked = needed.min(most);
        if setrlimit(Resource::Nofile, Rlimit { current: Some(asked), maximum: limit.maximum }).is_ok() {
            has = asked;
        }
    }
    let room = usize::try_from(has.saturating_sub(OTHERS)).unwrap_or(usize::MAX).min(wanted);
    if room < wanted {
        tracing::warn!(wanted, room, "the system allows fewer open files than connections are wanted");
    }
    room
}
