//! Links for colleagues, where the practice is this therapist's own.

use wire::{
    ids::SetupLinkId,
    problem::Code,
    setup_links::{NewSetupLink, SetupLink},
};

use super::{Trouble, Vault};
use crate::device::{
    net::{self, NetError},
    watch,
};

impl Vault {
    /// All of them, the newest first. None where the practice is somebody else's.
    pub async fn setup_links(self) -> Result<Option<Vec<SetupLink>>, Trouble> {
        match net::get("/setup-links").await {
            Ok(links) => Ok(Some(links)),
            Err(NetError::Refused(Code::NotForRole)) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// A new one, whole: nobody can tell it again.
    pub async fn make_setup_link(self) -> Result<String, Trouble> {
        let made: NewSetupLink = net::post("/setup-links", &()).await?;
        Ok(format!("{}/setup#{}", watch::origin(), made.token))
    }

    /// Makes one useless. False where somebody joined by it meanwhile.
    pub async fn withdraw_setup_link(self, link: SetupLinkId) -> Result<bool, Trouble> {
        match net::delete(&format!("/setup-links/{link}")).await {
            Ok(()) => Ok(true),
            Err(NetError::Refused(Code::NotFound)) => Ok(false),
            Err(error) => Err(error.into()),
        }
    }
}
