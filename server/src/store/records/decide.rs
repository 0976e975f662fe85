//! What becomes of one operation.

use wire::{
    ids::{AccountId, Rev},
    limits,
    problem::Code,
    sync::{Change, Granted, Operation, Outcome},
};

use super::{apply::Step, before::Before};

/// What becomes of it.
pub enum Decision {
    /// Nothing is written.
    Answer(Outcome),
    /// Nothing is written, and the author is told what is there.
    Conflict,
    /// Whether somebody could read it, and who loses access.
    Write {
        /// Whether somebody could read it.
        had: bool,
        /// Who loses access.
        lost: Vec<AccountId>,
    },
}

/// Farthest revision from which an author may go on who has seen more than the server has.
const FARTHEST: Rev = Rev(u32::MAX / 2);

const fn refused(code: Code) -> Decision {
    Decision::Answer(Outcome::Refused { code })
}

/// By what was there before; nothing else in the same round changes that.
pub fn decide(before: &Before, step: &Step<'_>) -> Decision {
    let Step { author, operation, .. } = *step;
    if let Some(outcome) = before.answered(author, operation.op) {
        return Decision::Answer(outcome.clone());
    }
    if let Change::Put { content, grants, .. } = &operation.change {
        if content.0.len() > limits::RECORD_BYTES {
            return refused(Code::TooLarge);
        }
        if grants.len() > limits::RECIPIENTS || has_twice(grants) {
            return refused(Code::Malformed);
        }
        if !grants.iter().all(|granted| before.paired(author, granted.recipient)) {
            return refused(Code::NotPaired);
        }
    }
    let there = match operation.over {
        // Revisions only grow, and stay countable.
        Some(over) if over >= operation.base || operation.base > FARTHEST => return refused(Code::Malformed),
        Some(over) => over,
        None => operation.base,
    };
    let Some(known) = before.record(operation.record) else {
        let fits = there == Rev(0) && operation.change != Change::Delete;
        let new = Decision::Write { had: false, lost: Vec::new() };
        return if fits { new } else { refused(Code::NotFound) };
    };
    if known.owner != author {
        return refused(Code::NotFound);
    }
    if known.rev != there {
        return Decision::Conflict;
    }
    let had = before.readers(operation.record);
    let lost: Vec<_> = had.iter().copied().filter(|account| !granted_to(operation, *account)).collect();
    if let Change::Put { epoch: asked, .. } = &operation.change {
        let least = if lost.is_empty() { known.epoch } else { known.epoch.next() };
        if *asked < least {
            return refused(Code::EpochStale);
        }
    }
    Decision::Write { had: !had.is_empty(), lost }
}

fn granted_to(operation: &Operation, account: AccountId) -> bool {
    matches!(&operation.change, Change::Put { grants, .. } if grants.iter().any(|granted| granted.recipient == account))
}

fn has_twice(grants: &[Granted]) -> bool {
    grants
        .iter()
        .enumerate()
        .any(|(index, one)| grants[..index].iter().any(|other| other.recipient == one.recipient))
}
