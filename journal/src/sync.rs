//! The sync engine, without I/O: events in, actions out.
//!
//! The app drives it with IndexedDB and fetch, the tests drive it with thousands of random histories. What it
//! promises: an operation that was queued and saved stays until the server says *applied* or the person's
//! words were merged into what the server has; a retry is the same operation to the byte; a crash between any
//! two actions loses nothing.

mod backoff;
mod event;
mod left;
mod machine;
mod outbox;
pub mod patience;

pub use self::{
    backoff::Backoff,
    event::{Action, Alarm, Event, Row, Saved, Trouble},
    left::last_waiting,
    machine::{Base, Machine},
    outbox::Waiting,
};

#[cfg(test)]
mod tests;
