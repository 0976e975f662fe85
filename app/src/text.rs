//! Every word a person reads.

pub mod crisis;
pub mod en;
