//! One record while it is being typed: kept within a third of a second of the last key, sent when the person
//! pauses or leaves.

use journal::record::{Body, merge};
use leptos::{leptos_dom::helpers::TimeoutHandle, prelude::*};
use std::time::Duration;
use wire::ids::{AccountId, RecordId};

use crate::{
    text::frame::kept,
    vault::{Kept, Trouble, Vault},
};

/// From the first key that is not kept to the disk.
const KEEP: Duration = Duration::from_millis(250);
/// From the last key to the server.
const SEND: Duration = Duration::from_secs(4);

/// How what is on the screen becomes a record and comes back.
pub struct Shape<T> {
    /// To a record.
    pub to: fn(&T) -> Body,
    /// From one of the same kind.
    pub from: fn(&Body) -> Option<T>,
}

impl<T> Clone for Shape<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Shape<T> {}

/// What is being typed.
pub struct Draft<T: Send + Sync + 'static> {
    /// As it is on the screen.
    pub value: RwSignal<T>,
    id: RecordId,
    vault: Vault,
    shape: Shape<T>,
    /// The record as this screen last saw or wrote it: what a merge starts from.
    seen: StoredValue<Option<Body>>,
    dirty: RwSignal<bool>,
    /// Why the last try to keep the words failed.
    failed: RwSignal<Option<Trouble>>,
    pace: StoredValue<Pace>,
}

/// When what is typed goes on.
#[derive(Default)]
struct Pace {
    /// Whether nothing of it is kept before it is let go.
    held: bool,
    keep: Option<TimeoutHandle>,
    send: Option<TimeoutHandle>,
}

impl<T: Send + Sync + 'static> Clone for Draft<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static> Copy for Draft<T> {}

impl<T: Send + Sync + 'static> Draft<T> {
    /// Begins. What was typed is kept when the screen goes, however it goes.
    pub fn begin(vault: Vault, id: RecordId, value: T, shape: Shape<T>) -> Self {
        let seen = vault.freshest(id).map(|record| record.body);
        let draft = Self {
            value: RwSignal::new(value),
            id,
            vault,
            shape,
            seen: StoredValue::new(seen),
            dirty: RwSignal::new(false),
            failed: RwSignal::new(None),
            pace: StoredValue::default(),
        };
        let keep = move |_| {
            draft.keep_now();
            vault.hasten();
        };
        let hidden = window_event_listener_untyped("visibilitychange", keep);
        let leaving = window_event_listener_untyped("pagehide", keep);
        on_cleanup(move || {
            hidden.remove();
            leaving.remove();
            draft.keep_now();
            draft.forget_timers();
            vault.flush();
        });
        draft
    }

    /// Keeps nothing of what is changed from now on until it is let go: the record stays as it is for whoever reads it.
    pub fn hold(self) {
        self.pace.update_value(|pace| pace.held = true);
    }

    /// What was changed meanwhile is kept, and what comes.
    pub fn let_go(self) {
        self.pace.update_value(|pace| pace.held = false);
        self.dirty.set(true);
    }

    /// A key was pressed, a word was touched.
    pub fn edit(self, change: impl FnOnce(&mut T)) {
        self.value.update(change);
        if self.pace.with_value(|pace| pace.held) {
            return;
        }
        self.dirty.set(true);
        self.pace.update_value(|pace| {
            // Not begun anew with each key: whoever types without a pause is kept all the same.
            pace.keep =
                pace.keep.take().or_else(|| set_timeout_with_handle(move || self.keep_in_time(), KEEP).ok());
            if let Some(send) = pace.send.take() {
                send.clear();
            }
            pace.send = set_timeout_with_handle(move || self.vault.flush(), SEND).ok();
        });
    }

    fn keep_in_time(self) {
        // The screen may have gone; what was typed was kept then.
        let _gone = self.pace.try_update_value(|pace| pace.keep = None);
        self.keep_now();
    }

    /// Where in it somebody is. It is kept with the words; where there are none yet, nothing is made of it.
    pub fn move_to(self, change: impl FnOnce(&mut T)) {
        if self.dirty.get_untracked() || self.vault.record_now(self.id).is_some() {
            self.edit(change);
        } else {
            self.value.update(change);
        }
    }

    /// Seals what is on the screen and hands it to the disk; whoever could read it still can.
    pub fn keep_now(self) {
        self.keep(|body| self.vault.write(self.id, body));
    }

    /// The same, from now on for these readers.
    pub fn keep_for(self, readers: &[AccountId]) {
        self.keep(|body| self.vault.share(self.id, body, readers));
    }

    fn keep(self, write: impl FnOnce(Body) -> Result<(), Trouble>) {
        // A timer may come after the screen has gone; what was typed was kept then.
        if self.dirty.try_get_untracked() != Some(true) {
            return;
        }
        let body = self.join(self.value.with_untracked(self.shape.to));
        match write(body.clone()) {
            Ok(()) => {
                self.seen.set_value(Some(body));
                self.dirty.set(false);
                self.failed.set(None);
            }
            // The words stay in the field, and the line says that they are not kept.
            Err(trouble) => self.failed.set(Some(trouble)),
        }
    }

    /// Another device may have written to the same record since this screen opened: its words go in, too.
    fn join(self, mine: Body) -> Body {
        let theirs = self.vault.freshest(self.id).map(|record| record.body);
        let seen = self.seen.get_value();
        let Some(theirs) = theirs.filter(|theirs| Some(theirs) != seen.as_ref()) else { return mine };
        let both = merge(seen.as_ref(), &mine, &theirs);
        if let Some(value) = (self.shape.from)(&both) {
            self.value.set(value);
        }
        both
    }

    /// Nothing was written: nothing is kept.
    pub fn discard(self) {
        self.dirty.set(false);
        self.forget_timers();
        self.failed.set(self.vault.delete(self.id).err());
    }

    /// Whether there is something to keep, or something that was kept; tracked.
    pub fn was_touched(self) -> bool {
        self.dirty.get() || self.seen.with_value(Option::is_some)
    }

    /// Where the words are, in words; tracked.
    pub fn state(self) -> &'static str {
        let failed = self.failed.get().is_some();
        let now = if self.dirty.get() || failed { Kept::Not } else { self.vault.kept(self.id) };
        kept_words(now, failed || self.vault.is_unsafe())
    }

    /// What keeps the words from being kept, or from being sent; tracked.
    pub fn trouble(self) -> Signal<Option<Trouble>> {
        let too_long = move || self.vault.is_too_long(self.id).then_some(Trouble::TooLong);
        Memo::new(move |_| self.failed.get().or_else(too_long)).into()
    }

    fn forget_timers(self) {
        self.pace.update_value(|pace| {
            for timer in [pace.keep.take(), pace.send.take()].into_iter().flatten() {
                timer.clear();
            }
        });
    }
}

/// Where something is, in words. What stands in its way is said beside it, and the two must not say different things.
pub fn kept_words(now: Kept, fails: bool) -> &'static str {
    match now {
        Kept::Not if fails => kept::waits(),
        Kept::Not => kept::not(),
        Kept::Here => kept::here(),
        Kept::Everywhere => kept::everywhere(),
    }
}
