//! A device without a screen: the journal's keys, records and sync engine over plain HTTP.
//!
//! Tests of the real server act through it, so that they go the same road as a phone.

pub mod account;
pub mod demo;
pub mod device;
pub mod error;
pub mod http;
pub mod keeping;
