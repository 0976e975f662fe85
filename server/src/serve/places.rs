//! A place for only so many connections, in all and from one address.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

use super::Peer;

/// The places there are.
#[derive(Clone)]
pub struct Places {
    most: usize,
    most_each: usize,
    taken: Arc<Mutex<Taken>>,
}

#[derive(Default)]
struct Taken {
    all: usize,
    each: HashMap<Peer, usize>,
}

/// One connection's place; free again when dropped.
pub struct Place {
    peer: Option<Peer>,
    taken: Arc<Mutex<Taken>>,
}

impl Places {
    pub fn new(most: usize, most_each: usize) -> Self {
        Self { most, most_each, taken: Arc::default() }
    }

    /// A place, if there is one. Without a peer it counts only among all.
    pub fn take(&self, peer: Option<Peer>) -> Option<Place> {
        let mut taken = self.taken.lock().unwrap_or_else(PoisonError::into_inner);
        let has = peer.and_then(|peer| taken.each.get(&peer)).copied().unwrap_or_default();
        if taken.all >= self.most || has >= self.most_each {
            return None;
        }
        taken.all += 1;
        if let Some(peer) = peer {
            taken.each.insert(peer, has + 1);
        }
        Some(Place { peer, taken: self.taken.clone() })
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut taken = self.taken.lock().unwrap_or_else(PoisonError::into_inner);
        taken.all -= 1;
        let Some(peer) = self.peer else { return };
        let left = taken.each.get(&peer).map_or(0, |has| has - 1);
        // Whoever has no connection is forgotten, so the map is no longer than the list of connections.
        if left == 0 {
            taken.each.remove(&peer);
        } else {
            taken.each.insert(peer, left);
        }
    }
}
