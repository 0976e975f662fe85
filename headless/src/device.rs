//! One signed-in device: opened records, and the sync engine driven over HTTP.

use std::collections::{BTreeMap, VecDeque};

use chrono::{DateTime, FixedOffset};
use journal::{
    record::{Body, Opened, Verified, merge},
    seal::{Entropy, Keyring, Peer, Place, SealError, SystemEntropy},
    sync::{Action, Alarm, Base, Event, Machine, Saved, Trouble},
};
use wire::{
    ids::{AccountId, Epoch, OpId, RecordId, Rev},
    login::SignedIn,
    problem::Code,
    sync::{Change, Item, Key, Operation, Page, Pushed, State},
};

use crate::{error::Error, http::Http};

/// A device without a screen. What it keeps, it keeps in memory.
#[derive(Debug)]
pub struct Device {
    http: Http,
    keyring: Keyring,
    machine: Machine,
    records: BTreeMap<RecordId, Opened>,
    alarms: Vec<Alarm>,
    unopenable: Vec<RecordId>,
}

impl Device {
    pub(crate) fn new(http: &Http, signed_in: SignedIn, keyring: Keyring) -> Self {
        let machine = Machine::restore(signed_in.account, Saved::default());
        let http = http.clone().with_token(signed_in.token);
        Self { http, keyring, machine, records: BTreeMap::new(), alarms: Vec::new(), unopenable: Vec::new() }
    }

    /// A fresh record id.
    #[must_use]
    pub fn new_id() -> RecordId {
        RecordId::from_random(SystemEntropy.bytes16())
    }

    /// The connection.
    #[must_use]
    pub const fn http(&self) -> &Http {
        &self.http
    }

    /// The unlocked keys.
    #[must_use]
    pub const fn keyring(&self) -> &Keyring {
        &self.keyring
    }

    /// Everything that was opened.
    pub fn records(&self) -> impl Iterator<Item = &Opened> {
        self.records.values()
    }

    /// One record.
    #[must_use]
    pub fn record(&self, id: RecordId) -> Option<&Opened> {
        self.records.get(&id)
    }

    /// What an honest server would not have done.
    #[must_use]
    pub fn alarms(&self) -> &[Alarm] {
        &self.alarms
    }

    /// Records that are there and do not open.
    #[must_use]
    pub fn unopenable(&self) -> &[RecordId] {
        &self.unopenable
    }

    /// How many records wait to be sent.
    #[must_use]
    pub fn pending(&self) -> usize {
        self.machine.pending()
    }

    /// The pin of somebody.
    #[must_use]
    pub fn pinned(&self, peer: AccountId) -> Option<(Peer, Verified)> {
        self.records.values().find_map(|record| match &record.body {
            Body::Pin(pin) if pin.peer == peer && record.owner == self.keyring.account() => {
                Peer::check(pin.peer, &pin.keys).ok().map(|checked| (checked, pin.how))
            }
            _ => None,
        })
    }

    /// Writes a record and grants it to `recipients`, who must be pinned and verified. Kept and queued; sent
    /// by the next [`Self::sync`].
    ///
    /// # Errors
    /// [`Error::Unverified`] when a recipient is not verified: nothing is sealed to them.
    pub fn put(&mut self, id: RecordId, body: &Body, recipients: &[AccountId]) -> Result<(), Error> {
        let base = self.machine.base_for(id);
        let known = self.records.get(&id).map_or(&[][..], |record| &record.recipients);
        let lost = known.iter().any(|account| !recipients.contains(account));
        let epoch = if lost { base.epoch.next() } else { base.epoch };
        let operation = self.seal(id, body, recipients, Base { rev: base.rev, epoch })?;
        self.show(id, body.clone(), recipients, &operation, epoch);
        let actions = self.machine.on_event(Event::Queued(operation));
        debug_assert!(actions.iter().all(|action| matches!(action, Action::Save(_))), "queueing only saves");
        Ok(())
    }

    /// Takes a record back from everybody: a new key, and what they had is dropped by the server.
    ///
    /// # Errors
    /// When there is no such record.
    pub fn take_back(&mut self, id: RecordId) -> Result<(), Error> {
        let body = self.records.get(&id).ok_or(Error::Unexpected("no such record"))?.body.clone();
        self.put(id, &body, &[])
    }

    /// Deletes a record of this account.
    pub fn delete(&mut self, id: RecordId) {
        let base = self.machine.base_for(id).rev;
        let operation = Operation {
            op: OpId::from_random(SystemEntropy.bytes16()),
            record: id,
            base,
            over: None,
            change: Change::Delete,
        };
        self.records.remove(&id);
        drop(self.machine.on_event(Event::Queued(operation)));
    }

