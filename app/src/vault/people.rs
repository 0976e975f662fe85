//! Who is paired with whom, and whether their keys are verified.

use std::collections::BTreeMap;

use chrono::{DateTime, FixedOffset};
use journal::{
    cover,
    former::{Former, former},
    record::{Body, Invitation, Opened, Pin, Profile, Rest, Verified},
    seal::{Entropy, Fragment, Peer, SystemEntropy},
    sync::Event,
};
use leptos::{prelude::*, task::spawn_local};
use wire::{
    ids::{AccountId, InviteId, RecordId},
    invites::NewInvite,
    login::Role,
    pairings::Pairing,
};

use super::{
    Parting, Trouble, Vault,
    pins::{pin_of, pins},
};
use crate::device::{clock, net};

/// Somebody on the other side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Who.
    pub account: AccountId,
    /// What they call themselves, once they have told.
    pub name: Option<String>,
    /// A therapist's practice.
    pub practice: Option<String>,
    /// A therapist's own sentence about when shared pages are read.
    pub reading: Option<String>,
    /// Whether the keys are known to be theirs, by the invitation's link or by eight words.
    pub verified: bool,
}

impl Vault {
    /// Everybody who is pinned, by name; tracked.
    #[must_use]
    pub fn people(self) -> Vec<Person> {
        let Some(who) = self.who() else { return Vec::new() };
        self.records.with(|records| {
            // Where nobody's cover can end, a minute more changes nobody.
            let is_timed = cover::covers(records, who.account);
            let now = if is_timed { self.now.get() } else { self.now.get_untracked() };
            people(records, who.account, now)
        })
    }

    /// Whom she does not see any more and has notes about, or covered for; tracked.
    #[must_use]
    pub fn former(self) -> Vec<Former> {
        let Some(who) = self.who() else { return Vec::new() };
        let now = self.now.get();
        self.records.with(|records| former(records, who.account, now))
    }

    /// Whose cover is over: what is still here of theirs, because their device was not opened since, is not given out.
    #[must_use]
    pub fn over(self) -> Vec<AccountId> {
        let Some(me) = self.me() else { return Vec::new() };
        self.records.with_untracked(|records| cover::over(records, me, clock::now()).into_keys().collect())
    }

    /// What the open account calls itself; tracked.
    #[must_use]
    pub fn profile(self) -> Option<Profile> {
        let who = self.who()?;
        self.records.with(|records| profile_of(records, who.account))
    }

    /// What the open account calls itself, just now.
    #[must_use]
    pub fn profile_now(self) -> Option<Profile> {
        untrack(|| self.profile())
    }

    /// Says to everybody who can read the profile when shared pages are read; nothing said takes it away.
    pub fn say_when_read(self, sentence: &str) -> Result<(), Trouble> {
        let me = self.me().ok_or(Trouble::Locked)?;
        let own = self.records.with_untracked(|records| {
            records.iter().find_map(|record| match &record.body {
                Body::Profile(profile) if record.owner == me => Some((record.id, profile.clone())),
                _ => None,
            })
        });
        let (id, profile) = own.ok_or(Trouble::Unexpected)?;
        let sentence = sentence.trim();
        let reading = (!sentence.is_empty()).then(|| sentence.to_owned());
        self.write(id, Body::Profile(Profile { reading, ..profile }))?;
        self.flush();
        Ok(())
    }

    /// Asks who joined, if that is due and everything that the server has was read: before that, a missing pin
    /// or invitation says nothing, and somebody who proved to have the link would be pinned as if they had not.
    pub(super) fn pair_if_due(self) {
        let due = self.with(|inner| {
            let Some(open) = inner.open.as_ref() else { return false };
            let (current, is_sent) = (open.machine.is_current(), open.machine.pending() == 0);
            if is_sent && std::mem::take(&mut inner.parting) == Parting::OnceSent {
                inner.pairings_due = true;
            }
            current && std::mem::take(&mut inner.pairings_due)
        });
        if due {
            spawn_local(async move {
                if self.check_pairings().await.is_err() {
                    // The next poke, or the next sign of a network, asks again.
                    self.with(|inner| inner.pairings_due = true);
                }
            });
        }
    }

    /// Has the server asked who joined.
    pub fn look_who_joined(self) {
        self.with(|inner| inner.pairings_due = true);
        self.tell(Event::Poked);
    }

