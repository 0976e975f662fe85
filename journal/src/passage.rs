//! A passage: sentences of an entry that follow each other, exactly as they were written.

mod sentences;

use std::ops::Range;

use serde::{Deserialize, Serialize};

pub use self::sentences::sentences;
use crate::record::Entry;

/// Words of an entry with the question they answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Passage {
    /// The prompt's id; `None` is free writing.
    pub prompt: Option<String>,
    /// As it was asked.
    pub question: Option<String>,
    /// The words, to the byte.
    pub text: String,
}

/// One text of an entry, cut into sentences.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// All of it, as a passage.
    pub whole: Passage,
    /// Where its sentences are, in bytes. Between them is nothing but white space.
    pub sentences: Vec<Range<usize>>,
}

/// Which sentences are marked. They follow each other and stand in one text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Which text.
    pub text: usize,
    /// The first marked sentence.
    pub first: usize,
    /// The last marked sentence.
    pub last: usize,
}

/// The texts of an entry that say something, in the order in which they are read.
#[must_use]
pub fn texts(entry: &Entry) -> Vec<Text> {
    let answers = entry.answers.iter().map(|answer| Passage {
        prompt: Some(answer.prompt.clone()),
        question: Some(answer.question.clone()),
        text: answer.text.clone(),
    });
    let free = Passage { prompt: None, question: None, text: entry.free.clone() };
    answers
        .chain([free])
        .map(|whole| Text { sentences: sentences(&whole.text), whole })
        .filter(|text| !text.sentences.is_empty())
        .collect()
}

impl Text {
    /// One sentence.
    #[must_use]
    pub fn sentence(&self, sentence: usize) -> &str {
        self.sentences.get(sentence).and_then(|place| self.whole.text.get(place.clone())).unwrap_or_default()
    }

    /// The white space between a sentence and the next.
    #[must_use]
    pub fn after(&self, sentence: usize) -> &str {
        let from = self.sentences.get(sentence).map(|place| place.end);
        let to = self.sentences.get(sentence + 1).map(|place| place.start);
        from.zip(to).and_then(|(from, to)| self.whole.text.get(from..to)).unwrap_or_default()
    }

    /// From one sentence to another, with what stands between them.
    #[must_use]
    pub fn passage(&self, first: usize, last: usize) -> Option<Passage> {
        let (from, to) = (self.sentences.get(first)?.start, self.sentences.get(last)?.end);
        Some(Passage { text: self.whole.text.get(from..to)?.to_owned(), ..self.whole.clone() })
    }

    /// The sentences that a passage of this text stands in, if it is still in it, word for word.
    #[must_use]
    pub fn find(&self, passage: &Passage) -> Option<(usize, usize)> {
        if self.whole.prompt != passage.prompt || passage.text.is_empty() {
            return None;
        }
        let from = self.whole.text.find(&passage.text)?;
        let to = from + passage.text.len();
        let touched = |place: &Range<usize>| place.start < to && place.end > from;
        let first = self.sentences.iter().position(touched)?;
        Some((first, self.sentences.iter().rposition(touched)?))
    }
}

impl Mark {
    /// Whether a sentence is marked.
    #[must_use]
    pub const fn covers(self, text: usize, sentence: usize) -> bool {
        self.text == text && self.first <= sentence && sentence <= self.last
    }
}

/// After a sentence was touched: one that was not marked is, with all up to it; one that was marked is not, with
/// the shorter end beyond it. In another text the mark begins anew.
#[must_use]
pub fn touch(mark: Option<Mark>, text: usize, sentence: usize) -> Option<Mark> {
    let Some(mark) = mark.filter(|mark| mark.text == text) else {
        return Some(Mark { text, first: sentence, last: sentence });
    };
    if !mark.covers(text, sentence) {
        return Some(Mark { first: mark.first.min(sentence), last: mark.last.max(sentence), ..mark });
    }
    let (before, after) = (sentence - mark.first, mark.last - sentence);
    match (before, after) {
        (0, 0) => None,
        _ if before < after => Some(Mark { first: sentence + 1, ..mark }),
        _ => Some(Mark { last: sentence - 1, ..mark }),
    }
}

/// What is marked, as it was written.
#[must_use]
pub fn marked(texts: &[Text], mark: Mark) -> Option<Passage> {
    texts.get(mark.text)?.passage(mark.first, mark.last)
}

/// Where a passage stands among these texts, if it still does.
#[must_use]
pub fn find(texts: &[Text], passage: &Passage) -> Option<Mark> {
    texts
        .iter()
        .enumerate()
        .find_map(|(text, one)| one.find(passage).map(|(first, last)| Mark { text, first, last }))
}

#[cfg(test)]
mod tests;
