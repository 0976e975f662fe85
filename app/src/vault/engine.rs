//! Drives `journal::sync` with this device's storage and network. Actions are carried out in order; what
//! follows a save waits until the save is on the disk.

use std::collections::VecDeque;

use chrono::{DateTime, FixedOffset};
use journal::{
    seal::KeptKeys,
    sync::{Action, Alarm, Event, Row, Trouble as SyncTrouble, patience},
};
use leptos::{prelude::*, task::spawn_local};
use wire::{
    problem::Code,
    sync::{Item, Page, Pushed},
};

use super::{Unopenable, Vault};
use crate::device::{clock, database::StorageError, net, net::NetError, unsent};

/// When the disk refused, how soon to try again, milliseconds.
const SAVE_AGAIN: u32 = 4_000;

impl Vault {
    /// Tells the machine; carries out what it asks.
    pub(super) fn tell(self, event: Event) {
        let start = self.with(|inner| {
            let Some(open) = inner.open.as_mut() else { return false };
            inner.queue.extend(open.machine.on_event(event));
            !std::mem::replace(&mut inner.running, true)
        });
        self.changed();
        if start {
            spawn_local(async move { self.run().await });
        }
    }

    async fn run(self) {
        loop {
            let Some(action) = self.with(|inner| {
                let next = inner.queue.pop_front();
                inner.running = next.is_some();
                next
            }) else {
                self.pair_if_due();
                self.tidy_if_due();
                self.tend();
                self.pass_kit_on();
                self.keep_keys(KeptKeys::is_due);
                return;
            };
            match action {
                Action::Save(rows) => {
                    self.with(|inner| inner.unsaved.extend(rows));
                    self.save().await;
                }
                Action::Push(push) => spawn_local(async move {
                    let within = |bytes| patience::for_push(push.operations.len(), bytes);
                    let answer = net::post_within::<Pushed>("/sync", &push, within).await;
                    self.tell(match answer {
                        Ok(pushed) => {
                            self.answers(true);
                            Event::Answered(pushed)
                        }
                        Err(error) => Event::PushFailed(self.heard(error)),
                    });
                }),
                Action::Pull { after, seen, most } => spawn_local(async move {
                    let path = format!("/sync?after={}&seen={}&limit={most}", after.0, seen.0);
                    self.tell(match net::get_within::<Page>(&path, patience::for_page(most)).await {
                        Ok(page) => {
                            self.answers(true);
                            Event::Pulled(page)
                        }
                        Err(error) => Event::PullFailed(self.heard(error)),
                    });
                }),
                Action::Changed(item) => {
                    let items = self.with(|inner| changed_together(item, &mut inner.queue));
                    self.take_in(&items);
                }
                Action::Restore { mine, theirs, over } => self.hand_in(mine, theirs, over).await,
                Action::Resolve { current, mine, base, upon } => {
                    match self.resolve(&current, &mine, base.as_ref(), upon) {
                        Ok((operation, opened)) => {
                            let op = operation.op;
                            self.tell(Event::Resolved { mine: mine.op, operation });
                            let taken = self.with_open(|open| open.machine.waits_as(opened.id) == Some(op));
                            // What was typed meanwhile is newer than this merge and is asked about again.
                            if taken == Ok(true) {
                                self.show(opened);
                            }
                        }
                        // Ours stays in the outbox; the app says which record it is.
                        Err(why) => self.unopenable.update(|list| list.push(Unopenable::of(&current, why))),
                    }
                }
                // A reader left, and this device did not know: asked about, then written again without them.
                Action::Alarm(Alarm::Refused(record, Code::NotPaired)) => self.with(|inner| {
                    inner.unpaired.push(record);
                    inner.pairings_due = true;
                }),
                // Told for as long as it waits, by asking what does.
                Action::Alarm(Alarm::Refused(..)) => {}
                Action::Alarm(alarm) => self.alarms.update(|alarms| alarms.push(alarm)),
                Action::WakeIn(milliseconds) => spawn_local(async move {
                    clock::sleep(u32::try_from(milliseconds).unwrap_or(u32::MAX)).await;
                    self.tell(Event::Woke);
                }),
            }
            self.changed();
        }
    }

    /// Writes what is not on the disk yet. What does not fit stays in memory, is sent if there is a network,
    /// and is tried again.
    pub(super) async fn save(self) {
        let (database, rows) = self.with(|inner| {
            let rows = std::mem::take(&mut inner.unsaved);
            // Not kept before the disk says so, and that is what the person is told meanwhile.
            inner.writing.extend(rows.iter().cloned());
            inner.writers += 1;
            (inner.database.clone(), rows)
        });
        let saved = match database {
            Some(database) => database.save(&rows).await,
            None => Err(StorageError::Unavailable),
        };
        self.with(|inner| {
            inner.writers -= 1;
            if inner.writers == 0 {
                inner.writing.clear();
            }
        });
        match saved {
            Ok(()) => {
                if self.storage.get_untracked().is_some() {
                    self.storage.set(None);
                }
                self.forget_left();
            }
            Err(error) => {
                self.with(|inner| inner.unsaved.splice(0..0, rows).for_each(drop));
                self.storage.set(Some(error));
                spawn_local(async move {
                    clock::sleep(SAVE_AGAIN).await;
                    if self.with(|inner| !inner.unsaved.is_empty()) {
                        Box::pin(self.save()).await;
                        self.changed();
                    }
                });
            }
        }
    }

    fn heard(self, error: NetError) -> SyncTrouble {
        match error {
            NetError::Refused(Code::SignedOut) => {
                self.session_ended();
                SyncTrouble::SignedOut
            }
            NetError::Refused(Code::TooLarge) => SyncTrouble::TooLarge,
            NetError::Wait(seconds) => SyncTrouble::Busy { wait: u64::from(seconds) * 1_000 },
            _ => {
                self.answers(false);
                SyncTrouble::Network
            }
        }
    }

    /// Whether newer words of this record are not on the disk yet.
    pub(super) fn is_unsaved(self, record: wire::ids::RecordId) -> bool {
        self.with(|inner| {
            let queued = inner.queue.iter().filter_map(rows_of).flatten();
            let mut rows = inner.unsaved.iter().chain(&inner.writing).chain(queued);
            rows.any(|row| matches!(row, Row::Waiting(waiting) if waiting.record == record))
        })
    }

    pub(super) fn changed(self) {
        let waits = self.with_open(|open| open.machine.pending() > 0);
        let since = self.with(|inner| inner.unsent_since);
        match (waits, since) {
            (Ok(true), None) => {
                self.wait_since(Some(clock::now()));
                if !self.sends() {
                    self.send_later();
                }
            }
            (Ok(false), Some(_)) => self.wait_since(None),
            _ => {}
        }
        self.changes.update(|count| *count += 1);
    }

    fn wait_since(self, since: Option<DateTime<FixedOffset>>) {
        unsent::keep(since);
        self.with(|inner| inner.unsent_since = since);
    }
}

/// What changed, with what stands right behind it in the queue: a page of the feed is shown in one go.
fn changed_together(first: Item, queue: &mut VecDeque<Action>) -> Vec<Item> {
    let mut items = vec![first];
    while let Some(Action::Changed(item)) = queue.pop_front_if(|next| matches!(next, Action::Changed(_))) {
        items.push(item);
    }
    items
}

/// The rows of an action that writes some.
pub(super) fn rows_of(action: &Action) -> Option<&[Row]> {
    if let Action::Save(rows) = action { Some(rows) } else { None }
}
