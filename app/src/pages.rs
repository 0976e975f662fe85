//! The public pages, one file each.

mod help;
mod privacy;
mod unbuilt;
mod welcome;

pub use self::{help::help, privacy::Privacy, unbuilt::Unbuilt, welcome::Welcome};
