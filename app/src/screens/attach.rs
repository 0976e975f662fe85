//! Drawings, voice notes and photos: parts that any screen with an entry places. Each button begins one, the list
//! shows all.

mod add;
mod beside;
mod describe;
mod list;
mod pad;
mod photo;
mod picture;
mod player;
mod sketch;
mod small;
mod voice;

pub use self::{add::Add, beside::Beside, list::Attachments, small::small};
