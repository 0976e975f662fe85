//! Who somebody is to the server, and to this device.

mod compare;
mod delete;
mod demo;
mod devices;
mod export;
mod join;
mod kept;
mod kit;
mod new_kit;
mod part;
mod passcode;
mod password;
mod privacy;
mod reading;
mod recover;
mod reminders;
mod settings;
mod setup;
mod shared;
mod sign_in;
mod sign_out;
mod you;

pub use self::{
    compare::Compare,
    delete::{Delete, Undo},
    devices::Devices,
    export::{Export, Pack, Said, recorded},
    join::Join,
    new_kit::NewKit,
    part::Part,
    passcode::PasscodePage,
    password::Password,
    privacy::Privacy,
    recover::Recover,
    reminders::Reminders,
    settings::Settings,
    setup::Setup,
    shared::SharedList,
    sign_in::SignIn,
    you::You,
};
