//! The public pages, one file each.

mod help;
mod nowhere;
mod privacy;
mod unbuilt;
mod welcome;

pub use self::{help::help, nowhere::Nowhere, privacy::Privacy, unbuilt::Unbuilt, welcome::Welcome};
