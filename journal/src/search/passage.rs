//! The words around a hit.

use super::{Query, fold::fold_letter};

/// A stretch of somebody's words, as they wrote them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The words.
    pub text: String,
    /// Whether they are what was asked for.
    pub hit: bool,
}

/// Words as they are compared, and for each byte of them the byte that it came from.
struct Traced {
    text: String,
    from: Vec<usize>,
}

impl Query {
    /// The passage around the first hit in the words that have most of what is asked for, about `around`
    /// characters before it and three times as many after; `None` where there is no hit.
    #[must_use]
    pub fn passage<'a>(&self, words: impl IntoIterator<Item = &'a str>, around: usize) -> Option<Vec<Piece>> {
        let (mut most, mut best) = (0, None);
        for words in words {
            let (terms, hits) = self.hits(words);
            if terms > most {
                (most, best) = (terms, Some((words, hits)));
            }
        }
        let (words, hits) = best?;
        let (first, last) = *hits.first()?;
        let begin = words_before(words, first, around);
        let end = words_after(words, last, around * 3);
        Some(cut(words, &hits, begin, end))
    }

    /// The words whole, with every hit marked.
    #[must_use]
    pub fn marked(&self, words: &str) -> Vec<Piece> {
        let (_, hits) = self.hits(words);
        cut(words, &hits, 0, words.len())
    }

    /// How many of the terms are in these words, and where: in order, none touching another.
    fn hits(&self, words: &str) -> (usize, Vec<(usize, usize)>) {
        let traced = Traced::new(words);
        let (mut terms, mut found) = (0, Vec::new());
        for term in &self.terms {
            let before = found.len();
            found.extend(traced.text.match_indices(term.as_str()).map(|(place, hit)| {
                let last = place + hit.len() - 1;
                (traced.begin(place), traced.end(words, last))
            }));
            terms += usize::from(found.len() > before);
        }
        found.sort_unstable();
        let mut joined: Vec<(usize, usize)> = Vec::new();
        for (begin, end) in found {
            match joined.last_mut() {
                Some(last) if begin <= last.1 => last.1 = last.1.max(end),
                _ => joined.push((begin, end)),
            }
        }
        (terms, joined)
    }
}

impl Traced {
    fn new(words: &str) -> Self {
        let (mut text, mut from) = (String::new(), Vec::new());
        let mut space = None;
        for (place, letter) in words.char_indices() {
            if letter.is_whitespace() || letter == super::APART {
                space = space.or(Some(place));
                continue;
            }
            if let Some(place) = space.take() {
                text.push(' ');
                from.push(place);
            }
            fold_letter(letter, |plain| {
                text.push(plain);
                from.resize(text.len(), place);
            });
        }
        Self { text, from }
    }

    fn begin(&self, at: usize) -> usize {
        self.from.get(at).copied().unwrap_or_default()
    }

    /// Behind the letter that the byte at `at` came from, and behind the marks on it.
    fn end(&self, words: &str, at: usize) -> usize {
        let from = self.begin(at);
        let next = self.from.iter().skip(at).find(|place| **place > from).copied();
        next.unwrap_or(words.len())
    }
}

fn cut(words: &str, hits: &[(usize, usize)], begin: usize, end: usize) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut add = |from: usize, to: usize, hit: bool| {
        if let Some(text) = words.get(from..to).filter(|text| !text.is_empty()) {
            pieces.push(Piece { text: text.to_owned(), hit });
        }
    };
    let mut at = begin;
    for (from, to) in hits.iter().copied().filter(|(from, _)| (begin..end).contains(from)) {
        let to = to.min(end);
        add(at, from, false);
        add(from, to, true);
        at = to;
    }
    add(at, end, false);
    if let Some(first) = pieces.first_mut().filter(|_| begin > 0) {
        first.text.insert(0, '…');
    }
    if let Some(last) = pieces.last_mut().filter(|_| end < words.len()) {
        last.text.push('…');
    }
    pieces
}

/// Where to begin so that about `chars` characters stand before `at`, at the beginning of a word.
fn words_before(words: &str, at: usize, chars: usize) -> usize {
    let before = words.get(..at).unwrap_or_default();
    let Some((begin, _)) = before.char_indices().rev().nth(chars) else { return 0 };
    let rest = before.get(begin..).unwrap_or_default();
    rest.char_indices()
        .find(|(_, letter)| letter.is_whitespace())
        .map_or(begin, |(place, space)| begin + place + space.len_utf8())
}

/// Where to end so that about `chars` characters stand behind `at`, at the end of a word.
fn words_after(words: &str, at: usize, chars: usize) -> usize {
    let after = words.get(at..).unwrap_or_default();
    let Some((end, _)) = after.char_indices().nth(chars) else { return words.len() };
    let rest = after.get(..end).unwrap_or_default();
    at + rest.rfind(char::is_whitespace).unwrap_or(end)
}
