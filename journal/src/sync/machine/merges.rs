//! Two versions met: one question a record, and the one answer that counts.

use wire::{
    ids::{OpId, RecordId, Rev, Seq},
    sync::{Change, Item, Operation},
};

use super::{Machine, anew::Lost};
use crate::sync::{
    event::{Action, Alarm, Row},
    outbox::{Asked, Hold, Waiting},
};

impl Machine {
    pub(super) fn conflict(&mut self, record: RecordId, current: Item, actions: &mut Vec<Action>) {
        self.told_of(current.seq);
        let late = self.is_late(&current);
        let sent = self.outbox.get(&record).and_then(|waiting| waiting.sent.as_ref());
        let alarm = match sent {
            // Another device wrote upon the older state that the server was put back to.
            Some(Operation { over: Some(over), .. }) if current.rev > *over => {
                self.lost.insert(record, Lost { rev: current.rev, theirs: Some(current) });
                return self.resolve(record, Vec::new(), actions);
            }
            Some(sent) if current.rev <= sent.base && self.may_be_put_back(record) => {
                self.holds.insert(record, Hold::Anew);
                return self.begin_anew(Seq(0), actions);
            }
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
    pub(super) fn resolve(&mut self, record: RecordId, mut rows: Vec<Row>, actions: &mut Vec<Action>) {
        let (Some(waiting), Some((current, upon))) = (self.outbox.get(&record), self.upon(record)) else {
            return;
        };
        let Some(mine) = waiting.newest().cloned() else { return };
        let base = waiting.base.clone().filter(|_| !self.lost.contains_key(&record));
        // Our deletion met newer words of another device, or its deletion: theirs stands.
        if mine.change == Change::Delete {
            self.outbox.remove(&record);
            self.holds.remove(&record);
            rows.push(Row::Settled(record));
            let lost = self.lost.remove(&record);
            let is_handed_in = lost.as_ref().is_some_and(|lost| lost.theirs.is_none());
            if let Some(lost) = lost.filter(|_| is_handed_in) {
                // What stands is not on the server any more.
                let restore = Action::Restore { mine: current.clone(), theirs: None, over: lost.rev };
                self.lost.insert(record, lost);
                self.owed.insert(record);
                actions.extend([Action::Save(rows), Action::Changed(current), restore]);
                return;
            }
            self.known.insert(record, current.clone());
            rows.push(Row::Known(current.clone()));
            actions.extend([Action::Save(rows), Action::Changed(current)]);
            return;
        }
        self.holds.insert(record, Hold::Conflict(Asked { mine: mine.op, upon, stale: false }));
        if !rows.is_empty() {
            actions.push(Action::Save(rows));
        }
        actions.push(Action::Resolve { current, mine, base, upon });
    }

    /// What the server has of a record, and the revision to go on from. Where the server was put back that is beyond
    /// all that readers may have seen.
    fn upon(&self, record: RecordId) -> Option<(Item, Rev)> {
        let known = self.known.get(&record);
        let Some(theirs) = self.lost.get(&record).and_then(|lost| lost.theirs.as_ref()) else {
            return known.map(|known| (known.clone(), known.rev));
        };
        let sent = self.outbox.get(&record).and_then(|waiting| waiting.sent.as_ref());
        let seen = [known.map(|known| known.rev), sent.map(|sent| sent.base.next())];
        Some((theirs.clone(), seen.into_iter().flatten().fold(theirs.rev, Ord::max)))
    }

    /// An answer counts once, and only for what was asked. Words that were queued meanwhile, or a newer state of
    /// the server, make it stale, and the question is put again with them.
    pub(super) fn resolved(&mut self, mine: OpId, mut operation: Operation, actions: &mut Vec<Action>) {
        let record = operation.record;
        let Some(Hold::Conflict(asked)) = self.holds.get(&record) else { return };
        if (asked.mine, asked.upon) != (mine, operation.base) {
            return;
        }
        let is_stale = asked.stale;
        let newest = self.outbox.get(&record).and_then(Waiting::newest).map(|newest| newest.op);
        let upon = self.upon(record).map(|(_, upon)| upon);
        if is_stale || newest != Some(mine) || upon != Some(operation.base) {
            self.resolve(record, Vec::new(), actions);
            return;
        }
        self.holds.remove(&record);
        let lost = self.lost.get(&record);
        if let Some(lost) = lost {
            lost.stamp(&mut operation);
        }
        let base = self.known.get(&record).filter(|_| lost.is_none()).cloned();
        let waiting = Waiting { record, sent: None, next: Some(operation), base };
        actions.push(Action::Save(vec![Row::Waiting(waiting.clone())]));
        self.outbox.insert(record, waiting);
        self.push(actions);
    }
}
