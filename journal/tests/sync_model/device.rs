//! A device: what is durable, what is in memory, and a driver that can die between any two actions.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use journal::sync::{Action, Alarm, Event, Machine, Row, Saved, Trouble, Waiting};
use wire::{
    ids::{OpId, RecordId, Seq},
    sealed::{Sealed, Wrap},
    sync::{Change, Item, Operation, Push},
};

use crate::{
    dice::Dice,
    server::{ME, Server, words_of},
};

pub struct Device {
    cursor: Seq,
    known: BTreeMap<RecordId, Item>,
    waiting: BTreeMap<RecordId, Waiting>,
    machine: Machine,
    /// Answers on their way: they arrive when they like, or never, when the device dies first.
    late: Vec<Event>,
    pub alarms: Vec<Alarm>,
}

impl Device {
    pub fn new(_: usize) -> Self {
        let machine = Machine::restore(ME, Saved::default());
        Self {
            cursor: Seq(0),
            known: BTreeMap::new(),
            waiting: BTreeMap::new(),
            machine,
            late: Vec::new(),
            alarms: Vec::new(),
        }
    }

    pub fn pending(&self) -> usize {
        self.machine.pending()
    }

    /// What a person would see.
    pub fn shown(&self) -> BTreeMap<RecordId, BTreeSet<String>> {
        let records: BTreeSet<_> = self.known.keys().chain(self.waiting.keys()).copied().collect();
        records.into_iter().filter_map(|record| self.words(record).map(|words| (record, words))).collect()
    }

    /// Adds a word; true once it is kept on this device.
    pub fn write(&mut self, record: RecordId, word: &str, server: &mut Server, dice: &mut Dice) -> bool {
        let mut words = self.words(record).unwrap_or_default();
        words.insert(word.into());
        let operation = self.operation(record, put(&words, self.machine.base_for(record).epoch), dice);
        self.drive(Event::Queued(operation), server, dice);
        self.words(record).is_some_and(|words| words.contains(word))
    }

    /// Deletes the record; the words the person saw go with it.
    pub fn delete(&mut self, record: RecordId, server: &mut Server, dice: &mut Dice) -> BTreeSet<String> {
        let Some(words) = self.words(record) else { return BTreeSet::new() };
        let operation = self.operation(record, Change::Delete, dice);
        self.drive(Event::Queued(operation), server, dice);
        words
    }

    pub fn flush(&mut self, server: &mut Server, dice: &mut Dice) {
        self.drive(Event::Flush, server, dice);
    }

    pub fn poke(&mut self, server: &mut Server, dice: &mut Dice) {
        self.drive(Event::Poked, server, dice);
    }

    pub fn go_online(&mut self, server: &mut Server, dice: &mut Dice) {
        self.drive(Event::SignedIn, server, dice);
        self.drive(Event::Online, server, dice);
    }

    pub fn go_offline(&mut self, server: &mut Server, dice: &mut Dice) {
        self.drive(Event::Offline, server, dice);
    }

    pub fn crash(&mut self) {
        let saved = Saved {
            cursor: self.cursor,
            known: self.known.values().cloned().collect(),
            waiting: self.waiting.values().cloned().collect(),
        };
        self.machine = Machine::restore(ME, saved);
        self.late.clear();
    }

    /// One of the answers on their way arrives.
    pub fn late_answer(&mut self, server: &mut Server, dice: &mut Dice) {
        if !self.late.is_empty() {
            let event = self.late.swap_remove(dice.below(self.late.len()));
            self.drive(event, server, dice);
        }
    }

    pub fn is_waiting_for_answers(&self) -> bool {
        !self.late.is_empty()
    }

