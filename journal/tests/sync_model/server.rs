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
    seq: i64,
    items: BTreeMap<RecordId, Item>,
    done: BTreeMap<OpId, (Rev, Seq)>,
    late: Vec<Push>,
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

    pub fn page(&self, after: Seq, limit: usize) -> Page {
        let mut items: Vec<_> = self.items.values().filter(|item| item.seq > after).cloned().collect();
        items.sort_by_key(|item| item.seq);
        let more = items.len() > limit;
        items.truncate(limit);
        let next = items.last().map_or(after, |item| item.seq);
        Page { items, next, more }
    }

    pub fn shown(&self) -> BTreeMap<RecordId, Words> {
        self.items
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
        let written = DateTime::UNIX_EPOCH;
        if let Some((rev, seq)) = self.done.get(&operation.op) {
            return Outcome::Applied { rev: *rev, seq: *seq, written };
        }
        if !self.all_paired && operation.op.0.as_bytes()[0] < 6 && operation.change != Change::Delete {
            return Outcome::Refused { code: Code::NotPaired };
        }
        match self.items.get(&operation.record) {
            None if operation.base != Rev(0) || operation.change == Change::Delete => {
                return Outcome::Refused { code: Code::NotFound };
            }
            Some(current) if current.rev != operation.base => {
                return Outcome::Conflict { current: current.clone() };
            }
            _ => {}
        }
        self.seq += 1;
        let (rev, seq) = (operation.base.next(), Seq(self.seq));
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
        self.items.insert(operation.record, Item { seq, record: operation.record, owner: ME, rev, state });
        self.done.insert(operation.op, (rev, seq));
        Outcome::Applied { rev, seq, written }
    }
}
