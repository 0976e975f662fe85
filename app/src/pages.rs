//! The public pages, one file each.

mod help;
mod privacy;
mod welcome;

pub use self::{help::Help, privacy::Privacy, welcome::Welcome};
