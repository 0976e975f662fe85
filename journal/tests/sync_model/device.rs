//! A device: what is durable, what is in memory, and a driver that can die between any two actions.

use std::collections::{BTreeMap, VecDeque};

use journal::sync::{Action, Alarm, Event, Machine, Row, Saved, Trouble, Waiting};
use wire::{
    ids::{OpId, RecordId, Rev, Seq},
    problem::Code,
    sealed::Sealed,
    sync::{Change, Item, Operation, Push},
};

use crate::{
    dice::Dice,
    server::{ME, Server},
    words::{Words, content_after, content_of, merge, put, read},
};

/// Whose doing a change of what waits is.
#[derive(Clone, Copy)]
enum Cause {
    Person,
    /// Of the newest words with this operation id.
    Merge(OpId),
    /// Nothing waited, and what the server lost waits again.
    Restore,
    Other,
}

pub struct Device {
    cursor: Seq,
    known: BTreeMap<RecordId, Item>,
    waiting: BTreeMap<RecordId, Waiting>,
    machine: Machine,
    /// What the person has before them; told by `Changed`, by their own hand, and by what is kept as waiting.
    screen: BTreeMap<RecordId, Sealed>,
    /// Answers on their way: they arrive when they like, or never, when the device dies first.
    late: Vec<Event>,
    /// Merges that this run of the machine asked for and was not told.
    open: BTreeMap<RecordId, (OpId, Rev)>,
    pub alarms: Vec<Alarm>,
    /// That the server was put back.
    pub noticed: bool,
    /// Something is held until the app starts anew.
    pub was_refused: bool,
}

impl Device {
    pub fn new(_: usize) -> Self {
        let machine = Machine::restore(ME, Saved::default());
        Self {
            cursor: Seq(0),
            known: BTreeMap::new(),
            waiting: BTreeMap::new(),
            machine,
            screen: BTreeMap::new(),
            late: Vec::new(),
            open: BTreeMap::new(),
            alarms: Vec::new(),
            noticed: false,
            was_refused: false,
        }
    }

    pub fn pending(&self) -> usize {
        self.machine.pending()
    }

