//! The model's content: a set of words in the clear.

use std::collections::BTreeSet;

use wire::{
    ids::Epoch,
    sealed::{Sealed, Wrap},
    sync::{Change, Item, State},
};

pub type Words = BTreeSet<String>;

pub fn put(words: &Words, epoch: Epoch) -> Change {
    Change::Put {
        epoch,
        content: Sealed(serde_json::to_vec(words).unwrap()),
        own_wrap: Wrap(Vec::new()),
        grants: Vec::new(),
        urgent: false,
    }
}

pub fn read(content: &Sealed) -> Words {
    serde_json::from_slice(&content.0).unwrap()
}

pub const fn content_of(state: &State) -> Option<&Sealed> {
    match state {
        State::Present { content, .. } => Some(content),
        State::Gone => None,
    }
}

pub const fn content_after(change: &Change) -> Option<&Sealed> {
    match change {
        Change::Put { content, .. } => Some(content),
        Change::Delete => None,
    }
}

/// Three-way, as strict as the real merge is: a word of the base that one side lacks was taken out there. With
/// the wrong base, words get lost.
pub fn merge(base: Option<&Item>, mine: &Change, current: &Item) -> Words {
    let base = base.and_then(|item| content_of(&item.state)).map(read).unwrap_or_default();
    let mine = content_after(mine).map(read).unwrap_or_default();
    let theirs = content_of(&current.state).map(read).unwrap_or_default();
    let stays = |word: &String| !base.contains(word) || (mine.contains(word) && theirs.contains(word));
    mine.union(&theirs).filter(|word| stays(word)).cloned().collect()
}
