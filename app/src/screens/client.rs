//! The client's screens.

mod check_in;
mod choose;
mod draft;
mod entry;
mod feelings;
mod for_session;
mod ground;
mod not_live;
mod own;
mod reread;
mod safety;
mod share;
mod soft;
mod timeline;
mod today;
mod versions;
mod write;

pub use self::{
    check_in::CheckIn,
    choose::Choose,
    entry::EntryPage,
    for_session::ForSession,
    ground::Grounding,
    not_live::NotLive,
    own::course,
    reread::Reread,
    safety::Safety,
    share::{RulesPage, SeveralPage, SharePage},
    timeline::{Journal, levels_line, provide_sought},
    today::Today,
    write::Write,
};
