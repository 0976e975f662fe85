//! What a journal is. Pure: no I/O, no clock and no randomness of its own.

pub mod agenda;
pub mod alerts;
pub mod brief;
pub mod contacts;
pub mod course;
pub mod export;
pub mod feelings;
pub mod guess;
pub mod hard_words;
pub mod language;
pub mod levels;
pub mod local;
pub mod measures;
pub mod passage;
pub mod prompts;
pub mod record;
pub mod reminders;
pub mod seal;
pub mod search;
pub mod sharing;
pub mod sketch;
pub mod sync;
pub mod takeout;
pub mod threads;
pub mod timeline;
pub mod today;
