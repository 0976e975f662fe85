//! One server: it keeps sealed bytes, grants, pairings and times, and can open none of them.

pub mod crisis;
pub mod http;
pub mod serve;
pub mod setup_key;
pub mod store;