    /// Sends what waits and reads what is new, until there is nothing left to do.
    ///
    /// # Errors
    /// When a request fails; what waits still waits.
    pub async fn sync(&mut self) -> Result<(), Error> {
        let mut events = VecDeque::from([Event::SignedIn, Event::Online, Event::Poked]);
        let mut failure = None;
        while let Some(event) = events.pop_front() {
            for action in self.machine.on_event(event) {
                match action {
                    // In memory only: there is nothing to write down.
                    Action::Save(_) | Action::WakeIn(_) => {}
                    Action::Push(push) => {
                        let answer = self.http.post::<Pushed>("/sync", &push).await;
                        events.push_back(answer.map_or_else(
                            |error| Event::PushFailed(note(&mut failure, error)),
                            Event::Answered,
                        ));
                    }
                    Action::Pull { after, seen, most } => {
                        let path = format!("/sync?after={}&seen={}&limit={most}", after.0, seen.0);
                        let answer = self.http.get::<Page>(&path).await;
                        events.push_back(answer.map_or_else(
                            |error| Event::PullFailed(note(&mut failure, error)),
                            Event::Pulled,
                        ));
                    }
                    Action::Changed(item) => self.take_in(&item),
                    Action::Restore { mine, theirs, over } => {
                        let operation = self.sealed_anew(&mine, theirs.as_ref())?;
                        let (record, operation) = (mine.record, Some(operation));
                        events.push_back(Event::Restored { record, over, operation });
                    }
                    Action::Resolve { current, mine, base, upon } => {
                        let operation = self.resolve(&current, &mine, base.as_ref(), upon)?;
                        events.push_back(Event::Resolved { mine: mine.op, operation });
                    }
                    Action::Alarm(alarm) => self.alarms.push(alarm),
                }
            }
        }
        failure.map_or(Ok(()), Err)
    }

    /// This device's clock, in UTC.
    #[must_use]
    #[expect(clippy::disallowed_methods, reason = "the one clock of this device")]
    pub fn now(&self) -> DateTime<FixedOffset> {
        chrono::Utc::now().fixed_offset()
    }

    /// Tries again what did not open: its author may be pinned by now.
    pub(crate) fn open_again(&mut self) {
        for id in std::mem::take(&mut self.unopenable) {
            if let Some(item) = self.machine.known(id).cloned() {
                self.take_in(&item);
            }
        }
    }

    fn seal(
        &self,
        id: RecordId,
        body: &Body,
        recipients: &[AccountId],
        base: Base,
    ) -> Result<Operation, Error> {
        let peers = recipients
            .iter()
            .map(|account| match self.pinned(*account) {
                Some((peer, how)) if how.is_verified() => Ok(peer),
                _ => Err(Error::Unverified),
            })
            .collect::<Result<Vec<_>, _>>()?;
        let at = Place { owner: self.keyring.account(), record: id, rev: base.rev.next(), epoch: base.epoch };
        let sealed = self.keyring.seal_record(&at, &body.to_json(), &peers, &mut SystemEntropy)?;
        let change = Change::Put {
            epoch: base.epoch,
            content: sealed.content,
            own_wrap: sealed.own_wrap,
            grants: sealed.grants,
            urgent: body.is_urgent() && !recipients.is_empty(),
        };
        Ok(Operation {
            op: OpId::from_random(SystemEntropy.bytes16()),
            record: id,
            base: base.rev,
            over: None,
            change,
        })
    }

    fn resolve(
        &mut self,
        current: &Item,
        mine: &Operation,
        base: Option<&Item>,
        upon: Rev,
    ) -> Result<Operation, Error> {
        let ours = self.open_operation(mine)?;
        let theirs = self.open(current).ok();
        let base = base.and_then(|item| self.open(item).ok());
        let merged = match &theirs {
            Some(theirs) => merge(base.as_ref().map(|opened| &opened.body), &ours, &theirs.body),
            None => ours,
        };
        let Change::Put { grants, epoch, .. } = &mine.change else {
            return Err(Error::Unexpected("a deletion"));
        };
        let mine_to: Vec<AccountId> = grants.iter().map(|granted| granted.recipient).collect();
        // Whoever lost access on either side has lost it; by a deletion, everybody did.
        let recipients: Vec<_> = match &theirs {
            Some(theirs) => mine_to.iter().copied().filter(|one| theirs.recipients.contains(one)).collect(),
            None => Vec::new(),
        };
        let there = theirs.as_ref().map_or(Epoch(0), |opened| opened.epoch);
        let epoch = (*epoch).max(there.next());
        let operation = self.seal(current.record, &merged, &recipients, Base { rev: upon, epoch })?;
        self.show(current.record, merged, &recipients, &operation, epoch);
        Ok(operation)
    }

