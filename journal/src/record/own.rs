//! Records about people and keys.

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};
use wire::{
    ids::{AccountId, InviteId},
    keys::PublicKeys,
};

use super::Rest;

/// Who somebody is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Profile {
    /// Version of this body.
    pub v: u8,
    /// What the other side calls them.
    pub display_name: String,
    /// A therapist's practice.
    pub practice: Option<String>,
    /// A therapist's own sentence about when shared pages are read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reading: Option<String>,
    /// What a newer version wrote.
    #[serde(flatten)]
    pub rest: Rest,
}

/// A therapist's own note of an invitation: any of her devices can check who accepted it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Invitation {
    /// Version of this body.
    pub v: u8,
    /// The path of the link.
    pub invite: InviteId,
    /// The part after `#`.
    pub fragment: String,
    /// The therapist's own word for whom it is.
    pub called: String,
    /// When it was made.
    pub made: DateTime<FixedOffset>,
    /// What a newer version wrote.
    #[serde(flatten)]
    pub rest: Rest,
}

/// How a key was verified.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verified {
    /// By the fingerprint and secret of the invitation's link.
    Invite,
    /// By eight words that both read to each other.
    Words,
    /// Not: the link's fragment was lost. Nothing is shared until both have compared the words.
    Unverified,
}

impl Verified {
    /// Whether the keys are known to be the person's.
    #[must_use]
    pub const fn is_verified(self) -> bool {
        matches!(self, Self::Invite | Self::Words)
    }
}

/// The other side's keys as first verified. A later, different key is an alarm, never obeyed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pin {
    /// Version of this body.
    pub v: u8,
    /// The other side.
    pub peer: AccountId,
    /// Their keys.
    pub keys: PublicKeys,
    /// How they were verified.
    pub how: Verified,
    /// When.
    pub pinned: DateTime<FixedOffset>,
    /// The invitation they were verified by, where it was accepted with an account that was there already; on a
    /// therapist's side, that of hers by which they came.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub invite: Option<InviteId>,
    /// When this device learned that the two are not paired any more: nothing is sealed to them since.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended: Option<DateTime<FixedOffset>>,
    /// What a newer version wrote.
    #[serde(flatten)]
    pub rest: Rest,
}
