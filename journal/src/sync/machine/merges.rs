//! Two versions met: one question a record, and the one answer that counts.

use wire::{
    ids::{OpId, RecordId},
    sync::{Change, Item, Operation},
};

use super::Machine;
use crate::sync::{
    event::{Action, Alarm, Row},
    outbox::{Asked, Hold, Waiting},
};

impl Machine {
    pub(super) fn conflict(&mut self, record: RecordId, current: Item, actions: &mut Vec<Action>) {
        let late = self.is_late(&current);
        let sent = self.outbox.get(&record).and_then(|waiting| waiting.sent.as_ref());
        let alarm = match sent {
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
    fn resolve(&mut self, record: RecordId, mut rows: Vec<Row>, actions: &mut Vec<Action>) {
        let (Some(waiting), Some(current)) = (self.outbox.get(&record), self.known.get(&record).cloned())
        else {
            return;
        };
        let Some(mine) = waiting.newest().cloned() else { return };
        let base = waiting.base.clone();
        // Our deletion met newer words of another device, or its deletion: theirs stands.
        if mine.change == Change::Delete {
            self.outbox.remove(&record);
            self.holds.remove(&record);
            rows.push(Row::Settled(record));
            actions.push(Action::Save(rows));
            actions.push(Action::Changed(current));
            return;
        }
        self.holds.insert(record, Hold::Conflict(Asked { mine: mine.op, current: current.rev }));
        if !rows.is_empty() {
            actions.push(Action::Save(rows));
        }
        actions.push(Action::Resolve { current, mine, base });
    }

    /// An answer counts once, and only for what was asked. Words that were queued meanwhile, or a newer state of
    /// the server, make it stale, and the question is put again with them.
    pub(super) fn resolved(&mut self, mine: OpId, operation: Operation, actions: &mut Vec<Action>) {
        let record = operation.record;
        let asked = Asked { mine, current: operation.base };
        if self.holds.get(&record) != Some(&Hold::Conflict(asked)) {
            return;
        }
        let newest = self.outbox.get(&record).and_then(Waiting::newest).map(|newest| newest.op);
        let known = self.known.get(&record);
        if newest != Some(mine) || known.map(|item| item.rev) != Some(operation.base) {
            self.resolve(record, Vec::new(), actions);
            return;
        }
        self.holds.remove(&record);
        let waiting = Waiting { record, sent: None, next: Some(operation), base: known.cloned() };
        actions.push(Action::Save(vec![Row::Waiting(waiting.clone())]));
        self.outbox.insert(record, waiting);
        self.push(actions);
    }
}
