//! A table that forgets what has not been asked for the longest, and never grows beyond a fixed size.

use std::{collections::HashMap, mem};

/// Most rows of one generation; there are two.
pub const GENERATION: usize = 32 * 1024;

/// Rows in two generations: when the young one is full it becomes the old one, and the old one is forgotten.
#[derive(Debug)]
pub struct Recent<T> {
    young: HashMap<u64, T>,
    old: HashMap<u64, T>,
}

impl<T> Default for Recent<T> {
    fn default() -> Self {
        Self { young: HashMap::new(), old: HashMap::new() }
    }
}

impl<T> Recent<T> {
    /// A row, if it is there.
    pub fn find(&self, key: u64) -> Option<&T> {
        self.young.get(&key).or_else(|| self.old.get(&key))
    }

    #[cfg(test)]
    pub fn len(&self) -> usize {
        self.young.len() + self.old.len()
    }
}

impl<T: Default> Recent<T> {
    /// A row; a new one if it is not there.
    pub fn get(&mut self, key: u64) -> &mut T {
        if self.young.len() >= GENERATION && !self.young.contains_key(&key) {
            self.old = mem::take(&mut self.young);
        }
        let old = &mut self.old;
        self.young.entry(key).or_insert_with(|| old.remove(&key).unwrap_or_default())
    }
}
