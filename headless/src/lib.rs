//! A device without a screen: the journal's keys, records and sync engine over plain HTTP.
//!
//! The demo data, the load benchmark and the tests of the real binary all act through it, so that they go
//! the same road as a phone.

pub mod demo;
pub mod device;
pub mod error;
pub mod http;
