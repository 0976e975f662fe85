//! A colleague who reads beside the therapist, or in their place. What is to be done follows from the records, so that
//! a device that is closed in between goes on where it was.

use chrono::NaiveDate;
use journal::{
    cover::{self, Stage},
    record::{Body, Consent, Introduction, Opened, Pin, Purpose, Rest, Said, Verified},
    seal::{Fragment, Peer},
};
use leptos::prelude::*;
use wire::{
    ids::{AccountId, RecordId},
    pairings::{NewPairing, Pairing},
};

use super::{Parting, Person, Trouble, Vault, account::Invited, pins::pin_of};
use crate::{
    device::{clock, net},
    text::frame,
};

impl Vault {
    /// Whom a link would bring in, their keys checked against it. Without the part after `#` nobody can be.
    pub async fn look_at_introduction(self, introduction: &Introduction) -> Result<Invited, Trouble> {
        let (invite, fragment) = introduction.invitation().ok_or(Trouble::Unverified)?;
        let invited = self.offered(invite, fragment).await?;
        if invited.fragment.is_none() { Err(Trouble::Unverified) } else { Ok(invited) }
    }

    /// The client agrees: kept first, then carried out, now or when there is a network again.
    pub async fn agree(self, introduction: RecordId) -> Result<(), Trouble> {
        let asks = self.asks(introduction)?;
        let invited = self.look_at_introduction(&asks.1).await?;
        let name = invited.card.map(|card| card.display_name).unwrap_or_default();
        self.say(introduction, &asks, invited.therapist.account(), name, Said::Agreed)?;
        self.carry_on_cover().await
    }

    /// The client says no: nothing was given, nothing is.
    pub fn decline(self, introduction: RecordId) -> Result<(), Trouble> {
        let asks = self.asks(introduction)?;
        self.say(introduction, &asks, asks.0, asks.1.name.clone(), Said::Declined)
    }

    /// Who reads what is shared; tracked. Whoever reads beside them is named with them.
    #[must_use]
    pub fn therapist(self) -> Option<Person> {
        let people = self.people();
        let (me, today) = (self.who()?.account, self.now.get().date_naive());
        let is_here = |account: AccountId| people.iter().any(|person| person.account == account);
        let beside: Vec<(AccountId, AccountId, Stage)> = self.records.with(|records| {
            let all = cover::consents(records, me, today).into_iter();
            let all = all.map(|(_, one, stage)| (one.by, one.peer, stage));
            all.filter(|(by, peer, _)| by != peer && is_here(*by)).collect()
        });
        let is_beside = |person: &&Person| beside.iter().any(|(_, peer, _)| *peer == person.account);
        let main = people.iter().find(|person| !is_beside(person)).or_else(|| people.first())?;
        let mut main = main.clone();
        let reads = |person: &&Person| {
            let both = (main.account, person.account, Stage::Active);
            person.verified && beside.contains(&both)
        };
        let others: Vec<_> = people.iter().filter(reads).filter_map(|person| person.name.clone()).collect();
        main.name = main.name.map(|name| [vec![name], others].concat().join(frame::and()));
        Some(main)
    }

    /// Everybody verified who reads now; tracked. Whose first day has not come does not.
    #[must_use]
    pub fn who_reads_now(self) -> Vec<Person> {
        let Some(me) = self.who().map(|who| who.account) else { return Vec::new() };
        let today = self.now.get().date_naive();
        let waiting: Vec<AccountId> = self.records.with(|records| {
            let all = cover::consents(records, me, today).into_iter();
            all.filter(|(_, _, stage)| !matches!(stage, Stage::Active)).map(|(_, one, _)| one.peer).collect()
        });
        let people = self.people().into_iter();
        people.filter(|person| person.verified && !waiting.contains(&person.account)).collect()
    }

    /// Whoever reads for one of these reads, too; whoever left or whose last day is over does not.
    pub(super) fn who_reads(self, body: &Body, readers: Vec<AccountId>) -> Vec<AccountId> {
        let Some(me) = self.me() else { return readers };
        let today = today();
        let readers =
            self.records.with_untracked(|records| cover::readers(records, me, body, readers, today));
        self.who_stays(readers)
    }

