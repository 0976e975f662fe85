//! Who somebody is to the server, and to this device.

mod demo;
mod devices;
mod join;
mod kit;
mod reading;
mod recover;
mod setup;
mod sign_in;
mod sign_out;
mod you;

pub use self::{join::Join, recover::Recover, setup::Setup, sign_in::SignIn, you::You};
