//! Pages and passages that a client let be read.

use chrono::{DateTime, FixedOffset};
use uuid::Uuid;
use wire::ids::RecordId;

use crate::{
    course::Course,
    record::{Body, Opened, first_words},
};

/// How many characters of a page stand in the list, and of a passage, which was chosen to be read.
const FIRST_WORDS: usize = 90;
const PASSAGE: usize = 280;

/// Where in the course something was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Phase {
    /// Before the first dosing session.
    Before,
    /// After a session that is not in the plan any more.
    AfterOne,
    /// After this session and before the next.
    After(usize),
}

/// One shared page or passage.
#[derive(Clone, Debug, PartialEq)]
pub struct Shared {
    /// Which record.
    pub id: RecordId,
    /// When it was last changed.
    pub changed: DateTime<FixedOffset>,
    /// Whether this revision has no receipt by the reader yet.
    pub unread: bool,
    /// Whether it is a passage that was chosen, and not a page.
    pub passage: bool,
    /// Its first words.
    pub first_words: String,
    /// What was touched, for an entry without a word.
    pub feelings: Vec<String>,
    /// Hours after the dosing session it looks back on.
    pub hours_after: Option<i64>,
    /// Where in the course.
    pub phase: Phase,
}

impl Shared {
    /// The number of the session it looks back on, while that is in the plan.
    #[must_use]
    pub const fn session(&self) -> Option<usize> {
        if let Phase::After(number) = self.phase { Some(number) } else { None }
    }
}

/// As it stands in the list, if it is a page or a passage.
pub(super) fn shared(record: &Opened, is_read: bool, course: &Course) -> Option<Shared> {
    let phase = |dosing: Option<Uuid>| match dosing {
        None => Phase::Before,
        Some(id) => course
            .dosings()
            .position(|one| one.id == id)
            .map_or(Phase::AfterOne, |place| Phase::After(place + 1)),
    };
    let hours = |from: DateTime<FixedOffset>, to: DateTime<FixedOffset>| (to - from).num_hours();
    match &record.body {
        Body::Entry(entry) => Some(Shared {
            id: record.id,
            changed: entry.changed,
            unread: !is_read,
            passage: false,
            first_words: entry.first_words(FIRST_WORDS),
            feelings: entry.feelings.clone(),
            hours_after: entry.dosing_at.map(|dosing| hours(dosing, entry.started)),
            phase: phase(entry.dosing),
        }),
        Body::Excerpt(excerpt) => Some(Shared {
            id: record.id,
            changed: excerpt.changed,
            unread: !is_read,
            passage: true,
            first_words: first_words(&excerpt.passage.text, PASSAGE),
            feelings: Vec::new(),
            hours_after: excerpt.dosing_at.map(|dosing| hours(dosing, excerpt.started)),
            phase: phase(excerpt.dosing),
        }),
        _ => None,
    }
}
