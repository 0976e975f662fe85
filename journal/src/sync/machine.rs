//! The machine.

use std::collections::BTreeMap;

use wire::{
    ids::{AccountId, Epoch, OpId, RecordId, Rev, Seq},
    limits,
    sync::{Answer, Change, Item, Key, Operation, Outcome, Page, Push, State},
};

use super::{
    backoff::Backoff,
    event::{Action, Alarm, Event, Row, Saved, Trouble},
    outbox::{Asked, Hold, Waiting},
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
    most: usize,
    backoff: Backoff,
}

impl Machine {
    /// As the device left it. Nothing moves until `Online` and `SignedIn`.
    #[must_use]
    pub fn restore(me: AccountId, saved: Saved) -> Self {
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
            most: limits::BATCH,
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
                self.backoff.reset();
                self.go(&mut actions);
            }
            Event::Offline => self.online = false,
            Event::SignedIn => {
                self.signed_in = true;
                self.backoff.reset();
                self.go(&mut actions);
            }
            Event::Poked | Event::Woke => self.go(&mut actions),
            Event::Flush => self.push(&mut actions),
            Event::Queued(operation) => self.queue(operation, &mut actions),
            Event::Resolved { mine, operation } => self.resolved(mine, operation, &mut actions),
            Event::Pulled(page) => self.pulled(page, &mut actions),
            Event::PullFailed(trouble) => {
                self.pulling = false;
                self.failed(trouble, &mut actions);
            }
            Event::Answered(pushed) => {
                self.pushing = false;
                self.backoff.reset();
                self.most = limits::BATCH;
                for answer in pushed.answers {
                    self.answered(answer, &mut actions);
                }
                self.push(&mut actions);
            }
            Event::PushFailed(trouble) => {
                self.pushing = false;
                if trouble == Trouble::TooLarge && self.most > 1 {
                    self.most = (self.most / 2).max(1);
                }
                self.failed(trouble, &mut actions);
            }
        }
        actions
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
        self.pulling = true;
        actions.push(Action::Pull { after: self.cursor });
    }

    fn push(&mut self, actions: &mut Vec<Action>) {
        if !self.ready() || self.pushing {
            return;
        }
        let (mut operations, mut rows, mut bytes) = (Vec::new(), Vec::new(), 0);
        for (record, waiting) in &mut self.outbox {
            if self.holds.contains_key(record) || operations.len() >= self.most {
                continue;
            }
            let Some(operation) = waiting.sent.as_ref().or(waiting.next.as_ref()) else { continue };
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
        actions.push(Action::Push(Push { operations }));
    }

    fn queue(&mut self, operation: Operation, actions: &mut Vec<Action>) {
        let record = operation.record;
        if self.holds.get(&record) == Some(&Hold::Refused) {
            self.holds.remove(&record);
            // What was refused is replaced whole; it can never have been applied.
            if let Some(waiting) = self.outbox.get_mut(&record) {
                waiting.sent = None;
            }
        }
        let base = self.known.get(&record).cloned();
        let may_be_there =
            base.is_some() || self.outbox.get(&record).is_some_and(|waiting| waiting.sent.is_some());
        if operation.change == Change::Delete && !may_be_there {
            self.outbox.remove(&record);
            actions.push(Action::Save(vec![Row::Settled(record)]));
            return;
        }
        let waiting =
            self.outbox.entry(record).or_insert_with(|| Waiting { record, sent: None, next: None, base });
        waiting.next = Some(operation);
        actions.push(Action::Save(vec![Row::Waiting(waiting.clone())]));
    }

    /// An answer counts once, and only for what was asked. Words that were queued meanwhile, or a newer state of
    /// the server, make it stale, and the question is put again with them.
    fn resolved(&mut self, mine: OpId, operation: Operation, actions: &mut Vec<Action>) {
        let record = operation.record;
        let asked = Asked { mine, current: operation.base };
        if self.holds.get(&record) != Some(&Hold::Conflict(asked)) {
            return;
        }
        let newest = self.outbox.get(&record).and_then(Waiting::newest).map(|newest| newest.op);
        let known = self.known.get(&record);
        if newest != Some(mine) || known.map(|item| item.rev) != Some(operation.base) {
            self.resolve(record, Vec::new(), actions);
            return;
        }
        self.holds.remove(&record);
        let waiting = Waiting { record, sent: None, next: Some(operation), base: known.cloned() };
        actions.push(Action::Save(vec![Row::Waiting(waiting.clone())]));
        self.outbox.insert(record, waiting);
        self.push(actions);
    }

    fn answered(&mut self, answer: Answer, actions: &mut Vec<Action>) {
        let found = self
            .outbox
            .iter()
            .find(|(_, waiting)| waiting.sent.as_ref().is_some_and(|sent| sent.op == answer.op))
            .map(|(record, _)| *record);
        let Some(record) = found else { return };
        match answer.outcome {
            Outcome::Applied { rev, seq, written } => self.applied(record, rev, seq, written, actions),
            Outcome::Conflict { current } => self.conflict(record, current, actions),
            Outcome::Refused { code } => {
                self.holds.insert(record, Hold::Refused);
                actions.push(Action::Alarm(Alarm::Refused(record, code)));
            }
        }
    }

    fn applied(
        &mut self,
        record: RecordId,
        rev: Rev,
        seq: Seq,
        written: chrono::DateTime<chrono::Utc>,
        actions: &mut Vec<Action>,
    ) {
        let Some(mut waiting) = self.outbox.remove(&record) else { return };
        let Some(sent) = waiting.sent.take() else { return };
        let item = Item { seq, record, owner: self.me, rev, state: state_after(&sent, written) };
        let mut rows = Vec::new();
        // Another device may have gone on from ours, and we may have read that before this late answer.
        let newer = self.known.get(&record).is_some_and(|known| known.rev > rev);
        if !newer {
            self.known.insert(record, item.clone());
            rows.push(Row::Known(item.clone()));
        }
        if waiting.next.is_some() {
            waiting.base = Some(item);
            rows.push(Row::Waiting(waiting.clone()));
            self.outbox.insert(record, waiting);
            actions.push(Action::Save(rows));
        } else {
            rows.push(Row::Settled(record));
            actions.push(Action::Save(rows));
            if let Some(known) = self.known.get(&record).filter(|_| newer) {
                actions.push(Action::Changed(known.clone()));
            }
        }
    }

    fn conflict(&mut self, record: RecordId, current: Item, actions: &mut Vec<Action>) {
        let late = self.is_late(&current);
        let sent = self.outbox.get(&record).and_then(|waiting| waiting.sent.as_ref());
        let alarm = match sent {
            // Only what goes beyond the state ours was made from can be in its way. Without this, a server that
            // insists on an old state would have us merge and send for ever.
            Some(sent) if current.rev <= sent.base => Some(Alarm::OlderRevision(record)),
            _ if late => None,
            _ => self.suspicion(&current),
        };
        if let Some(alarm) = alarm {
            self.holds.insert(record, Hold::Suspect);
            actions.push(Action::Alarm(alarm));
            return;
        }
        let mut rows = Vec::new();
        if !late {
            rows.push(Row::Known(current.clone()));
            self.known.insert(record, current);
        }
        self.resolve(record, rows, actions);
    }

    /// Asks for the newest of ours upon the newest of theirs.
    fn resolve(&mut self, record: RecordId, mut rows: Vec<Row>, actions: &mut Vec<Action>) {
        let (Some(waiting), Some(current)) = (self.outbox.get(&record), self.known.get(&record).cloned())
        else {
            return;
        };
        let Some(mine) = waiting.newest().cloned() else { return };
        let base = waiting.base.clone();
        // Our deletion met newer words of another device, or its deletion: theirs stands.
        if mine.change == Change::Delete {
            self.outbox.remove(&record);
            self.holds.remove(&record);
            rows.push(Row::Settled(record));
            actions.push(Action::Save(rows));
            actions.push(Action::Changed(current));
            return;
        }
        self.holds.insert(record, Hold::Conflict(Asked { mine: mine.op, current: current.rev }));
        if !rows.is_empty() {
            actions.push(Action::Save(rows));
        }
        actions.push(Action::Resolve { current, mine, base });
    }

    fn pulled(&mut self, page: Page, actions: &mut Vec<Action>) {
        self.pulling = false;
        self.backoff.reset();
        if page.next < self.cursor {
            actions.push(Action::Alarm(Alarm::FeedWentBack));
            return;
        }
        let (mut rows, mut shown, mut alarms) = (Vec::new(), Vec::new(), Vec::new());
        for item in page.items {
            // What stands before the cursor was not asked for: no honest page has it, late or not.
            if item.seq > self.cursor && self.is_late(&item) {
                continue;
            }
            if let Some(alarm) = self.suspicion(&item) {
                alarms.push(Action::Alarm(alarm));
                continue;
            }
            if self.known.get(&item.record) == Some(&item) {
                continue;
            }
            rows.push(Row::Known(item.clone()));
            if !self.outbox.contains_key(&item.record) {
                shown.push(Action::Changed(item.clone()));
            }
            self.known.insert(item.record, item);
        }
        self.cursor = page.next;
        rows.push(Row::Cursor(page.next));
        actions.push(Action::Save(rows));
        actions.append(&mut shown);
        actions.append(&mut alarms);
        if page.more || std::mem::take(&mut self.pull_again) {
            self.pull(actions);
        }
    }

    /// Answers overtake each other: a page that was read before our push was applied may arrive after it. An
    /// earlier place in the feed tells; it is no news and no alarm.
    fn is_late(&self, item: &Item) -> bool {
        self.known.get(&item.record).is_some_and(|known| item.seq < known.seq)
    }

    /// Whether this contradicts what the device has already seen.
    fn suspicion(&self, item: &Item) -> Option<Alarm> {
        let known = self.known.get(&item.record)?;
        if item.rev < known.rev {
            return Some(Alarm::OlderRevision(item.record));
        }
        let (State::Present { content, epoch, .. }, State::Present { content: seen, epoch: seen_epoch, .. }) =
            (&item.state, &known.state)
        else {
            let back_from_gone =
                known.state == State::Gone && item.state != State::Gone && item.rev == known.rev;
            return back_from_gone.then_some(Alarm::OlderRevision(item.record));
        };
        if item.rev == known.rev && content != seen {
            return Some(Alarm::Altered(item.record));
        }
        (epoch < seen_epoch).then_some(Alarm::LowerEpoch(item.record))
    }

    fn failed(&mut self, trouble: Trouble, actions: &mut Vec<Action>) {
        match trouble {
            Trouble::SignedOut => self.signed_in = false,
            Trouble::Busy { wait } => actions.push(Action::WakeIn(wait.max(self.backoff.fail()))),
            Trouble::Network | Trouble::TooLarge => actions.push(Action::WakeIn(self.backoff.fail())),
        }
    }
}

fn epoch_of(item: &Item) -> Epoch {
    match &item.state {
        State::Present { epoch, .. } => *epoch,
        State::Gone => Epoch(0),
    }
}

fn size_of_content(operation: &Operation) -> usize {
    match &operation.change {
        Change::Put { content, .. } => content.0.len(),
        Change::Delete => 0,
    }
}

fn state_after(operation: &Operation, written: chrono::DateTime<chrono::Utc>) -> State {
    match &operation.change {
        Change::Put { epoch, content, own_wrap, grants, urgent } => State::Present {
            epoch: *epoch,
            content: content.clone(),
            key: Key::Own {
                wrap: own_wrap.clone(),
                recipients: grants.iter().map(|granted| granted.recipient).collect(),
            },
            urgent: *urgent,
            written,
        },
        Change::Delete => State::Gone,
    }
}
