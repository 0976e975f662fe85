//! What the server tells about this account's devices, and about its demo.

use wire::{demo::Demo, devices::Device, ids::SessionId};

use super::{Trouble, Vault};
use crate::device::net;

impl Vault {
    /// Signed-in devices of this account.
    pub async fn devices(self) -> Result<Vec<Device>, Trouble> {
        net::get("/sessions").await.map_err(Trouble::from)
    }

    /// The people of the demo: label, name, password. None where there is no demo, or no answer.
    pub async fn demo(self) -> Vec<(String, String, String)> {
        let demo = net::get::<Demo>("/demo").await;
        let people = demo.map(|demo| demo.people).unwrap_or_default();
        people
            .into_iter()
            .map(|person| (person.called.into(), person.name.into(), person.password.into()))
            .collect()
    }

    /// Ends one.
    pub async fn end_device(self, session: SessionId) -> Result<(), Trouble> {
        net::delete(&format!("/sessions/{session}")).await.map_err(Trouble::from)
    }
}
