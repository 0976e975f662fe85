//! The machine.

mod anew;
mod answers;
mod merges;
mod pages;
mod queue;

use std::collections::{BTreeMap, BTreeSet};

use wire::{
    ids::{AccountId, Epoch, OpId, RecordId, Rev, Seq},
    limits,
    sync::{Change, Item, Operation, Push, State},
};

use self::anew::{Anew, Lost};
use super::{
    backoff::Backoff,
    event::{Action, Event, Row, Saved, Trouble},
    outbox::{Hold, Waiting},
};

/// Content bytes in one push; base64 and JSON around them stay below the body limit.
const PUSH_BYTES: usize = limits::BODY_BYTES / 2;

/// What the next operation on a record must be made from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Base {
    /// Its `base`.
    pub rev: Rev,
    /// The epoch to stay in, or to go beyond when somebody loses access.
    pub epoch: Epoch,
}

/// One account's sync on one device.
#[expect(clippy::struct_excessive_bools, reason = "each is one independent fact about the line")]
#[derive(Debug)]
pub struct Machine {
    me: AccountId,
    cursor: Seq,
    known: BTreeMap<RecordId, Item>,
    outbox: BTreeMap<RecordId, Waiting>,
    holds: BTreeMap<RecordId, Hold>,
    online: bool,
    signed_in: bool,
    pushing: bool,
    pulling: bool,
    pull_again: bool,
    read_to_the_end: bool,
    /// The feed is being read from its beginning again.
    anew: Option<Anew>,
    /// Own records of which the server has an older state, or none.
    lost: BTreeMap<RecordId, Lost>,
    /// Which of them are being sealed. Until then the cursor on the disk stays where it was, so that a crash begins
    /// again.
    owed: BTreeSet<RecordId>,
    /// Whether that was done in this run, and whether this device has yet to hear of anything a first time.
    has_read_anew: bool,
    first_read: bool,
    /// Whether a page is to come before anything is sent: a server that was put back while there was no connection would
    /// take what is made from a revision that it has with other words.
    reads_first: bool,
    /// The farthest place that we were told of.
    farthest: Seq,
    /// How many operations are on their way.
    asked: usize,
    /// Most operations to send, and records to ask for, at once: less where the network is slow.
    most: usize,
    most_read: usize,
    backoff: Backoff,
}

impl Machine {
    /// As the device left it. Nothing moves until `Online` and `SignedIn`.
    #[must_use]
    pub fn restore(me: AccountId, saved: Saved) -> Self {
        let farthest = saved.known.iter().map(|item| item.seq).max().unwrap_or_default();
        Self {
            me,
            cursor: saved.cursor,
            known: saved.known.into_iter().map(|item| (item.record, item)).collect(),
            outbox: saved.waiting.into_iter().map(|waiting| (waiting.record, waiting)).collect(),
            holds: BTreeMap::new(),
            online: false,
            signed_in: false,
            pushing: false,
            pulling: false,
            pull_again: false,
            read_to_the_end: false,
            anew: None,
            lost: BTreeMap::new(),
            owed: BTreeSet::new(),
            has_read_anew: false,
            first_read: farthest.max(saved.cursor) == Seq(0),
            reads_first: false,
            farthest: farthest.max(saved.cursor),
            asked: 0,
            most: limits::BATCH,
            most_read: limits::BATCH,
            backoff: Backoff::default(),
        }
    }

    /// What the next operation on `record` must be made from: after what may have been sent, else after what
    /// the server confirmed. What was refused is replaced, so it counts for nothing here.
    #[must_use]
    pub fn base_for(&self, record: RecordId) -> Base {
        let known = self.known.get(&record);
        let mut base =
            Base { rev: known.map_or(Rev(0), |item| item.rev), epoch: known.map_or(Epoch(0), epoch_of) };
        if let Some(waiting) = self.outbox.get(&record) {
            for operation in [&waiting.sent, &waiting.next].into_iter().flatten() {
                if let Change::Put { epoch, .. } = operation.change {
                    base.epoch = base.epoch.max(epoch);
                }
            }
            match (&waiting.sent, &waiting.next) {
                (Some(sent), _) if self.holds.get(&record) == Some(&Hold::Refused) => base.rev = sent.base,
                (Some(sent), _) => base.rev = sent.base.next(),
                (None, Some(next)) => base.rev = next.base,
                (None, None) => {}
            }
        }
        base
    }

    /// How many records wait.
    #[must_use]
    pub fn pending(&self) -> usize {
        self.outbox.len()
    }

    /// Whether this record waits.
    #[must_use]
    pub fn is_pending(&self, record: RecordId) -> bool {
        self.outbox.contains_key(&record)
    }

    /// What the server has refused, and what stays here until it is changed or tried once more.
    #[must_use]
    pub fn refused(&self) -> Vec<RecordId> {
        let refused = self.holds.iter().filter(|(_, hold)| **hold == Hold::Refused);
        refused.map(|(record, _)| *record).filter(|record| self.is_pending(*record)).collect()
    }

    /// Whether this record waits because it is longer than the server takes.
    #[must_use]
    pub fn is_too_long(&self, record: RecordId) -> bool {
        self.outbox.get(&record).and_then(Waiting::newest).is_some_and(is_too_long)
    }

    /// How many records wait because they are longer than the server takes.
    #[must_use]
    pub fn too_long(&self) -> usize {
        self.outbox.values().filter_map(Waiting::newest).filter(|newest| is_too_long(newest)).count()
    }

    /// Whether the feed was read to its end since the last sign-in and since there is a network again. Before that,
    /// nothing may be called synced: others may have written something that is not here.
    #[must_use]
    pub const fn has_caught_up(&self) -> bool {
        self.read_to_the_end
    }