    /// Everything that is due: connects who was agreed to, gives them what is shared, lets go whose time is over.
    pub(super) async fn carry_on_cover(self) -> Result<(), Trouble> {
        let me = self.me().ok_or(Trouble::Locked)?;
        let unpaired: Vec<(RecordId, Consent)> = self.records.with_untracked(|records| {
            let all = cover::consents(records, me, today()).into_iter();
            let all = all.filter(|(_, _, stage)| *stage == Stage::Unpaired);
            all.map(|(id, one, _)| (id, one.clone())).collect()
        });
        for (id, consent) in unpaired {
            match self.pair_by(&consent).await {
                Ok(()) => self.tell_profile()?,
                Err(trouble @ (Trouble::Ticket | Trouble::ForeignKeys)) => {
                    self.write(id, Body::Consent(Consent { said: Said::Lapsed, ..consent }))?;
                    self.flush();
                    return Err(trouble);
                }
                Err(trouble) => return Err(trouble),
            }
        }
        self.pass_on()?;
        let is_sent = self.with_open(|open| open.machine.pending() == 0)?;
        let (parting, hands_over) = self.records.with_untracked(|records| {
            let hands_over = cover::consents(records, me, today())
                .iter()
                .any(|(_, one, stage)| *stage == Stage::Active && one.purpose == Purpose::HandOver);
            (cover::to_part(records, me, today(), is_sent), hands_over)
        });
        // Nobody is let go before the other has everything: asked again once nothing waits for the server.
        if hands_over && !is_sent {
            self.with(|inner| inner.parting = Parting::OnceSent);
        }
        for peer in parting {
            self.part_from(peer).await?;
        }
        Ok(())
    }

    /// Connects this account with whoever the client agreed to. Asked again after a cut, the connection is found.
    async fn pair_by(self, consent: &Consent) -> Result<(), Trouble> {
        let colleague = match self.paired_by(consent).await? {
            Some(colleague) => colleague,
            None => match self.connect_by(consent).await {
                // Carried out twice at once, it was this account that used the link.
                Err(Trouble::Ticket) => self.paired_by(consent).await?.ok_or(Trouble::Ticket)?,
                connected => connected?,
            },
        };
        self.pin_by(consent, &colleague)
    }

    /// With whom the link that the client agreed to has connected this account.
    async fn paired_by(self, consent: &Consent) -> Result<Option<Peer>, Trouble> {
        let pairings: Vec<Pairing> = net::get("/pairings").await?;
        let there =
            pairings.iter().find(|pairing| pairing.invite == consent.invite && pairing.peer == consent.peer);
        let Some(pairing) = there else { return Ok(None) };
        let colleague = Peer::check(pairing.peer, &pairing.peer_keys)?;
        Self::as_agreed(consent, &colleague)?;
        Ok(Some(colleague))
    }

    async fn connect_by(self, consent: &Consent) -> Result<Peer, Trouble> {
        let invited = self.offered(consent.invite, &consent.fragment).await?;
        let colleague = invited.therapist;
        Self::as_agreed(consent, &colleague)?;
        let fragment = invited.fragment.ok_or(Trouble::ForeignKeys)?;
        let own = self.with_open(|open| open.keyring.as_peer())??;
        let acceptance = fragment.accept(consent.invite, &colleague, &own)?;
        net::post_only("/pairings", &NewPairing { invite: consent.invite, acceptance }).await?;
        Ok(colleague)
    }

    /// Whether these are the keys of whom the client agreed to.
    fn as_agreed(consent: &Consent, colleague: &Peer) -> Result<Fragment, Trouble> {
        let fragment: Fragment = consent.fragment.parse()?;
        let fits = fragment.matches(colleague) && colleague.account() == consent.peer;
        if fits { Ok(fragment) } else { Err(Trouble::ForeignKeys) }
    }