    async fn check_pairings(self) -> Result<(), Trouble> {
        if self.who_now().is_some_and(|who| who.role == Role::Client) {
            match self.carry_on_cover().await {
                // The link stopped working: kept in the answer, and nothing to try again. What a newer app made waits
                // for this one to be updated.
                Ok(()) | Err(Trouble::Ticket | Trouble::ForeignKeys | Trouble::Newer) => {}
                Err(trouble) => return Err(trouble),
            }
        }
        let pairings: Vec<Pairing> = net::get("/pairings").await?;
        let me = self.me().ok_or(Trouble::Locked)?;
        let own = self.with_open(|open| open.keyring.as_peer())??;
        self.see_who_came_back(&pairings);
        self.see_who_left(me, &pairings)?;
        for pairing in pairings.iter().filter(|pairing| pairing.peer_role == Role::Client) {
            let before = self.records.with_untracked(|records| {
                pin_of(records, me, pairing.peer).map(|(record, pin)| (record, pin.how))
            });
            if before.is_some_and(|(_, how)| how.is_verified()) {
                self.note_invitation(me, pairing)?;
                continue;
            }
            // Keys that do not belong together are nobody's; they must not keep the others out.
            let Ok(client) = Peer::check(pairing.peer, &pairing.peer_keys) else { continue };
            let proved = self.records.with_untracked(|records| accepted(records, &own, pairing, &client));
            let by = Some(pairing.invite);
            match (before, proved) {
                (None, false) => self.pin(Self::new_id(), &client, Verified::Unverified, by)?,
                (None, true) => self.pin(Self::new_id(), &client, Verified::Invite, by)?,
                // The invitation's note came late, from another device.
                (Some((record, _)), true) => self.pin(record, &client, Verified::Invite, by)?,
                (Some(_), false) => {}
            }
        }
        self.open_again();
        self.write_again()?;
        self.tell_profile()
    }

    /// By which of her links somebody came: when the two are parted, nobody else knows whom her notes are about.
    fn note_invitation(self, me: AccountId, pairing: &Pairing) -> Result<(), Trouble> {
        let found = self.records.with_untracked(|records| {
            let (record, pin) = pin_of(records, me, pairing.peer)?;
            (pin.invite != Some(pairing.invite)).then(|| (record, pin.clone()))
        });
        let Some((record, pin)) = found else { return Ok(()) };
        self.share(record, Body::Pin(Pin { invite: Some(pairing.invite), ..pin }), &[])
    }

    /// Whoever is not paired any more gets nothing from now on; whoever is again, because an older state of the
    /// server was restored, does: their keys were never forgotten.
    fn see_who_left(self, me: AccountId, pairings: &[Pairing]) -> Result<(), Trouble> {
        let changed: Vec<(RecordId, Pin)> = self.records.with_untracked(|records| {
            let own = records.iter().filter(|record| record.owner == me);
            let pins = own.filter_map(|record| match &record.body {
                Body::Pin(pin) => Some((record.id, pin.clone())),
                _ => None,
            });
            let is_there = |pin: &Pin| pairings.iter().any(|pairing| pairing.peer == pin.peer);
            pins.filter(|(_, pin)| is_there(pin) == pin.ended.is_some()).collect()
        });
        for (record, pin) in changed {
            let ended = pin.ended.is_none().then(clock::now);
            self.share(record, Body::Pin(Pin { ended, ..pin }), &[])?;
        }
        Ok(())
    }

    /// Nothing is sealed to somebody from now on.
    pub(super) fn end_pin(self, peer: AccountId) -> Result<(), Trouble> {
        let me = self.me().ok_or(Trouble::Locked)?;
        let found = self
            .records
            .with_untracked(|records| pin_of(records, me, peer).map(|(record, pin)| (record, pin.clone())));
        match found {
            Some((record, pin)) => {
                self.share(record, Body::Pin(Pin { ended: Some(clock::now()), ..pin }), &[])
            }
            None => Ok(()),
        }
    }

    /// What was refused because a reader had left is written again for those who are left: the words must not stay
    /// on this device alone.
    fn write_again(self) -> Result<(), Trouble> {
        let me = self.me().ok_or(Trouble::Locked)?;
        for id in self.with(|inner| std::mem::take(&mut inner.unpaired)) {
            let Some(record) = self.freshest(id) else { continue };
            let readers: Vec<_> = self.records.with_untracked(|records| {
                let people = people(records, me, clock::now());
                let stays = |one: &AccountId| people.iter().any(|person| person.account == *one);
                record.recipients.iter().copied().filter(stays).collect()
            });
            // Where nobody has left, it stays refused, and is said to be.
            if readers != record.recipients {
                self.share(id, record.body, &readers)?;
            }
        }
        Ok(())
    }

