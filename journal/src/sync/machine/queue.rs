//! What the person changed.

use wire::sync::{Change, Operation};

use super::Machine;
use crate::sync::{
    event::{Action, Row},
    outbox::{Hold, Waiting},
};

impl Machine {
    pub(super) fn queue(&mut self, mut operation: Operation, actions: &mut Vec<Action>) {
        let record = operation.record;
        // What was refused is replaced whole; it can never have been applied.
        if self.holds.get(&record) == Some(&Hold::Refused) {
            self.holds.remove(&record);
            if let Some(waiting) = self.outbox.get_mut(&record) {
                let refused = waiting.sent.take();
                waiting.next = waiting.next.take().or(refused);
            }
        }
        let base = self.known.get(&record).cloned();
        let may_be_there =
            base.is_some() || self.outbox.get(&record).is_some_and(|waiting| waiting.sent.is_some());
        if operation.change == Change::Delete && !may_be_there {
            self.outbox.remove(&record);
            actions.push(Action::Save(vec![Row::Settled(record)]));
            return;
        }
        let was_owed = self.owed.remove(&record);
        // With what the server lost as the base of a merge, words of ours would look deleted by the other side.
        let base = base.filter(|_| !self.lost.contains_key(&record));
        let waiting =
            self.outbox.entry(record).or_insert_with(|| Waiting { record, sent: None, next: None, base });
        if waiting.sent.is_none() {
            let replaced = waiting.next.as_ref().filter(|next| next.base == operation.base);
            operation.over = replaced.and_then(|next| next.over);
            if let Some(lost) = self.lost.get(&record) {
                lost.stamp(&mut operation);
            }
        }
        waiting.next = Some(operation);
        actions.push(Action::Save(vec![Row::Waiting(waiting.clone())]));
        if was_owed {
            if self.lost.get(&record).is_some_and(|lost| lost.theirs.is_some()) {
                self.resolve(record, Vec::new(), actions);
            }
            self.keep_place_unless_owed(actions);
        }
    }
}
