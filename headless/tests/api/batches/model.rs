//! The rules of a push in memory, as the documents tell them.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, SubsecRound, Utc};
use proptest::prelude::*;
use wire::{
    ids::{AccountId, Epoch, OpId, RecordId, Rev, Seq},
    problem::Code,
    sealed::{Grant, Sealed, Wrap},
    sync::{Answer, Change, Granted, Item, Key, Operation, Outcome, State},
};

/// A therapist, two clients, and somebody whom nobody knows.
pub const ACCOUNTS: usize = 4;

/// An operation, as far as it can be told before its turn.
#[derive(Clone, Debug)]
pub struct Plan {
    record: u8,
    /// Few enough to come again, by its author and by others.
    op: u8,
    base: Base,
    /// How much over the record's epoch; one under it for -1.
    epoch: i64,
    /// One bit an account; the fifth says the first once more.
    grants: u8,
    urgent: bool,
    delete: bool,
}

#[derive(Clone, Copy, Debug)]
enum Base {
    Current,
    Zero,
    Ahead,
}

pub fn plan() -> impl Strategy<Value = Plan> {
    let base = prop_oneof![8 => Just(Base::Current), 2 => Just(Base::Zero), 1 => Just(Base::Ahead)];
    let epoch = prop_oneof![3 => Just(1_i64), 2 => Just(0_i64), 1 => Just(-1_i64)];
    let grants = prop_oneof![3 => Just(0), 3 => Just(0b1), 3 => Just(0b10), 2 => Just(0b110), 1 => 0..32_u8];
    (0..12_u8, 0..120_u8, base, epoch, grants, any::<bool>(), prop::bool::weighted(0.12)).prop_map(
        |(record, op, base, epoch, grants, urgent, delete)| Plan {
            record,
            op,
            base,
            epoch,
            grants,
            urgent,
            delete,
        },
    )
}

/// What is sent, and what must come of it.
pub struct Step {
    pub operation: Operation,
    pub answer: Answer,
    pub touched: BTreeSet<AccountId>,
    pub erased: bool,
}

#[derive(Clone)]
struct Record {
    owner: AccountId,
    rev: Rev,
    epoch: Epoch,
    /// Content, wrap, urgent and time; none once deleted.
    sealed: Option<(Sealed, Wrap, bool, DateTime<Utc>)>,
    grants: BTreeMap<AccountId, Grant>,
}

pub struct Model {
    case: u8,
    next: u8,
    answered: BTreeMap<(AccountId, OpId), Outcome>,
    records: BTreeMap<RecordId, Record>,
    seqs: BTreeMap<AccountId, Seq>,
    feeds: BTreeMap<(AccountId, RecordId), Seq>,
}

impl Model {
    pub const fn new(case: u8) -> Self {
        Self {
            case,
            next: 0,
            answered: BTreeMap::new(),
            records: BTreeMap::new(),
            seqs: BTreeMap::new(),
            feeds: BTreeMap::new(),
        }
    }

    pub fn account(&self, at: usize) -> AccountId {
        AccountId::from_random([
            self.case,
            1,
            u8::try_from(at).unwrap(),
            1,
            1,
            1,
            1,
            1,
            1,
            1,
            1,
            1,
            1,
            1,
            1,
            1,
        ])
    }

    /// What is there to read, and whose it is.
    pub fn live(&self) -> Vec<(AccountId, RecordId)> {
        let live = self.records.iter().filter(|(_, record)| record.sealed.is_some());
        live.map(|(id, record)| (record.owner, *id)).collect()
    }

    pub fn feed(&self, account: usize) -> Vec<Item> {
        let account = self.account(account);
        let mut items: Vec<_> = self
            .feeds
            .keys()
            .filter(|(whose, _)| *whose == account)
            .map(|(_, record)| self.item(account, *record))
            .collect();
        items.sort_by_key(|item| item.seq);
        items
    }

    pub fn apply(&mut self, author: usize, plan: &Plan, now: DateTime<Utc>) -> Step {
        let operation = self.operation(plan);
        let (touched, erased) = (BTreeSet::new(), false);
        let author = self.account(author);
        let Some(outcome) = self.refusal(author, &operation) else {
            return self.write(author, operation, now.trunc_subsecs(6));
        };
        Step { answer: Answer { op: operation.op, outcome }, operation, touched, erased }
    }

