//! The therapist's screens.

mod brief;
mod caseload;
mod client;
mod cover;
mod invitations;
mod invite;
mod names;
mod notes;
mod pattern;
mod plan;
mod read;
mod take_out;

pub use self::{
    brief::BriefPage,
    caseload::Caseload,
    cover::CoverPage,
    invite::InvitePage,
    notes::{NotePage, Notes},
    plan::PlanPage,
    read::Read,
    take_out::TakeOut,
};
