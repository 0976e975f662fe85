//! What a page that went away could not see onto the disk. A browser may drop a write whose page goes while another
//! write is still under way; such rows are also left where a page is answered at once, and taken in by the next one.

use std::collections::BTreeMap;

use super::{
    event::{Row, Saved},
    outbox::Waiting,
};

/// What waits, by the last of its rows; `rows` in the order in which they are written.
#[must_use]
pub fn last_waiting<'a>(rows: impl IntoIterator<Item = &'a Row>) -> Vec<Waiting> {
    let mut last = BTreeMap::new();
    for row in rows {
        match row {
            Row::Waiting(waiting) => drop(last.insert(waiting.record, waiting)),
            Row::Settled(record) => drop(last.remove(record)),
            Row::Cursor(_) | Row::Known(_) => {}
        }
    }
    last.into_values().cloned().collect()
}

impl Saved {
    /// Takes in what a page left, where the disk has not got as far. Gives the rows that the disk lacks.
    #[must_use]
    pub fn take_in(&mut self, left: Vec<Waiting>) -> Vec<Row> {
        let mut lacking = Vec::new();
        for left in left {
            let here = self.waiting.iter_mut().find(|here| here.record == left.record);
            let newest = left.newest().map(|newest| newest.op);
            let Some(here) = here else {
                lacking.push(Row::Waiting(left.clone()));
                self.waiting.push(left);
                continue;
            };
            if [&here.sent, &here.next].into_iter().flatten().any(|operation| Some(operation.op) == newest) {
                continue;
            }
            // What was sent meanwhile may have arrived: the same is asked once more before the newer words go.
            let sent = left.sent.or_else(|| here.sent.take());
            *here = Waiting { sent, ..left };
            lacking.push(Row::Waiting(here.clone()));
        }
        lacking
    }
}
