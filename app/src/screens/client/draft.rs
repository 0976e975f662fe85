//! One record while it is being typed: kept within a third of a second of the last key, sent when the person
//! pauses or leaves.

use journal::record::Body;
use leptos::{leptos_dom::helpers::TimeoutHandle, prelude::*};
use std::time::Duration;
use wire::ids::RecordId;

use crate::{
    text::en::frame::kept,
    vault::{Kept, Trouble, Vault},
};

/// From the last key to the disk.
const KEEP: Duration = Duration::from_millis(250);
/// From the last key to the server.
const SEND: Duration = Duration::from_secs(4);

/// What is being typed.
pub struct Draft<T: Send + Sync + 'static> {
    /// As it is on the screen.
    pub value: RwSignal<T>,
    id: RecordId,
    vault: Vault,
    body: fn(&T) -> Body,
    dirty: RwSignal<bool>,
    trouble: RwSignal<Option<Trouble>>,
    keep: StoredValue<Option<TimeoutHandle>>,
    send: StoredValue<Option<TimeoutHandle>>,
}

impl<T: Send + Sync + 'static> Clone for Draft<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static> Copy for Draft<T> {}

impl<T: Send + Sync + 'static> Draft<T> {
    /// Begins. What was typed is kept when the screen goes, however it goes.
    pub fn begin(vault: Vault, id: RecordId, value: T, body: fn(&T) -> Body) -> Self {
        let draft = Self {
            value: RwSignal::new(value),
            id,
            vault,
            body,
            dirty: RwSignal::new(false),
            trouble: RwSignal::new(None),
            keep: StoredValue::new(None),
            send: StoredValue::new(None),
        };
        let hidden = window_event_listener_untyped("visibilitychange", move |_| draft.keep_now());
        let leaving = window_event_listener_untyped("pagehide", move |_| draft.keep_now());
        on_cleanup(move || {
            hidden.remove();
            leaving.remove();
            draft.keep_now();
            draft.forget_timers();
            vault.flush();
        });
        draft
    }

    /// A key was pressed, a word was touched.
    pub fn edit(self, change: impl FnOnce(&mut T)) {
        self.value.update(change);
        self.dirty.set(true);
        self.forget_timers();
        let keep = set_timeout_with_handle(move || self.keep_now(), KEEP);
        let send = set_timeout_with_handle(move || self.vault.flush(), SEND);
        self.keep.set_value(keep.ok());
        self.send.set_value(send.ok());
    }

    /// Seals what is on the screen and hands it to the disk.
    pub fn keep_now(self) {
        if !self.dirty.get_untracked() {
            return;
        }
        let body = self.value.with_untracked(self.body);
        match self.vault.write(self.id, body) {
            Ok(()) => {
                self.dirty.set(false);
                self.trouble.set(None);
            }
            // The words stay in the field, and the line says that they are not kept.
            Err(trouble) => self.trouble.set(Some(trouble)),
        }
    }

    /// Nothing was written: nothing is kept.
    pub fn discard(self) -> Result<(), Trouble> {
        self.dirty.set(false);
        self.forget_timers();
        self.vault.delete(self.id)
    }

    /// Where the words are, in words; tracked.
    pub fn state(self) -> &'static str {
        if self.dirty.get() || self.trouble.get().is_some() {
            return kept::NOT;
        }
        match self.vault.kept(self.id) {
            Kept::Not => kept::NOT,
            Kept::Here => kept::HERE,
            Kept::Everywhere => kept::EVERYWHERE,
        }
    }

    /// What keeps the words from being kept; tracked.
    pub fn trouble(self) -> Signal<Option<Trouble>> {
        self.trouble.into()
    }

    fn forget_timers(self) {
        for timer in [self.keep, self.send] {
            if let Some(timer) = timer.get_value() {
                timer.clear();
            }
            timer.set_value(None);
        }
    }
}
