//! An honest server in a few lines: idempotent by operation, refuses a wrong base, one feed.

use std::collections::{BTreeMap, BTreeSet};

use chrono::DateTime;
use wire::{
    ids::{AccountId, OpId, RecordId, Rev, Seq},
    sync::{Answer, Change, Item, Key, Operation, Outcome, Page, Push, Pushed, State},
};

#[derive(Default)]
pub struct Server {
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

    pub fn shown(&self) -> BTreeMap<RecordId, BTreeSet<String>> {
        self.items
            .values()
            .filter_map(|item| words_of(&item.state).map(|words| (item.record, words)))
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
        let current = self.items.get(&operation.record);
        if let Some(current) = current.filter(|current| current.rev != operation.base) {
            return Outcome::Conflict { current: current.clone() };
        }
        assert!(current.is_some() || operation.base == Rev(0), "made from a revision that never was");
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

/// The model's content is a set of words in the clear.
pub fn words_of(state: &State) -> Option<BTreeSet<String>> {
    match state {
        State::Present { content, .. } => Some(serde_json::from_slice(&content.0).unwrap()),
        State::Gone => None,
    }
}
