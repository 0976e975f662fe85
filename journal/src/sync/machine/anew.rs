//! A server that was put back to an older state. Its feed is read from the beginning again and held against what was
//! confirmed before: what it lost of ours is handed in again, under the next revision, so that readers never meet the
//! same one with other words.

use std::collections::{BTreeMap, BTreeSet};

use wire::{
    ids::{RecordId, Rev, Seq},
    sync::{Item, Operation, Page, State},
};

use super::Machine;
use crate::sync::{
    event::{Action, Alarm, Row},
    outbox::{Hold, Waiting},
};

/// How far the reading is.
#[derive(Debug, Default)]
pub(super) struct Anew {
    place: Seq,
    /// Where the server said that it ends; what is behind that was written while it is read.
    end: Seq,
    /// Whether the page that is on its way was asked for by it.
    asked: bool,
    seen: BTreeSet<RecordId>,
    /// The farthest place of each era that the server still has: what was confirmed up to there is not lost.
    kept: BTreeMap<i64, Seq>,
    /// Whether something of somebody else's was newer here.
    went_back: bool,
}

impl Anew {
    /// Where to read on, as somebody who has seen nothing beyond.
    pub(super) const fn ask(&mut self) -> (Seq, Seq) {
        self.asked = true;
        (self.place, self.place)
    }
}

/// What the server has of a record in the place of what was confirmed.
#[derive(Clone, Debug)]
pub(super) struct Lost {
    /// Its revision; 0 for nothing.
    pub rev: Rev,
    /// What another device wrote that did not know of ours.
    pub theirs: Option<Item>,
}

impl Lost {
    /// Says that this operation goes over the older state.
    pub(super) fn stamp(&self, operation: &mut Operation) {
        operation.over = (self.rev < operation.base).then_some(self.rev);
    }
}

/// What to make of a state that the server has of something that is known here.
enum Verdict {
    /// It went on from ours.
    News,
    /// It is from before ours.
    Ours,
    /// It went on from something older than ours.
    Both,
}

impl Machine {
    /// Whether this page shows that the server was put back.
    pub(super) fn went_back(&self, page: &Page) -> bool {
        page.next < self.cursor || (page.next.era() != self.cursor.era() && !self.first_read)
    }

    /// An answer named a place in the feed.
    pub(super) fn told_of(&mut self, seq: Seq) {
        self.farthest = self.farthest.max(seq);
        self.first_read = false;
    }

    pub(super) fn begin_anew(&mut self, end: Seq, actions: &mut Vec<Action>) {
        if self.anew.is_none() {
            self.anew = Some(Anew { end, ..Anew::default() });
            self.lost.clear();
            self.owed.clear();
            self.read_to_the_end = false;
        }
        self.go_on_anew(actions);
    }

    pub(super) fn go_on_anew(&mut self, actions: &mut Vec<Action>) {
        if self.anew.is_some() && !self.pulling {
            self.pull(actions);
        }
    }

    /// Whether what the server has of this record is being set right.
    pub(super) fn is_lost(&self, record: RecordId) -> bool {
        self.lost.contains_key(&record) || self.outbox.get(&record).is_some_and(Waiting::goes_over)
    }

    /// Something newer than the older state that the server was put back to. What waits meets it when it is sent, and is
    /// merged then.
    pub(super) fn met_while_lost(&mut self, item: Item) -> Option<Row> {
        let record = item.record;
        if self.owed.contains(&record) {
            self.lost.insert(record, Lost { rev: item.rev, theirs: Some(item) });
            return None;
        }
        let is_asked_about = matches!(self.holds.get(&record), Some(Hold::Conflict(_)));
        if is_asked_about || self.known.get(&record).is_some_and(|known| known.rev >= item.rev) {
            return None;
        }
        self.known.insert(record, item.clone());
        Some(Row::Known(item))
    }

    pub(super) fn read_anew(&mut self, page: Page, mut anew: Anew, actions: &mut Vec<Action>) {
        if !anew.asked {
            self.anew = Some(anew);
            self.pull(actions);
            return;
        }
        let (mut rows, mut shown) = (Vec::new(), Vec::new());
        for item in page.items {
            anew.seen.insert(item.record);
            anew.kept.insert(item.seq.era(), item.seq);
            match self.known.get(&item.record).map(|known| self.verdict(known, &item, &anew.kept)) {
                None | Some(Verdict::News) => self.learn(item, &mut rows, &mut shown),
                Some(_) if item.owner != self.me => {
                    // Its author has it and hands it in again; until then it stays readable.
                    anew.went_back = true;
                    rows.extend(self.moved_to(item.record, item.seq));
                }
                Some(Verdict::Ours) => {
                    self.lost.insert(item.record, Lost { rev: item.rev, theirs: None });
                }
                Some(Verdict::Both) => {
                    self.lost.insert(item.record, Lost { rev: item.rev, theirs: Some(item) });
                }
            }
        }
        anew.place = page.next;
        if page.more {
            if !rows.is_empty() {
                actions.push(Action::Save(rows));
            }
            actions.append(&mut shown);
            self.anew = Some(anew);
            self.pull(actions);
            return;
        }
        anew.place = anew.place.max(anew.end);
        self.end_anew(&anew, rows, shown, actions);
    }

