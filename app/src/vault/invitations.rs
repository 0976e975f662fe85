//! Who accepted which invitation of this therapist: only the server knows.

use wire::{
    ids::{AccountId, InviteId},
    invites::Invite,
    pairings::Pairing,
};

use super::{Trouble, Vault};
use crate::device::net;

/// What the server knows of invitations.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Accepted {
    /// Those that somebody used.
    pub used: Vec<InviteId>,
    /// Who is paired, and by which.
    pub joined: Vec<(AccountId, InviteId)>,
}

impl Vault {
    /// Asks which were accepted, and by whom.
    pub async fn accepted(self) -> Result<Accepted, Trouble> {
        let invites: Vec<Invite> = net::get("/invites").await?;
        let pairings: Vec<Pairing> = net::get("/pairings").await?;
        let joined: Vec<_> = pairings.iter().map(|pairing| (pairing.peer, pairing.invite)).collect();
        let used = invites.iter().filter(|invite| invite.used.is_some()).map(|invite| invite.invite);
        let used = used.chain(joined.iter().map(|(_, invite)| *invite)).collect();
        Ok(Accepted { used, joined })
    }
}
