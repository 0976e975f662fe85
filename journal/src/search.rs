//! Search in everything, on the device: words in any order, a phrase in quotes, whatever the case and the marks.
//!
//! The index is each record's words as they are compared. Looking through five thousand of them takes a few
//! milliseconds, so nothing cleverer is kept, and nothing of it is ever written down.

mod fold;
mod passage;

use std::collections::BTreeMap;

use wire::ids::RecordId;

pub(crate) use self::fold::fold_letter;
pub use self::passage::Piece;

/// Between two things that somebody wrote: no phrase goes across it.
const APART: char = '\u{0}';

/// What is searched in.
#[derive(Clone, Debug, Default)]
pub struct Index {
    texts: BTreeMap<RecordId, String>,
}

impl Index {
    /// Takes a record in, or takes in its newer words.
    pub fn put<'a>(&mut self, id: RecordId, words: impl IntoIterator<Item = &'a str>) {
        self.texts.insert(id, folded(words));
    }

    /// Forgets a record.
    pub fn remove(&mut self, id: RecordId) {
        self.texts.remove(&id);
    }

    /// How many records are in it.
    #[must_use]
    pub fn len(&self) -> usize {
        self.texts.len()
    }

    /// Whether nothing is in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.texts.is_empty()
    }

    /// The records that have everything that is asked for, in order of their ids.
    pub fn find(&self, query: &Query) -> impl Iterator<Item = RecordId> {
        self.texts.iter().filter(|(_, text)| query.fits(text)).map(|(id, _)| *id)
    }
}

/// What is asked for, as it is compared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// Longest first: what is rarest is looked for first.
    terms: Vec<String>,
}

impl Query {
    /// From what was typed. Words may be parts of words; what stands in quotes is one phrase, and a quote that is
    /// still open ends with what was typed.
    #[must_use]
    pub fn parse(typed: &str) -> Self {
        let mut terms = Vec::new();
        for (place, part) in typed.split(['"', '“', '”', '„', '«', '»']).enumerate() {
            let part = folded([part]);
            let part = part.trim();
            if place % 2 == 1 {
                terms.push(part.to_owned());
            } else {
                terms.extend(part.split(' ').map(str::to_owned));
            }
        }
        terms.retain(|term| !term.is_empty());
        terms.sort_by_key(|term| std::cmp::Reverse(term.len()));
        terms.dedup();
        Self { terms }
    }

    /// Whether nothing is asked for.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// Whether these words, each written for itself, have everything that is asked for.
    #[must_use]
    pub fn fits_words<'a>(&self, words: impl IntoIterator<Item = &'a str>) -> bool {
        self.fits(&folded(words))
    }

    fn fits(&self, text: &str) -> bool {
        self.terms.iter().all(|term| text.contains(term.as_str()))
    }
}

/// Words as they are compared: folded, with one space wherever there is any.
fn folded<'a>(words: impl IntoIterator<Item = &'a str>) -> String {
    let mut out = String::new();
    for words in words {
        if !out.is_empty() {
            out.push(APART);
        }
        let mut space = false;
        for letter in words.chars() {
            if letter.is_ascii_graphic() {
                if std::mem::take(&mut space) {
                    out.push(' ');
                }
                out.push(letter.to_ascii_lowercase());
                continue;
            }
            // Only so that nobody's words can be mistaken for the end of them.
            if letter.is_whitespace() || letter == APART {
                space = true;
                continue;
            }
            if std::mem::take(&mut space) {
                out.push(' ');
            }
            fold_letter(letter, |plain| out.push(plain));
        }
    }
    out
}

#[cfg(test)]
mod tests;
