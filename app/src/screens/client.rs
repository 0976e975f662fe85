//! The client's screens.

mod agenda;
mod answers;
mod check_in;
mod checked;
mod choose;
mod crisis;
mod entry;
mod feelings;
mod for_session;
mod ground;
mod history;
mod introduction;
mod measure;
mod not_live;
mod offer;
mod one_line;
mod own;
mod reread;
mod safety;
mod share;
mod soft;
mod threads;
mod timeline;
mod today;
mod told;
mod versions;
mod write;

pub(super) use super::draft;

pub use self::{
    check_in::{CheckIn, NewCheckIn},
    checked::Checked,
    choose::Choose,
    entry::EntryPage,
    for_session::ForSession,
    ground::Grounding,
    history::History,
    introduction::IntroductionPage,
    measure::{Answering, Measured, Measures},
    not_live::NotLive,
    own::course,
    reread::Reread,
    safety::Safety,
    share::{RulesPage, SeveralPage, SharePage},
    threads::{InsightPage, IntentionPage, KeepPassage, StepPage, Threads},
    timeline::{Journal, levels_line, provide_sought},
    today::Today,
    write::Write,
};
