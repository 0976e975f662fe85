//! What travels between a device and the server, and who may know it.
//!
//! Nothing here opens anything: sealed bytes are [`sealed`] types whose `Debug` prints a length.

pub mod account;
pub mod blobs;
pub mod bytes;
pub mod demo;
pub mod devices;
pub mod ids;
pub mod invites;
pub mod keys;
pub mod limits;
pub mod login;
pub mod pairings;
pub mod problem;
pub mod push;
pub mod sealed;
pub mod setup_links;
pub mod sync;