    fn pin_by(self, consent: &Consent, colleague: &Peer) -> Result<(), Trouble> {
        let me = self.me().ok_or(Trouble::Locked)?;
        let before = self.records.with_untracked(|records| {
            pin_of(records, me, consent.peer).map(|(record, pin)| (record, pin.clone()))
        });
        // Keys that were verified once stay: others are not theirs, whoever shows them.
        if before.as_ref().is_some_and(|(_, pin)| pin.how.is_verified() && pin.keys != *colleague.keys()) {
            return Err(Trouble::ForeignKeys);
        }
        let pin = Pin {
            v: 1,
            peer: consent.peer,
            keys: colleague.keys().clone(),
            how: Verified::Invite,
            pinned: clock::now(),
            invite: Some(consent.invite),
            ended: None,
            rest: before.as_ref().map_or_else(Rest::new, |(_, pin)| pin.rest.clone()),
        };
        let record = before.map_or_else(Self::new_id, |(record, _)| record);
        self.share(record, Body::Pin(pin), &[])
    }

    /// Gives a colleague what they should have and have not.
    fn pass_on(self) -> Result<(), Trouble> {
        let me = self.me().ok_or(Trouble::Locked)?;
        let today = today();
        // First what was agreed and what was done about an alert, which counts by that: the alert itself goes after
        // both, and is not raised a second time.
        let consents: Vec<_> = self.records.with_untracked(|records| {
            let all = cover::consents(records, me, today).into_iter();
            let running = all.filter(|(_, _, stage)| matches!(stage, Stage::Waiting | Stage::Active));
            running.map(|(id, one, _)| (id, one.peer)).collect()
        });
        for (id, peer) in consents {
            let record = self.freshest(id).ok_or(Trouble::Unexpected)?;
            if !record.recipients.contains(&peer) {
                let readers = [record.recipients, vec![peer]].concat();
                self.put(id, record.body, readers)?;
            }
        }
        let heard = self.records.with_untracked(|records| cover::acknowledgements(records, me, today));
        for (copy, says, readers) in heard {
            self.put(copy.unwrap_or_else(Self::new_id), Body::Acknowledgement(says), readers)?;
        }
        let missing = self.records.with_untracked(|records| cover::missing(records, me, today));
        for (id, readers) in missing {
            let record = self.freshest(id).ok_or(Trouble::Unexpected)?;
            self.put(id, record.body, readers)?;
        }
        let plan = self.records.with_untracked(|records| cover::plan_to_copy(records, me, today));
        if let Some((copy, plan, readers)) = plan {
            self.put(copy.unwrap_or_else(Self::new_id), Body::Plan(plan), readers)?;
        }
        self.flush();
        Ok(())
    }

    /// Who asks, and what.
    fn asks(self, introduction: RecordId) -> Result<(AccountId, Introduction), Trouble> {
        let record = self.freshest(introduction).ok_or(Trouble::Unexpected)?;
        let asks = record.introduction().cloned().ok_or(Trouble::Unexpected)?;
        Ok((record.owner, asks))
    }

    fn say(
        self,
        introduction: RecordId,
        (by, asks): &(AccountId, Introduction),
        peer: AccountId,
        peer_name: String,
        said: Said,
    ) -> Result<(), Trouble> {
        let me = self.me().ok_or(Trouble::Locked)?;
        let (invite, fragment) = asks.invitation().ok_or(Trouble::Unverified)?;
        let people = untrack(|| self.people());
        let by_name = people.into_iter().find(|person| person.account == *by).and_then(|person| person.name);
        let consent = Consent {
            v: 1,
            introduction,
            by: *by,
            by_name: by_name.unwrap_or_default(),
            peer,
            peer_name,
            invite,
            fragment: fragment.into(),
            purpose: asks.purpose,
            from: asks.from,
            until: asks.until,
            said,
            at: clock::now(),
            rest: Rest::new(),
        };
        let before =
            self.records.with_untracked(|records| cover::answer(records, me, introduction).map(|(id, _)| id));
        self.share(before.unwrap_or_else(Self::new_id), Body::Consent(consent), &[*by])
    }

    /// What is shared with somebody at this moment, which a colleague would get; tracked.
    pub fn with_given<T>(self, by: AccountId, read: impl FnOnce(Vec<&Opened>) -> T) -> Option<T> {
        let me = self.who()?.account;
        Some(self.records.with(|records| read(cover::given(records, me, by))))
    }
}

/// The client's own calendar day.
fn today() -> NaiveDate {
    clock::now().date_naive()
}
