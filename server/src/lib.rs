//! One server: it keeps sealed bytes, grants, pairings and times, and can open none of them.

pub mod crisis;
pub mod http;
mod key_file;
pub mod push;
pub mod serve;
pub mod setup_key;
pub mod store;