    /// Keeps somebody's keys as first seen.
    pub(super) fn pin(
        self,
        record: RecordId,
        peer: &Peer,
        how: Verified,
        invite: Option<InviteId>,
    ) -> Result<(), Trouble> {
        let pin = Pin {
            v: 1,
            peer: peer.account(),
            keys: peer.keys().clone(),
            how,
            pinned: clock::now(),
            invite,
            ended: None,
            rest: Rest::new(),
        };
        self.share(record, Body::Pin(pin), &[])
    }

    /// Lets everybody who is verified read the profile.
    pub(super) fn tell_profile(self) -> Result<(), Trouble> {
        let me = self.me().ok_or(Trouble::Locked)?;
        let (profile, verified) = self.records.with_untracked(|records| {
            let profile = records
                .iter()
                .find(|record| record.owner == me && matches!(record.body, Body::Profile(_)))
                .cloned();
            let people = people(records, me, clock::now()).into_iter().filter(|person| person.verified);
            (profile, people.map(|person| person.account).collect::<Vec<_>>())
        });
        match profile {
            Some(profile) if verified.iter().any(|one| !profile.recipients.contains(one)) => {
                self.share(profile.id, profile.body, &verified)
            }
            _ => Ok(()),
        }
    }

    /// A link for somebody: the part after `#` stays on the therapist's devices and with whoever has the link.
    pub async fn invite(self, called: &str) -> Result<String, Trouble> {
        let invite = InviteId::from_random(SystemEntropy.bytes16());
        let own = self.with_open(|open| open.keyring.as_peer())??;
        let me = own.account();
        let card =
            self.records.with_untracked(|records| profile_of(records, me)).ok_or(Trouble::Unexpected)?;
        let fragment = Fragment::make(&own, &mut SystemEntropy);
        let card = Body::Profile(card).to_json();
        let card = fragment.seal_card(invite, &card, &mut SystemEntropy)?;
        // Kept before the link exists for anybody: a link whose answer cannot be checked would be of no use.
        let note = Invitation {
            v: 1,
            invite,
            fragment: fragment.to_string(),
            called: called.trim().into(),
            made: clock::now(),
            rest: Rest::new(),
        };
        let id = Self::new_id();
        self.share(id, Body::Invitation(note), &[])?;
        if let Err(error) = net::post_only("/invites", &NewInvite { invite, card }).await {
            self.delete(id)?;
            return Err(error.into());
        }
        Ok(link(invite, &fragment.to_string()))
    }

    /// Makes an invitation useless.
    pub async fn withdraw(self, invite: InviteId) -> Result<(), Trouble> {
        net::delete(&format!("/invites/{invite}")).await.map_err(Trouble::from)
    }
}

/// The link to hand over.
#[must_use]
pub fn link(invite: InviteId, fragment: &str) -> String {
    format!("{}/join/{invite}#{fragment}", crate::device::watch::origin())
}

/// Everybody who is connected; not those whose cover is over, though their device has not ended it yet.
fn people(records: &[Opened], me: AccountId, now: DateTime<FixedOffset>) -> Vec<Person> {
    let over = cover::over(records, me, now);
    let mut profiles: BTreeMap<AccountId, &Profile> = BTreeMap::new();
    for record in records {
        if let Body::Profile(profile) = &record.body {
            profiles.entry(record.owner).or_insert(profile);
        }
    }
    let mut people: Vec<_> = pins(records, me)
        .into_iter()
        .filter(|(account, (_, pin))| pin.ended.is_none() && !over.contains_key(account))
        .map(|(account, (_, pin))| {
            let profile = profiles.get(&account);
            Person {
                account,
                name: profile.map(|profile| profile.display_name.clone()),
                practice: profile.and_then(|profile| profile.practice.clone()),
                reading: profile.and_then(|profile| profile.reading.clone()),
                verified: pin.how.is_verified(),
            }
        })
        .collect();
    people.sort_by(|one, other| {
        let key = |person: &Person| (person.name.is_none(), person.name.clone());
        key(one).cmp(&key(other))
    });
    people
}

fn profile_of(records: &[Opened], owner: AccountId) -> Option<Profile> {
    records.iter().find_map(|record| match &record.body {
        Body::Profile(profile) if record.owner == owner => Some(profile.clone()),
        _ => None,
    })
}

/// Whether the client proved to have had the whole link.
fn accepted(records: &[Opened], own: &Peer, pairing: &Pairing, client: &Peer) -> bool {
    let Some(acceptance) = &pairing.acceptance else { return false };
    records.iter().filter(|record| record.owner == own.account()).any(|record| match &record.body {
        Body::Invitation(note) if note.invite == pairing.invite => note
            .fragment
            .parse::<Fragment>()
            .is_ok_and(|fragment| fragment.verify(note.invite, own, client, acceptance)),
        _ => false,
    })
}
