//! What screens are arranged from.

mod alarms;
mod appointed;
mod button;
mod chart;
mod credential;
mod dates;
mod field;
mod frame;
pub mod grown;
mod icon;
mod more;
mod moved;
mod named;
pub mod names;
mod new_version;
mod not_verified;
mod notice;
mod page;
mod passage;
mod qr;
mod refused;
mod rows;
mod safety;
mod shown;
mod tap;
mod undo;
mod unopened;
mod unremembered;

pub use self::{
    alarms::Alarms,
    appointed::appointed,
    button::{Action, Busy},
    chart::{charts, charts_beside, noon},
    credential::{Credential, Typed},
    dates::{clock_time, day_and_time, full_day, long_day, month, short_day, weekday, whole_day},
    field::{Field, Kind},
    frame::{Frame, OnItsWay, Still},
    icon::{Icon, Shape},
    more::{ByAndBy, More},
    moved::Moved,
    named::named,
    new_version::NewVersion,
    not_verified::NotVerified,
    notice::{IfNotKept, Notice, SyncLine, Troubled},
    page::{page, words_of},
    passage::ChoosePassage,
    qr::Qr,
    refused::Refused,
    rows::{Framed, Rows},
    safety::safety_plan,
    shown::shown,
    tap::once,
    undo::UndoBar,
    unopened::Unopened,
    unremembered::{UNREMEMBERED, Unremembered},
};
