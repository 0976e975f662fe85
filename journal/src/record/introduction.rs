//! A colleague who is to read for a while, or from now on: what the therapist asks, and what the client answers.

use chrono::{DateTime, FixedOffset, NaiveDate};
use serde::{Deserialize, Serialize};
use wire::ids::{AccountId, InviteId, RecordId};

use super::{Body, Opened, Rest};

/// What a colleague is to do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    /// Reads beside the therapist, for some days.
    #[default]
    Cover,
    /// Reads in the therapist's place, from now on.
    HandOver,
}

/// Written by the therapist, granted to the client once it is sent; before that it is a draft.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Introduction {
    /// Version of this body.
    pub v: u8,
    /// Whom it asks.
    pub client: AccountId,
    /// The colleague's whole invitation, as it was pasted: the client's device needs every part of it.
    pub link: String,
    /// The colleague as their card names them; empty until it was looked at.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// What for.
    pub purpose: Purpose,
    /// Of cover: the first day, on the client's calendar.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<NaiveDate>,
    /// Of cover: the last day, on the client's calendar.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<NaiveDate>,
    /// A line in the therapist's own words; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub words: String,
    /// When it was begun, or sent once it is.
    pub made: DateTime<FixedOffset>,
    /// What a newer version wrote.
    #[serde(flatten)]
    pub rest: Rest,
}

impl Introduction {
    /// An empty one.
    #[must_use]
    pub fn new(client: AccountId, now: DateTime<FixedOffset>) -> Self {
        Self {
            v: 1,
            client,
            link: String::new(),
            name: String::new(),
            purpose: Purpose::Cover,
            from: None,
            until: None,
            words: String::new(),
            made: now,
            rest: Rest::new(),
        }
    }

    /// The invitation and the part after `#`, if the link is whole.
    #[must_use]
    pub fn invitation(&self) -> Option<(InviteId, &str)> {
        let (_, tail) = self.link.split_once("/join/")?;
        let (invite, fragment) = tail.trim().split_once('#')?;
        Some((invite.parse().ok()?, fragment))
    }
}

/// What a client said to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Said {
    /// The colleague may read.
    Agreed,
    /// Nobody else reads.
    Declined,
    /// It was agreed, but the link had stopped working before the two could be connected.
    Lapsed,
}

/// Written by the client, granted to the therapist who asked and, once connected, to the colleague. It says all that
/// is needed to carry it out: what was asked may be gone by then.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Consent {
    /// Version of this body.
    pub v: u8,
    /// What it answers.
    pub introduction: RecordId,
    /// The therapist who asked.
    pub by: AccountId,
    /// What they are called.
    pub by_name: String,
    /// The colleague, whose keys were those of the link.
    pub peer: AccountId,
    /// What they are called.
    pub peer_name: String,
    /// Their invitation.
    pub invite: InviteId,
    /// Its part after `#`.
    pub fragment: String,
    /// What for.
    pub purpose: Purpose,
    /// Of cover: the first day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<NaiveDate>,
    /// Of cover: the last day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<NaiveDate>,
    /// What the client said.
    pub said: Said,
    /// When.
    pub at: DateTime<FixedOffset>,
    /// What a newer version wrote.
    #[serde(flatten)]
    pub rest: Rest,
}

impl Opened {
    /// The introduction in it, if it is one.
    #[must_use]
    pub const fn introduction(&self) -> Option<&Introduction> {
        if let Body::Introduction(introduction) = &self.body { Some(introduction) } else { None }
    }

    /// The consent in it, if it is one.
    #[must_use]
    pub const fn consent(&self) -> Option<&Consent> {
        if let Body::Consent(consent) = &self.body { Some(consent) } else { None }
    }
}