    fn end_anew(
        &mut self,
        anew: &Anew,
        mut rows: Vec<Row>,
        mut shown: Vec<Action>,
        actions: &mut Vec<Action>,
    ) {
        let unseen: Vec<_> =
            self.known.values().filter(|known| !anew.seen.contains(&known.record)).cloned().collect();
        let mut went_back = anew.went_back;
        for known in unseen {
            let is_there = known.state != State::Gone;
            went_back |= is_there;
            let counts = is_there || self.outbox.contains_key(&known.record);
            if counts && known.owner == self.me {
                self.lost.insert(known.record, Lost { rev: Rev(0), theirs: None });
            } else if known.owner == self.me {
                // Another device may not have heard of the deletion, and then hands it in.
                let forgotten = Item { rev: Rev(0), ..known };
                rows.push(Row::Known(forgotten.clone()));
                self.known.insert(forgotten.record, forgotten);
            } else if known.seq > anew.place {
                rows.extend(self.moved_to(known.record, anew.place));
            }
        }
        for (record, hold) in &mut self.holds {
            if let Hold::Conflict(asked) = hold {
                asked.stale |= self.lost.contains_key(record);
            }
        }
        let lost = &self.lost;
        self.holds.retain(|record, hold| match hold {
            Hold::Anew => false,
            Hold::Refused | Hold::Suspect => !lost.contains_key(record),
            Hold::Conflict(_) => true,
        });
        let (mut both, mut asked) = (Vec::new(), Vec::new());
        for (record, lost) in &self.lost {
            if let Some(waiting) = self.outbox.get_mut(record) {
                waiting.base = None;
                let known = self.known.get(record).map(|known| known.rev);
                if lost.theirs.is_some() || waiting.first().is_some_and(|first| Some(first.base) < known) {
                    // Where a merge is open already, it is asked about again when that is answered.
                    both.extend((!self.holds.contains_key(record)).then_some(*record));
                } else if let Some(first) = waiting.first() {
                    lost.stamp(first);
                }
                rows.push(Row::Waiting(waiting.clone()));
            } else if let Some(mine) = self.known.get(record).cloned() {
                self.owed.insert(*record);
                asked.push(Action::Restore { mine, theirs: lost.theirs.clone(), over: lost.rev });
            }
        }
        went_back |= !self.lost.is_empty();
        self.cursor = anew.place;
        self.farthest = anew.place;
        self.has_read_anew = true;
        self.read_to_the_end = true;
        self.first_read = false;
        actions.push(Action::Save(rows));
        actions.append(&mut shown);
        if went_back {
            actions.push(Action::Alarm(Alarm::FeedWentBack));
        }
        for record in both {
            self.resolve(record, Vec::new(), actions);
        }
        actions.append(&mut asked);
        self.keep_place_unless_owed(actions);
        self.push(actions);
        if std::mem::take(&mut self.pull_again) {
            self.pull(actions);
        }
    }

    /// Where the server has an operation of ours to be sealed. Newer words of the person have taken its place by
    /// themselves; newer ones of another device are asked about again.
    pub(super) fn restored(
        &mut self,
        record: RecordId,
        over: Rev,
        operation: Option<Operation>,
        actions: &mut Vec<Action>,
    ) {
        if !self.owed.contains(&record) {
            return;
        }
        let lost = self.lost.get(&record);
        if let Some(lost) = lost.filter(|lost| lost.rev != over) {
            if let Some(mine) = self.known.get(&record).cloned() {
                actions.push(Action::Restore { mine, theirs: lost.theirs.clone(), over: lost.rev });
            }
            return;
        }
        self.owed.remove(&record);
        match operation {
            Some(operation) => self.queue(operation, actions),
            None => drop(self.lost.remove(&record)),
        }
        self.keep_place_unless_owed(actions);
        self.push(actions);
    }

    pub(super) fn keep_place_unless_owed(&self, actions: &mut Vec<Action>) {
        if !self.owes() {
            actions.push(Action::Save(vec![Row::Cursor(self.cursor)]));
        }
    }

    /// Whether a crash now would have to read anew again.
    pub(super) fn owes(&self) -> bool {
        let is_merged = |record| matches!(self.holds.get(record), Some(Hold::Conflict(_)));
        !self.owed.is_empty() || self.lost.keys().any(is_merged)
    }

    fn verdict(&self, known: &Item, item: &Item, kept: &BTreeMap<i64, Seq>) -> Verdict {
        // Written since the server was put back, and so perhaps by a device that did not know of ours.
        let is_since = item.seq.era() > known.seq.era();
        let is_further = item.rev > known.rev;
        // The feed is in order: of an era before, all was seen by now.
        let is_kept = is_since && kept.get(&known.seq.era()).is_some_and(|kept| known.seq <= *kept);
        if item.owner != self.me {
            return if item.rev >= known.rev && self.suspicion(item).is_none() {
                Verdict::News
            } else {
                Verdict::Ours
            };
        }
        match (&known.state, &item.state) {
            _ if item.rev == known.rev && item.state == known.state => Verdict::News,
            _ if is_further && is_kept => Verdict::News,
            // What waits was not made from it, whatever its revision says.
            _ if is_since && self.outbox.contains_key(&item.record) => Verdict::Both,
            _ if is_further && !is_since => Verdict::News,
            (State::Gone, State::Gone) => Verdict::News,
            (State::Gone, State::Present { .. }) if is_further || is_since => Verdict::News,
            (State::Present { written: ours, .. }, State::Present { written: theirs, .. })
                if theirs > ours =>
            {
                Verdict::Both
            }
            _ => Verdict::Ours,
        }
    }

    /// Keeps a state whose place in the feed is not what it was.
    fn moved_to(&mut self, record: RecordId, seq: Seq) -> Option<Row> {
        let known = self.known.get_mut(&record)?;
        known.seq = seq;
        Some(Row::Known(known.clone()))
    }
}