    fn drive(&mut self, event: Event, server: &mut Server, dice: &mut Dice) {
        let mut events = VecDeque::from([event]);
        while let Some(event) = events.pop_front() {
            for action in self.machine.on_event(event) {
                if dice.bad_luck(40) {
                    return self.crash();
                }
                match action {
                    Action::Save(rows) => rows.into_iter().for_each(|row| self.save(row)),
                    Action::Push(push) => {
                        self.assert_durable(&push);
                        self.answer(send(push, server, dice), &mut events, dice);
                    }
                    Action::Pull { .. } if dice.bad_luck(4) => {
                        events.push_back(Event::PullFailed(Trouble::Network));
                    }
                    Action::Pull { after } => {
                        let page = Event::Pulled(server.page(after, 2));
                        self.answer(page, &mut events, dice);
                    }
                    Action::Resolve { current, mine, .. } => {
                        let mut words = words_of(&current.state).unwrap_or_default();
                        if let Change::Put { content, .. } = &mine.change {
                            words.extend(serde_json::from_slice::<BTreeSet<String>>(&content.0).unwrap());
                        }
                        let merged = Operation {
                            op: OpId::from_random(dice.bytes16()),
                            record: current.record,
                            base: current.rev,
                            change: put(&words, self.machine.base_for(current.record).epoch),
                        };
                        let resolved = Event::Resolved { mine: mine.op, operation: merged };
                        self.answer(resolved, &mut events, dice);
                    }
                    Action::Alarm(alarm) => self.alarms.push(alarm),
                    Action::Changed(item) => assert!(
                        !self.waiting.contains_key(&item.record),
                        "shown over words that wait: {item:?}"
                    ),
                    Action::WakeIn(_) => {}
                }
            }
        }
        self.assert_kept();
    }

    fn answer(&mut self, event: Event, events: &mut VecDeque<Event>, dice: &mut Dice) {
        if dice.bad_luck(4) {
            self.late.push(event);
        } else {
            events.push_back(event);
        }
    }

    /// What is sent must be known as sent after a crash, or its retry would be another operation.
    fn assert_durable(&self, push: &Push) {
        for operation in &push.operations {
            let sent = self.waiting.get(&operation.record).and_then(|waiting| waiting.sent.as_ref());
            assert_eq!(sent.map(|sent| sent.op), Some(operation.op), "sent before it was kept as sent");
        }
    }

    /// What is in memory is what a crash would leave.
    fn assert_kept(&self) {
        for number in 0..crate::RECORDS {
            let record = RecordId::from_random([number; 16]);
            assert_eq!(self.known.get(&record), self.machine.known(record), "confirmed, but not kept");
            assert_eq!(self.waiting.contains_key(&record), self.machine.is_pending(record), "waits unkept");
        }
    }

    fn save(&mut self, row: Row) {
        match row {
            Row::Cursor(seq) => self.cursor = seq,
            Row::Known(item) => drop(self.known.insert(item.record, item)),
            Row::Waiting(waiting) => drop(self.waiting.insert(waiting.record, waiting)),
            Row::Settled(record) => drop(self.waiting.remove(&record)),
        }
    }

    fn words(&self, record: RecordId) -> Option<BTreeSet<String>> {
        if let Some(newest) = self.waiting.get(&record).and_then(Waiting::newest) {
            return match &newest.change {
                Change::Put { content, .. } => Some(serde_json::from_slice(&content.0).unwrap()),
                Change::Delete => None,
            };
        }
        self.known.get(&record).and_then(|item| words_of(&item.state))
    }

    fn operation(&self, record: RecordId, change: Change, dice: &mut Dice) -> Operation {
        let base = self.machine.base_for(record).rev;
        Operation { op: OpId::from_random(dice.bytes16()), record, base, change }
    }
}

/// The network: loses requests, loses answers, repeats, and delivers long after the device gave up.
fn send(push: Push, server: &mut Server, dice: &mut Dice) -> Event {
    if dice.bad_luck(6) {
        return Event::PushFailed(Trouble::Network);
    }
    if dice.bad_luck(6) {
        server.arrives_later(push);
        return Event::PushFailed(Trouble::Network);
    }
    let pushed = server.push(&push);
    if dice.bad_luck(6) {
        return Event::PushFailed(Trouble::Network);
    }
    if dice.bad_luck(8) {
        return Event::Answered(server.push(&push));
    }
    Event::Answered(pushed)
}

fn put(words: &BTreeSet<String>, epoch: wire::ids::Epoch) -> Change {
    Change::Put {
        epoch,
        content: Sealed(serde_json::to_vec(words).unwrap()),
        own_wrap: Wrap(Vec::new()),
        grants: Vec::new(),
        urgent: false,
    }
}
