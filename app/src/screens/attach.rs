//! Drawings, voice notes and photos: parts that any screen with an entry places. Each button begins one, the list
//! shows all.

mod list;
mod pad;
mod picture;
mod sketch;

pub use self::{list::Attachments, sketch::Sketch};
