//! What the server says to a push.

use wire::{
    ids::{RecordId, Rev, Seq},
    problem::Code,
    sync::{Answer, Change, Item, Key, Operation, Outcome, State},
};

use super::Machine;
use crate::sync::{
    event::{Action, Alarm, Row},
    outbox::Hold,
};

impl Machine {
    pub(super) fn answered(&mut self, answer: Answer, actions: &mut Vec<Action>) {
        let found = self
            .outbox
            .iter()
            .find(|(_, waiting)| waiting.sent.as_ref().is_some_and(|sent| sent.op == answer.op))
            .map(|(record, _)| *record);
        let Some(record) = found else { return };
        match answer.outcome {
            Outcome::Applied { rev, seq, written } => self.applied(record, rev, seq, written, actions),
            Outcome::Conflict { current } => self.conflict(record, current, actions),
            Outcome::Refused { code: Code::NotFound } if self.may_be_put_back(record) => {
                self.holds.insert(record, Hold::Anew);
                self.begin_anew(Seq(0), actions);
            }
            // What the server lost need not be deleted there.
            Outcome::Refused { code: Code::NotFound } if self.deletes(record) => {
                self.is_gone(record, actions);
            }
            Outcome::Refused { code } => {
                self.holds.insert(record, Hold::Refused);
                actions.push(Action::Alarm(Alarm::Refused(record, code)));
            }
        }
    }

    fn applied(
        &mut self,
        record: RecordId,
        rev: Rev,
        seq: Seq,
        written: chrono::DateTime<chrono::Utc>,
        actions: &mut Vec<Action>,
    ) {
        let Some(mut waiting) = self.outbox.remove(&record) else { return };
        let Some(sent) = waiting.sent.take() else { return };
        let item = Item { seq, record, owner: self.me, rev, state: state_after(&sent, written) };
        self.lost.remove(&record);
        self.told_of(seq);
        let mut rows = Vec::new();
        // Another device may have gone on from ours, and we may have read that before this late answer.
        let newer = self.known.get(&record).is_some_and(|known| known.rev > rev);
        if !newer {
            self.known.insert(record, item.clone());
            rows.push(Row::Known(item.clone()));
        }
        if waiting.next.is_some() {
            waiting.base = Some(item);
            rows.push(Row::Waiting(waiting.clone()));
            self.outbox.insert(record, waiting);
            actions.push(Action::Save(rows));
        } else {
            rows.push(Row::Settled(record));
            actions.push(Action::Save(rows));
            if let Some(known) = self.known.get(&record).filter(|_| newer) {
                actions.push(Action::Changed(known.clone()));
            }
        }
    }

    /// Whether the server lacks what this was made from, and nobody has looked yet why.
    pub(super) fn may_be_put_back(&self, record: RecordId) -> bool {
        let sent = self.outbox.get(&record).and_then(|waiting| waiting.sent.as_ref());
        !self.has_read_anew && sent.is_some_and(|sent| sent.base > Rev(0) && sent.over.is_none())
    }

    fn deletes(&self, record: RecordId) -> bool {
        let sent = self.outbox.get(&record).and_then(|waiting| waiting.sent.as_ref());
        sent.is_some_and(|sent| sent.change == Change::Delete)
    }

    /// What was to be deleted is not there. Newer words behind that go as something new.
    fn is_gone(&mut self, record: RecordId, actions: &mut Vec<Action>) {
        let Some(waiting) = self.outbox.get_mut(&record) else { return };
        waiting.sent = None;
        waiting.base = None;
        if let Some(next) = &mut waiting.next {
            next.over = Some(Rev(0));
            actions.push(Action::Save(vec![Row::Waiting(waiting.clone())]));
            return;
        }
        self.outbox.remove(&record);
        self.lost.remove(&record);
        let mut rows = vec![Row::Settled(record)];
        if let Some(known) = self.known.get_mut(&record) {
            // Whatever another device brings back of it is news.
            *known = Item { rev: Rev(0), state: State::Gone, ..known.clone() };
            rows.push(Row::Known(known.clone()));
        }
        actions.push(Action::Save(rows));
    }
}

fn state_after(operation: &Operation, written: chrono::DateTime<chrono::Utc>) -> State {
    match &operation.change {
        Change::Put { epoch, content, own_wrap, grants, urgent } => State::Present {
            epoch: *epoch,
            content: content.clone(),
            key: Key::Own {
                wrap: own_wrap.clone(),
                recipients: grants.iter().map(|granted| granted.recipient).collect(),
            },
            urgent: *urgent,
            written,
        },
        Change::Delete => State::Gone,
    }
}
