//! What somebody wants to talk about in the next hour together.

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use wire::ids::RecordId;

use super::{
    Body, Opened, Rest,
    merge::{both, rests},
};

/// One thing on the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// Stable through changes of its words and its place.
    pub id: Uuid,
    /// A question, a line, or the words of a passage that was starred.
    pub text: String,
    /// The entry that the passage is from; `None` is a line of its own.
    pub entry: Option<RecordId>,
    /// What the passage answers, as it was asked.
    pub question: Option<String>,
    /// When it was put on the list.
    pub added: DateTime<FixedOffset>,
}

impl Item {
    /// A line of its own.
    #[must_use]
    pub const fn line(id: Uuid, text: String, added: DateTime<FixedOffset>) -> Self {
        Self { id, text, entry: None, question: None, added }
    }
}

/// One list, for one hour together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agenda {
    /// Version of this body.
    pub v: u8,
    /// When it was begun: the first hour together that ends after this is the one it is for.
    pub made: DateTime<FixedOffset>,
    /// When it last changed.
    pub changed: DateTime<FixedOffset>,
    /// In the order in which they are to be talked about.
    pub items: Vec<Item>,
    /// What a newer version wrote.
    #[serde(flatten)]
    pub rest: Rest,
}

impl Agenda {
    /// An empty list.
    #[must_use]
    pub fn new(now: DateTime<FixedOffset>) -> Self {
        Self { v: 1, made: now, changed: now, items: Vec::new(), rest: Rest::new() }
    }

    /// Puts something on the list, or changes the words of what is there under the same id.
    pub fn put(&mut self, item: Item) {
        self.changed = self.changed.max(item.added);
        match self.items.iter_mut().find(|there| there.id == item.id) {
            Some(there) => there.text = item.text,
            None => self.items.push(item),
        }
    }

    /// Takes something off the list.
    pub fn take_off(&mut self, id: Uuid, now: DateTime<FixedOffset>) {
        self.items.retain(|item| item.id != id);
        self.changed = now;
    }

    /// Moves something to a place; the rest keeps its order. A place beyond the end is the end.
    pub fn move_to(&mut self, id: Uuid, place: usize, now: DateTime<FixedOffset>) {
        let Some(from) = self.items.iter().position(|item| item.id == id) else { return };
        let item = self.items.remove(from);
        self.items.insert(place.min(self.items.len()), item);
        self.changed = now;
    }

    /// Whether this passage is on the list.
    #[must_use]
    pub fn has(&self, entry: RecordId, text: &str) -> bool {
        self.items.iter().any(|item| item.entry == Some(entry) && item.text == text)
    }

    /// After both changed it: what one added is on it, what one took off is gone unless the other put it in
    /// other words; two wordings of one thing are both on it.
    pub(super) fn merge(base: Option<&Self>, mine: &Self, theirs: &Self) -> Self {
        let in_base = |id: Uuid| base.and_then(|base| base.items.iter().find(|item| item.id == id));
        let untouched = |item: &Item| in_base(item.id).is_some_and(|before| before.text == item.text);
        let mut items = Vec::new();
        for item in &mine.items {
            match theirs.items.iter().find(|other| other.id == item.id) {
                None if untouched(item) => {}
                Some(other) if other.text != item.text => {
                    let mut item = item.clone();
                    item.text = both(in_base(item.id).map(|before| &before.text), &item.text, &other.text);
                    items.push(item);
                }
                _ => items.push(item.clone()),
            }
        }
        for item in &theirs.items {
            let is_mine = mine.items.iter().any(|other| other.id == item.id);
            if !is_mine && !untouched(item) {
                items.push(item.clone());
            }
        }
        Self {
            made: mine.made.min(theirs.made),
            changed: mine.changed.max(theirs.changed),
            items,
            rest: rests(&mine.rest, &theirs.rest),
            ..mine.clone()
        }
    }
}

/// A line that is being typed and is not on the list yet. It is nobody else's, whoever can read the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Jotting {
    /// Version of this body.
    pub v: u8,
    /// What it will be on the list; the same id as something on the list means new words for it.
    pub id: Uuid,
    /// As typed so far.
    pub text: String,
    /// When a word last changed.
    pub changed: DateTime<FixedOffset>,
    /// What a newer version wrote.
    #[serde(flatten)]
    pub rest: Rest,
}

impl Jotting {
    /// An empty one.
    #[must_use]
    pub fn new(id: Uuid, now: DateTime<FixedOffset>) -> Self {
        Self { v: 1, id, text: String::new(), changed: now, rest: Rest::new() }
    }

    /// What is still to be put on this list: nothing, once the same words are on it.
    #[must_use]
    pub fn pending(&self, agenda: Option<&Agenda>) -> Option<&str> {
        let is_there = |agenda: &Agenda| {
            agenda.items.iter().any(|item| item.id == self.id && item.text == self.text.trim())
        };
        let text = self.text.trim();
        (!text.is_empty() && !agenda.is_some_and(is_there)).then_some(text)
    }

    /// After two devices typed: no word of either is dropped.
    pub(super) fn merge(base: Option<&Self>, mine: &Self, theirs: &Self) -> Self {
        let base = base.filter(|base| base.id == mine.id);
        Self {
            text: both(base.map(|base| &base.text), &mine.text, &theirs.text),
            changed: mine.changed.max(theirs.changed),
            rest: rests(&mine.rest, &theirs.rest),
            ..mine.clone()
        }
    }
}

impl Opened {
    /// The list in it, if it is one.
    #[must_use]
    pub const fn agenda(&self) -> Option<&Agenda> {
        if let Body::Agenda(agenda) = &self.body { Some(agenda) } else { None }
    }

    /// The line being typed in it, if it is one.
    #[must_use]
    pub const fn jotting(&self) -> Option<&Jotting> {
        if let Body::Jotting(jotting) = &self.body { Some(jotting) } else { None }
    }
}