    fn operation(&mut self, plan: &Plan) -> Operation {
        self.next = self.next.wrapping_add(1);
        let record =
            RecordId::from_random([self.case, 2, plan.record, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2]);
        let (rev, epoch) = self.records.get(&record).map_or((0, 0), |known| (known.rev.0, known.epoch.0));
        let base = match plan.base {
            Base::Current => rev,
            Base::Zero => 0,
            Base::Ahead => rev + 1,
        };
        let to = [0, 1, 2, 3, 0].into_iter().enumerate().filter(|(bit, _)| plan.grants >> bit & 1 == 1);
        let change = if plan.delete {
            Change::Delete
        } else {
            Change::Put {
                epoch: Epoch(u32::try_from(i64::from(epoch) + plan.epoch).unwrap_or(0)),
                content: Sealed(vec![self.next; 40]),
                own_wrap: Wrap(vec![self.next; 8]),
                grants: to
                    .map(|(_, at)| Granted { recipient: self.account(at), grant: Grant(vec![self.next; 9]) })
                    .collect(),
                urgent: plan.urgent,
            }
        };
        let op = OpId::from_random([self.case, 3, plan.op, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3]);
        Operation { op, record, base: Rev(base), over: None, change }
    }

    fn knows(&self, one: AccountId, other: AccountId) -> bool {
        let [therapist, client, another] = [0, 1, 2].map(|at| self.account(at));
        [(therapist, client), (therapist, another)]
            .iter()
            .any(|pair| *pair == (one, other) || *pair == (other, one))
    }

    /// Why nothing is written, or what was answered before.
    fn refusal(&self, author: AccountId, operation: &Operation) -> Option<Outcome> {
        if let Some(outcome) = self.answered.get(&(author, operation.op)) {
            return Some(outcome.clone());
        }
        let refused = |code| Some(Outcome::Refused { code });
        let readers = readers(operation);
        if let Change::Put { grants, .. } = &operation.change {
            if readers.len() < grants.len() {
                return refused(Code::Malformed);
            }
            if !readers.iter().all(|reader| self.knows(author, *reader)) {
                return refused(Code::NotPaired);
            }
        }
        let Some(known) = self.records.get(&operation.record) else {
            let new = operation.base == Rev(0) && operation.change != Change::Delete;
            return if new { None } else { refused(Code::NotFound) };
        };
        if known.owner != author {
            return refused(Code::NotFound);
        }
        if known.rev != operation.base {
            return Some(Outcome::Conflict { current: self.item(author, operation.record) });
        }
        match operation.change {
            Change::Put { epoch, .. } => {
                let lost = known.grants.keys().any(|reader| !readers.contains(reader));
                if epoch.0 < known.epoch.0 + u32::from(lost) { refused(Code::EpochStale) } else { None }
            }
            Change::Delete => None,
        }
    }

    fn write(&mut self, author: AccountId, operation: Operation, now: DateTime<Utc>) -> Step {
        let before = self.records.get(&operation.record).cloned();
        let had: BTreeSet<_> = before.iter().flat_map(|known| known.grants.keys().copied()).collect();
        let readers = readers(&operation);
        let rev = Rev(operation.base.0 + 1);
        let record = match &operation.change {
            Change::Put { epoch, content, own_wrap, grants, urgent } => Record {
                owner: author,
                rev,
                epoch: *epoch,
                sealed: Some((content.clone(), own_wrap.clone(), *urgent, now)),
                grants: grants.iter().map(|granted| (granted.recipient, granted.grant.clone())).collect(),
            },
            Change::Delete => {
                Record { owner: author, rev, epoch: Epoch(0), sealed: None, grants: BTreeMap::new() }
            }
        };
        self.records.insert(operation.record, record);
        let mut touched: BTreeSet<_> = had.union(&readers).copied().collect();
        touched.insert(author);
        for account in &touched {
            let seq = self.seqs.entry(*account).or_default();
            *seq = seq.next();
            self.feeds.insert((*account, operation.record), *seq);
        }
        let outcome = Outcome::Applied { rev, seq: self.seqs[&author], written: now };
        self.answered.insert((author, operation.op), outcome.clone());
        let erased = !had.is_subset(&readers) || operation.change == Change::Delete;
        Step { answer: Answer { op: operation.op, outcome }, operation, touched, erased }
    }

    fn item(&self, account: AccountId, id: RecordId) -> Item {
        let record = &self.records[&id];
        let key = if record.owner == account {
            record.sealed.as_ref().map(|(_, wrap, ..)| Key::Own {
                wrap: wrap.clone(),
                recipients: record.grants.keys().copied().collect(),
            })
        } else {
            record.grants.get(&account).map(|grant| Key::Granted { grant: grant.clone() })
        };
        let state = match (key, record.sealed.clone()) {
            (Some(key), Some((content, _, urgent, written))) => {
                State::Present { epoch: record.epoch, content, key, urgent, written }
            }
            _ => State::Gone,
        };
        Item { seq: self.feeds[&(account, id)], record: id, owner: record.owner, rev: record.rev, state }
    }
}

fn readers(operation: &Operation) -> BTreeSet<AccountId> {
    match &operation.change {
        Change::Put { grants, .. } => grants.iter().map(|granted| granted.recipient).collect(),
        Change::Delete => BTreeSet::new(),
    }
}
