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
    pub alarms: Vec<Alarm>,
}

impl Device {
    pub fn new(_: usize) -> Self {
        let machine = Machine::restore(ME, Saved::default());
        Self { cursor: Seq(0), known: BTreeMap::new(), waiting: BTreeMap::new(), machine, alarms: Vec::new() }
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
                    Action::Push(push) => events.push_back(send(push, server, dice)),
                    Action::Pull { .. } if dice.bad_luck(4) => {
                        events.push_back(Event::PullFailed(Trouble::Network));
                    }
                    Action::Pull { after } => events.push_back(Event::Pulled(server.page(after, 2))),
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
                        events.push_back(Event::Resolved(merged));
                    }
                    Action::Alarm(alarm) => self.alarms.push(alarm),
                    Action::Changed(_) | Action::WakeIn(_) => {}
                }
            }
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