    /// What a server that was put back has lost of ours.
    fn sealed_anew(&mut self, mine: &Item, theirs: Option<&Item>) -> Result<Operation, Error> {
        let (id, base) = (mine.record, self.machine.base_for(mine.record));
        if mine.state == State::Gone {
            let op = OpId::from_random(SystemEntropy.bytes16());
            return Ok(Operation { op, record: id, base: base.rev, over: None, change: Change::Delete });
        }
        let mut ours = self.open(mine)?;
        let mut at = Base { rev: base.rev, epoch: ours.epoch.max(base.epoch) };
        if let Some(theirs) = theirs.and_then(|item| self.open(item).ok()) {
            ours.recipients.retain(|one| theirs.recipients.contains(one));
            let is_further = theirs.rev > ours.rev;
            let (first, second) =
                if is_further { (&theirs.body, &ours.body) } else { (&ours.body, &theirs.body) };
            ours.body = merge(None, first, second);
            at = Base { rev: at.rev.max(theirs.rev), epoch: at.epoch.max(theirs.epoch) };
        }
        at.epoch = at.epoch.next();
        let operation = self.seal(id, &ours.body, &ours.recipients, at)?;
        self.show(id, ours.body, &ours.recipients, &operation, at.epoch);
        Ok(operation)
    }

    fn open_operation(&self, operation: &Operation) -> Result<Body, Error> {
        let Change::Put { epoch, content, own_wrap, .. } = &operation.change else {
            return Err(Error::Unexpected("a deletion"));
        };
        let at = Place {
            owner: self.keyring.account(),
            record: operation.record,
            rev: operation.base.next(),
            epoch: *epoch,
        };
        let json = self.keyring.open_own(&at, content, own_wrap)?;
        Body::parse(&json).map_err(|_| Error::Unexpected("a record that is no record"))
    }

    fn take_in(&mut self, item: &Item) {
        self.unopenable.retain(|id| *id != item.record);
        if item.state == State::Gone {
            self.records.remove(&item.record);
            return;
        }
        match self.open(item) {
            Ok(opened) => {
                let is_pin = matches!(opened.body, Body::Pin(_));
                self.records.insert(item.record, opened);
                // What its owner shared may have come before the pin that opens it.
                if is_pin {
                    self.open_again();
                }
            }
            Err(_) => self.unopenable.push(item.record),
        }
    }

    fn open(&self, item: &Item) -> Result<Opened, Error> {
        let State::Present { epoch, content, key, .. } = &item.state else {
            return Err(Error::Unexpected("nothing to open"));
        };
        let at = Place { owner: item.owner, record: item.record, rev: item.rev, epoch: *epoch };
        let (json, recipients) = match key {
            Key::Own { wrap, recipients } => (self.keyring.open_own(&at, content, wrap)?, recipients.clone()),
            Key::Granted { grant } => {
                let (author, _) = self.pinned(item.owner).ok_or(SealError::ForeignKeys)?;
                (self.keyring.open_granted(&at, &author, content, grant)?, Vec::new())
            }
        };
        let body = Body::parse(&json).map_err(|_| Error::Unexpected("a record that is no record"))?;
        Ok(Opened { id: item.record, owner: item.owner, rev: item.rev, epoch: *epoch, body, recipients })
    }

    fn show(
        &mut self,
        id: RecordId,
        body: Body,
        recipients: &[AccountId],
        operation: &Operation,
        epoch: Epoch,
    ) {
        let opened = Opened {
            id,
            owner: self.keyring.account(),
            rev: operation.base.next(),
            epoch,
            body,
            recipients: recipients.to_vec(),
        };
        self.records.insert(id, opened);
    }
}

fn note(failure: &mut Option<Error>, error: Error) -> Trouble {
    let trouble = match &error {
        Error::Refused(problem) if problem.code == Code::SignedOut => Trouble::SignedOut,
        Error::Refused(problem) if problem.code == Code::TooLarge => Trouble::TooLarge,
        Error::Refused(problem) if problem.code == Code::Busy => Trouble::Busy { wait: 5_000 },
        _ => Trouble::Network,
    };
    *failure = Some(error);
    trouble
}
