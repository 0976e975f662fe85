//! What the server tells about this account's devices, and about its demo.

use wire::{demo, devices::Device, ids::SessionId};

use super::{Trouble, Vault};
use crate::device::net;

impl Vault {
    /// Signed-in devices of this account.
    pub async fn devices(self) -> Result<Vec<Device>, Trouble> {
        net::get("/sessions").await.map_err(Trouble::from)
    }

    /// Ends one.
    pub async fn end_device(self, session: SessionId) -> Result<(), Trouble> {
        net::delete(&format!("/sessions/{session}")).await.map_err(Trouble::from)
    }
}
