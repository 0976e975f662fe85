//! The browser: storage, network, worker, keys that cannot leave, clock, events. All of `web_sys` but for what
//! `.ci/rules` lists.

pub mod background;
pub mod chunks;
pub mod clipboard;
pub mod clock;
pub mod database;
pub mod drag;
pub mod early;
pub mod files;
pub mod focus;
pub mod help;
mod idb;
pub mod install;
pub mod key;
pub mod language;
pub mod leaving;
mod local;
pub mod lock_screen;
pub mod media;
pub mod microphone;
pub mod motion;
pub mod net;
pub mod presence;
pub mod push;
pub mod settings;
pub mod store;
pub mod tab;
pub mod tap;
pub mod theme;
pub mod unsent;
pub mod version;
pub mod watch;
pub mod worker;