    /// Whether it has caught up and nothing more is being asked for. What depends on a record *not* being there may
    /// be decided only then.
    #[must_use]
    pub fn is_current(&self) -> bool {
        self.ready() && self.has_caught_up() && !self.pulling
    }

    /// The newest operation that waits for this record.
    #[must_use]
    pub fn waits_as(&self, record: RecordId) -> Option<OpId> {
        self.outbox.get(&record).and_then(Waiting::newest).map(|newest| newest.op)
    }

    /// The last confirmed state of a record.
    #[must_use]
    pub fn known(&self, record: RecordId) -> Option<&Item> {
        self.known.get(&record)
    }

    /// Takes in what happened; says what to do.
    pub fn on_event(&mut self, event: Event) -> Vec<Action> {
        let mut actions = Vec::new();
        match event {
            Event::Online => {
                self.online = true;
                self.connected(&mut actions);
            }
            Event::Offline => self.online = false,
            Event::SignedIn => {
                self.signed_in = true;
                self.connected(&mut actions);
            }
            Event::Poked | Event::Woke => self.go(&mut actions),
            Event::Flush => self.push(&mut actions),
            Event::TryRefused => {
                self.holds.retain(|_, hold| *hold != Hold::Refused);
                self.push(&mut actions);
            }
            Event::Queued(operation) => self.queue(operation, &mut actions),
            Event::Restored { record, over, operation } => {
                self.restored(record, over, operation, &mut actions);
            }
            Event::Resolved { mine, operation } => self.resolved(mine, operation, &mut actions),
            Event::Pulled(page) => self.pulled(page, &mut actions),
            Event::PullFailed(trouble) => {
                self.pulling = false;
                if trouble == Trouble::Network {
                    self.most_read = less(self.most_read);
                }
                self.failed(trouble, &mut actions);
            }
            Event::Answered(pushed) => {
                self.pushing = false;
                self.backoff.reset();
                self.most = more(self.most);
                for answer in pushed.answers {
                    self.answered(answer, &mut actions);
                }
                self.go_on_anew(&mut actions);
                self.push(&mut actions);
            }
            Event::PushFailed(trouble) => {
                self.pushing = false;
                // What did not arrive in time arrives sooner when it is less.
                if matches!(trouble, Trouble::TooLarge | Trouble::Network) {
                    self.most = less(self.asked.min(self.most));
                }
                self.failed(trouble, &mut actions);
            }
        }
        actions
    }

    fn connected(&mut self, actions: &mut Vec<Action>) {
        self.read_to_the_end = false;
        self.reads_first = self.farthest > Seq(0);
        self.first_read &= !self.reads_first;
        self.backoff.reset();
        self.go(actions);
    }

    fn go(&mut self, actions: &mut Vec<Action>) {
        self.push(actions);
        self.pull(actions);
    }

    fn ready(&self) -> bool {
        self.online && self.signed_in
    }

    fn pull(&mut self, actions: &mut Vec<Action>) {
        if !self.ready() {
            return;
        }
        if self.pulling {
            self.pull_again = true;
            return;
        }
        let (after, seen) = match &mut self.anew {
            // An answer that is on its way would make what it confirms look lost.
            Some(_) if self.pushing => return,
            Some(anew) => anew.ask(),
            None => (self.cursor, self.farthest),
        };
        self.pulling = true;
        actions.push(Action::Pull { after, seen, most: self.most_read });
    }

    fn push(&mut self, actions: &mut Vec<Action>) {
        if !self.ready() || self.pushing || self.reads_first || self.anew.is_some() {
            return;
        }
        let (mut operations, mut rows, mut bytes) = (Vec::new(), Vec::new(), 0);
        for (record, waiting) in &mut self.outbox {
            if self.holds.contains_key(record) || operations.len() >= self.most {
                continue;
            }
            let Some(operation) = waiting.sent.as_ref().or(waiting.next.as_ref()) else { continue };
            // It would be refused, and far beyond the limit nothing behind it would go out either.
            if waiting.sent.is_none() && is_too_long(operation) {
                continue;
            }
            let size = size_of_content(operation);
            if !operations.is_empty() && bytes + size > PUSH_BYTES {
                continue;
            }
            bytes += size;
            operations.push(operation.clone());
            if waiting.sent.is_none() {
                waiting.sent = waiting.next.take();
                rows.push(Row::Waiting(waiting.clone()));
            }
        }
        if operations.is_empty() {
            return;
        }
        if !rows.is_empty() {
            actions.push(Action::Save(rows));
        }
        self.pushing = true;
        self.asked = operations.len();
        actions.push(Action::Push(Push { operations }));
    }

    fn failed(&mut self, trouble: Trouble, actions: &mut Vec<Action>) {
        match trouble {
            Trouble::SignedOut => self.signed_in = false,
            Trouble::Busy { wait } => actions.push(Action::WakeIn(wait.max(self.backoff.fail()))),
            Trouble::Network | Trouble::TooLarge => actions.push(Action::WakeIn(self.backoff.fail())),
        }
    }
}

const fn less(most: usize) -> usize {
    if most > 1 { most / 2 } else { 1 }
}

fn more(most: usize) -> usize {
    (most * 2).min(limits::BATCH)
}

fn epoch_of(item: &Item) -> Epoch {
    match &item.state {
        State::Present { epoch, .. } => *epoch,
        State::Gone => Epoch(0),
    }
}

fn is_too_long(operation: &Operation) -> bool {
    size_of_content(operation) > limits::RECORD_BYTES
}

fn size_of_content(operation: &Operation) -> usize {
    match &operation.change {
        Change::Put { content, .. } => content.0.len(),
        Change::Delete => 0,
    }
}
