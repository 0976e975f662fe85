//! What the feed brings, and what an honest one never would.

use wire::sync::{Item, Page, State};

use super::Machine;
use crate::sync::event::{Action, Alarm, Row};

impl Machine {
    pub(super) fn pulled(&mut self, page: Page, actions: &mut Vec<Action>) {
        self.pulling = false;
        self.most_read = super::more(self.most_read);
        let read_first = std::mem::take(&mut self.reads_first);
        self.backoff.reset();
        if let Some(anew) = self.anew.take() {
            return self.read_anew(page, anew, actions);
        }
        if self.went_back(&page) {
            return self.begin_anew(page.next, actions);
        }
        let (mut rows, mut shown, mut alarms) = (Vec::new(), Vec::new(), Vec::new());
        for item in page.items {
            // What stands before the cursor was not asked for: no honest page has it, late or not.
            if item.seq > self.cursor && self.is_late(&item) {
                continue;
            }
            if self.is_lost(item.record) {
                rows.extend(self.met_while_lost(item));
                continue;
            }
            if let Some(alarm) = self.suspicion(&item) {
                alarms.push(Action::Alarm(alarm));
                continue;
            }
            self.learn(item, &mut rows, &mut shown);
        }
        self.cursor = page.next;
        self.farthest = self.farthest.max(page.next);
        if !self.owes() {
            rows.push(Row::Cursor(page.next));
        }
        actions.push(Action::Save(rows));
        actions.append(&mut shown);
        actions.append(&mut alarms);
        self.read_to_the_end |= !page.more;
        self.first_read &= page.more;
        if page.more || std::mem::take(&mut self.pull_again) {
            self.pull(actions);
        }
        if read_first {
            self.push(actions);
        }
    }

    /// Takes a state for the confirmed one. It is not shown where something of the person's own waits.
    pub(super) fn learn(&mut self, item: Item, rows: &mut Vec<Row>, shown: &mut Vec<Action>) {
        if self.known.get(&item.record) == Some(&item) {
            return;
        }
        rows.push(Row::Known(item.clone()));
        if !self.outbox.contains_key(&item.record) {
            shown.push(Action::Changed(item.clone()));
        }
        self.known.insert(item.record, item);
    }

    /// Answers overtake each other: a page that was read before our push was applied may arrive after it. An
    /// earlier place in the feed tells; it is no news and no alarm.
    pub(super) fn is_late(&self, item: &Item) -> bool {
        self.known.get(&item.record).is_some_and(|known| item.seq < known.seq)
    }

    /// Whether this contradicts what the device has already seen.
    pub(super) fn suspicion(&self, item: &Item) -> Option<Alarm> {
        let known = self.known.get(&item.record)?;
        if item.rev < known.rev {
            return Some(Alarm::OlderRevision(item.record));
        }
        let (State::Present { content, epoch, .. }, State::Present { content: seen, epoch: seen_epoch, .. }) =
            (&item.state, &known.state)
        else {
            let back_from_gone =
                known.state == State::Gone && item.state != State::Gone && item.rev == known.rev;
            return back_from_gone.then_some(Alarm::OlderRevision(item.record));
        };
        if item.rev == known.rev && content != seen {
            return Some(Alarm::Altered(item.record));
        }
        (epoch < seen_epoch).then_some(Alarm::LowerEpoch(item.record))
    }
}