    /// What a person sees.
    pub fn shown(&self) -> BTreeMap<RecordId, Words> {
        self.screen.iter().map(|(record, content)| (*record, read(content))).collect()
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
    pub fn delete(&mut self, record: RecordId, server: &mut Server, dice: &mut Dice) -> Words {
        let Some(words) = self.words(record) else { return Words::new() };
        let operation = self.operation(record, Change::Delete, dice);
        self.screen.remove(&record);
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

    /// The server was stopped: what was on its way will not come.
    pub fn is_cut_off(&mut self, server: &mut Server, dice: &mut Dice) {
        for event in &mut self.late {
            match event {
                Event::Pulled(_) => *event = Event::PullFailed(Trouble::Network),
                Event::Answered(_) => *event = Event::PushFailed(Trouble::Network),
                _ => {}
            }
        }
        self.go_offline(server, dice);
    }

    /// It calls a server that was put back, before anybody else has written there.
    pub fn calls(&self, server: &mut Server) {
        let known = self.known.values().map(|item| item.seq);
        let farthest = known.fold(self.cursor, Ord::max);
        server.page(self.cursor, farthest, 1);
    }

    pub fn crash(&mut self) {
        let saved = Saved {
            cursor: self.cursor,
            known: self.known.values().cloned().collect(),
            waiting: self.waiting.values().cloned().collect(),
        };
        self.machine = Machine::restore(ME, saved);
        self.screen = crate::records()
            .filter_map(|record| self.content(record).map(|content| (record, content.clone())))
            .collect();
        // Who merges may be somebody else than who died, and does not know.
        self.late.retain(|event| matches!(event, Event::Resolved { .. } | Event::Restored { .. }));
        self.open.clear();
        self.was_refused = false;
    }

    /// One of the answers on their way arrives.
    pub fn late_answer(&mut self, server: &mut Server, dice: &mut Dice) {
        if !self.late.is_empty() {
            let event = self.late.swap_remove(dice.below(self.late.len()));
            if matches!(event, Event::Resolved { .. }) && dice.bad_luck(2) {
                self.late.push(event.clone());
            }
            self.drive(event, server, dice);
        }
    }

    pub fn is_waiting_for_answers(&self) -> bool {
        !self.late.is_empty()
    }

    fn drive(&mut self, event: Event, server: &mut Server, dice: &mut Dice) {
        let mut events = VecDeque::from([event]);
        while let Some(event) = events.pop_front() {
            let cause = self.cause(&event);
            for action in self.machine.on_event(event) {
                if dice.bad_luck(40) {
                    return self.crash();
                }
                match action {
                    Action::Save(rows) => rows.into_iter().for_each(|row| self.save(row, cause)),
                    Action::Push(push) => {
                        self.assert_kept_as_sent(&push);
                        self.answer(send(push, server, dice), &mut events, dice);
                    }
                    Action::Pull { .. } if dice.bad_luck(4) => {
                        events.push_back(Event::PullFailed(Trouble::Network));
                    }
                    Action::Pull { after, seen, .. } => {
                        let page = Event::Pulled(server.page(after, seen, 2));
                        self.answer(page, &mut events, dice);
                    }
                    Action::Restore { mine, theirs, over } => {
                        let operation = self.restore(&mine, theirs.as_ref(), dice);
                        let event = Event::Restored { record: mine.record, over, operation: Some(operation) };
                        self.answer(event, &mut events, dice);
                    }
                    Action::Resolve { current, mine, base, upon } => {
                        let before = self.open.insert(current.record, (mine.op, upon));
                        assert_eq!(before, None, "two merges of one record are open");
                        let words = merge(base.as_ref(), &mine.change, &current);
                        let operation = Operation {
                            op: OpId::from_random(dice.bytes16()),
                            record: current.record,
                            base: upon,
                            over: None,
                            change: put(&words, self.machine.base_for(current.record).epoch),
                        };
                        self.answer(Event::Resolved { mine: mine.op, operation }, &mut events, dice);
                    }
                    Action::Alarm(Alarm::Refused(_, Code::NotPaired)) => self.was_refused = true,
                    Action::Alarm(Alarm::FeedWentBack) => self.noticed = true,
                    Action::Alarm(alarm) => self.alarms.push(alarm),
                    Action::Changed(item) => {
                        let covered = self.waiting.contains_key(&item.record);
                        assert!(!covered, "shown over words that wait: {item:?}");
                        self.show(item.record, content_of(&item.state));
                    }
                    Action::WakeIn(_) => {}
                }
            }
            self.assert_as_after_a_crash();
        }
    }

    /// Whose doing what follows will be. The answer to an open merge closes it.
    fn cause(&mut self, event: &Event) -> Cause {
        match event {
            Event::Queued(_) => Cause::Person,
            Event::Restored { .. } => Cause::Restore,
            Event::Resolved { mine, operation } => {
                if self.open.get(&operation.record) == Some(&(*mine, operation.base)) {
                    self.open.remove(&operation.record);
                }
                Cause::Merge(*mine)
            }
            _ => Cause::Other,
        }
    }

    fn answer(&mut self, event: Event, events: &mut VecDeque<Event>, dice: &mut Dice) {
        // Merging takes longer than the network, and is where things went wrong.
        let is_sealed = matches!(event, Event::Resolved { .. } | Event::Restored { .. });
        let one_in = if is_sealed { 2 } else { 4 };
        if dice.bad_luck(one_in) {
            self.late.push(event);
        } else {
            events.push_back(event);
        }
    }

    /// A retry must be the same to the byte, also after a crash.
    fn assert_kept_as_sent(&self, push: &Push) {
        for operation in &push.operations {
            let sent = self.waiting.get(&operation.record).and_then(|waiting| waiting.sent.as_ref());
            assert_eq!(sent, Some(operation), "sent before it was kept as sent");
        }
    }

    /// A crash at rest changes nothing: neither what the machine knows nor what the person sees.
    fn assert_as_after_a_crash(&self) {
        for record in crate::records() {
            assert_eq!(self.known.get(&record), self.machine.known(record), "confirmed, but not kept");
            assert_eq!(self.waiting.contains_key(&record), self.machine.is_pending(record), "waits unkept");
            assert_eq!(self.screen.get(&record), self.content(record), "the screen shows something else");
        }
    }

    fn save(&mut self, row: Row, cause: Cause) {
        match row {
            Row::Cursor(seq) => self.cursor = seq,
            Row::Known(item) => drop(self.known.insert(item.record, item)),
            Row::Waiting(waiting) => {
                self.assert_replaceable(&waiting, cause);
                self.show(waiting.record, waiting.newest().and_then(|newest| content_after(&newest.change)));
                self.waiting.insert(waiting.record, waiting);
            }
            Row::Settled(record) => drop(self.waiting.remove(&record)),
        }
    }

    /// The newest words give way to the person, or to a merge that was made of them, and to nothing else.
    fn assert_replaceable(&self, by: &Waiting, cause: Cause) {
        let before = self.waiting.get(&by.record).and_then(Waiting::newest).map(|newest| newest.op);
        let allowed = match cause {
            Cause::Person => true,
            Cause::Merge(mine) => before == Some(mine),
            Cause::Restore => before.is_none(),
            Cause::Other => false,
        };
        let unchanged = before == by.newest().map(|newest| newest.op);
        assert!(unchanged || allowed, "newest words replaced: {by:?}");
    }

    fn show(&mut self, record: RecordId, content: Option<&Sealed>) {
        match content {
            Some(content) => drop(self.screen.insert(record, content.clone())),
            None => drop(self.screen.remove(&record)),
        }
    }

    fn words(&self, record: RecordId) -> Option<Words> {
        self.content(record).map(read)
    }

    /// From what is kept alone.
    fn content(&self, record: RecordId) -> Option<&Sealed> {
        match self.waiting.get(&record).and_then(Waiting::newest) {
            Some(newest) => content_after(&newest.change),
            None => self.known.get(&record).and_then(|item| content_of(&item.state)),
        }
    }

    fn restore(&self, mine: &Item, theirs: Option<&Item>, dice: &mut Dice) -> Operation {
        let base = self.machine.base_for(mine.record);
        let rev = theirs.map_or(base.rev, |theirs| base.rev.max(theirs.rev));
        let change = content_of(&mine.state).map_or(Change::Delete, |content| {
            let theirs = theirs.and_then(|item| content_of(&item.state)).map(read).unwrap_or_default();
            put(&read(content).union(&theirs).cloned().collect(), base.epoch)
        });
        Operation { base: rev, ..self.operation(mine.record, change, dice) }
    }

    fn operation(&self, record: RecordId, change: Change, dice: &mut Dice) -> Operation {
        let base = self.machine.base_for(record).rev;
        Operation { op: OpId::from_random(dice.bytes16()), record, base, over: None, change }
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
