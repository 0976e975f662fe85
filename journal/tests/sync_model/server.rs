//! An honest server in a few lines: idempotent by operation, refuses a wrong base, one feed.

use std::collections::{BTreeMap, BTreeSet};

use chrono::DateTime;
use wire::{
    ids::{AccountId, OpId, RecordId, Rev, Seq},
    problem::Code,
    sync::{Answer, Change, Item, Key, Operation, Outcome, Page, Push, Pushed, State},
};

use crate::words::{Words, content_of, read};

#[derive(Default)]
pub struct Server {
    /// Every operation finds its recipients by now; until then some are refused.
    pub all_paired: bool,
    /// Moments do not come back.
    written: i64,
    eras: i64,
    left_era: bool,
    backup: Backup,
    state: Backup,
    late: Vec<Push>,
}

/// What is put back from a backup.
#[derive(Clone, Default)]
struct Backup {
    seq: i64,
    items: BTreeMap<RecordId, Item>,
    done: BTreeMap<OpId, (Rev, Seq)>,
}

pub const ME: AccountId = AccountId(uuid::Uuid::from_u128(1));

impl Server {
    pub fn push(&mut self, push: &Push) -> Pushed {
        let answers = push
            .operations
            .iter()
            .map(|operation| Answer { op: operation.op, outcome: self.apply(operation) });
        Pushed { answers: answers.collect() }
    }

    pub fn arrives_later(&mut self, push: Push) {
        self.late.push(push);
    }

    pub fn deliver_late(&mut self) {
        for push in std::mem::take(&mut self.late) {
            self.push(&push);
        }
    }

    pub fn back_up(&mut self) {
        self.backup = self.state.clone();
    }

    /// As from a disk that died: what came since the backup is gone, and the server is started anew.
    pub fn put_back(&mut self) {
        self.state = self.backup.clone();
        self.left_era = false;
        self.late.clear();
    }

    pub fn page(&mut self, after: Seq, seen: Seq, limit: usize) -> Page {
        let mut items: Vec<_> = self.state.items.values().filter(|item| item.seq > after).cloned().collect();
        items.sort_by_key(|item| item.seq);
        let more = items.len() > limit;
        items.truncate(limit);
        let mut next = items.last().map_or(after, |item| item.seq);
        let end = Seq(self.state.seq);
        if items.is_empty() && seen.max(after) <= end && end.era() > after.era() {
            next = Seq::end_before(end.era());
        }
        if (items.is_empty() || next < seen) && seen.max(after) > Seq(self.state.seq) {
            if !std::mem::replace(&mut self.left_era, true) {
                self.eras += 1;
                self.state.seq = self.state.seq.max(self.eras << 32);
                next = Seq(self.state.seq);
            } else if after > Seq(self.state.seq) {
                next = Seq(self.state.seq);
            }
        }
        Page { items, next, more }
    }

    pub fn shown(&self) -> BTreeMap<RecordId, Words> {
        self.state
            .items
            .values()
            .filter_map(|item| content_of(&item.state).map(|content| (item.record, read(content))))
            .collect()
    }

    pub fn words(&self) -> BTreeSet<(RecordId, String)> {
        self.shown()
            .into_iter()
            .flat_map(|(record, words)| words.into_iter().map(move |word| (record, word)))
            .collect()
    }

    fn apply(&mut self, operation: &Operation) -> Outcome {
        self.written += 1;
        let written = DateTime::from_timestamp_micros(self.written).unwrap();
        if let Some((rev, seq)) = self.state.done.get(&operation.op) {
            return Outcome::Applied { rev: *rev, seq: *seq, written };
        }
        if !self.all_paired && operation.op.0.as_bytes()[0] < 6 && operation.change != Change::Delete {
            return Outcome::Refused { code: Code::NotPaired };
        }
        let there = operation.over.unwrap_or(operation.base);
        match self.state.items.get(&operation.record) {
            None if there != Rev(0) || operation.change == Change::Delete => {
                return Outcome::Refused { code: Code::NotFound };
            }
            Some(current) if current.rev != there => {
                return Outcome::Conflict { current: current.clone() };
            }
            _ => {}
        }
        self.state.seq += 1;
        let (rev, seq) = (operation.base.next(), Seq(self.state.seq));
        let state = match &operation.change {
            Change::Put { epoch, content, own_wrap, .. } => State::Present {
                epoch: *epoch,
                content: content.clone(),
                key: Key::Own { wrap: own_wrap.clone(), recipients: Vec::new() },
                urgent: false,
                written,
            },
            Change::Delete => State::Gone,
        };
        self.state
            .items
            .insert(operation.record, Item { seq, record: operation.record, owner: ME, rev, state });
        self.state.done.insert(operation.op, (rev, seq));
        Outcome::Applied { rev, seq, written }
    }
}
