//! How it is, in five words.

use chrono::{DateTime, Duration, FixedOffset, NaiveDate, Timelike};
use serde::{Deserialize, Serialize};

use super::{
    Rest,
    merge::{both, rests},
};

/// How long one that was just made may be changed without being called corrected.
pub const SETTLES: Duration = Duration::minutes(30);
/// Until which hour of the night a check-in may count for the evening before.
pub const NIGHT: u32 = 4;

/// A named step of a scale: 1 (least) to 5 (most).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Level(u8);

impl Level {
    /// A step from 1 to 5.
    #[must_use]
    pub const fn new(step: u8) -> Option<Self> {
        if step >= 1 && step <= 5 { Some(Self(step)) } else { None }
    }

    /// 1 to 5.
    #[must_use]
    pub const fn step(self) -> u8 {
        self.0
    }
}

impl TryFrom<u8> for Level {
    type Error = &'static str;
    fn try_from(step: u8) -> Result<Self, Self::Error> {
        Self::new(step).ok_or("a level is 1 to 5")
    }
}

impl From<Level> for u8 {
    fn from(level: Level) -> Self {
        level.0
    }
}

/// What a check-in asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Scale {
    /// Low to light.
    Mood,
    /// Calm to flooded.
    Anxiety,
    /// Empty to full.
    Energy,
    /// Last night: hardly any to deep.
    Sleep,
    /// Alone to held.
    Connection,
}

/// In the order they are asked.
pub const SCALES: [Scale; 5] = [Scale::Mood, Scale::Anxiety, Scale::Energy, Scale::Sleep, Scale::Connection];

/// One check-in. Written once: what is changed later is a new version that says so.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CheckIn {
    /// Version of this body.
    pub v: u8,
    /// When it was made, on the client's clock.
    pub at: DateTime<FixedOffset>,
    /// The day it counts for, in the client's local days.
    pub day: NaiveDate,
    /// Low to light.
    pub mood: Option<Level>,
    /// Calm to flooded.
    pub anxiety: Option<Level>,
    /// Empty to full.
    pub energy: Option<Level>,
    /// Hardly any to deep.
    pub sleep: Option<Level>,
    /// Alone to held.
    pub connection: Option<Level>,
    /// Words that were touched.
    pub feelings: Vec<String>,
    /// In the client's own words; may be empty.
    pub note: String,
    /// When it was corrected, if it was changed after it had settled.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub corrected: Option<DateTime<FixedOffset>>,
    /// What a newer version wrote.
    #[serde(flatten)]
    pub rest: Rest,
}

impl CheckIn {
    /// An empty one, counting for the day it is made on.
    #[must_use]
    pub fn new(at: DateTime<FixedOffset>) -> Self {
        Self {
            v: 1,
            at,
            day: at.date_naive(),
            mood: None,
            anxiety: None,
            energy: None,
            sleep: None,
            connection: None,
            feelings: Vec::new(),
            note: String::new(),
            corrected: None,
            rest: Rest::new(),
        }
    }

    /// Whether nothing was answered, touched or written.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        SCALES.iter().all(|scale| self.level(*scale).is_none())
            && self.feelings.is_empty()
            && self.note.trim().is_empty()
    }

    /// Whether it was made in the night, when it may count for the evening before.
    #[must_use]
    pub fn is_at_night(&self) -> bool {
        self.at.hour() < NIGHT
    }

    /// Says that it was changed at `now`: soon after it was made this is still making it, later it is a correction.
    pub fn touched(&mut self, now: DateTime<FixedOffset>) {
        if now - self.at >= SETTLES {
            self.corrected = Some(now);
        }
    }

    /// After both changed it: what only one side changed is that side's, the later correction counts where both
    /// did, and no word is dropped.
    pub(super) fn merge(base: Option<&Self>, mine: &Self, theirs: &Self) -> Self {
        let mut merged = if theirs.corrected > mine.corrected { theirs.clone() } else { mine.clone() };
        for scale in SCALES {
            let before = base.and_then(|base| base.level(scale));
            if mine.level(scale) == before {
                merged.set_level(scale, theirs.level(scale));
            } else if theirs.level(scale) == before {
                merged.set_level(scale, mine.level(scale));
            }
        }
        let was_there = |word: &String| base.is_some_and(|base| base.feelings.contains(word));
        let (only_mine, only_theirs) = (&mine.feelings, &theirs.feelings);
        merged.feelings = only_mine
            .iter()
            .filter(|word| only_theirs.contains(word) || !was_there(word))
            .chain(only_theirs.iter().filter(|word| !only_mine.contains(word) && !was_there(word)))
            .cloned()
            .collect();
        merged.rest = rests(&mine.rest, &theirs.rest);
        merged.note = both(base.map(|base| &base.note), &mine.note, &theirs.note);
        merged.day = match base {
            Some(base) if mine.day == base.day => theirs.day,
            Some(base) if theirs.day == base.day => mine.day,
            _ => merged.day,
        };
        merged
    }

    /// The answer on one scale.
    #[must_use]
    pub const fn level(&self, scale: Scale) -> Option<Level> {
        match scale {
            Scale::Mood => self.mood,
            Scale::Anxiety => self.anxiety,
            Scale::Energy => self.energy,
            Scale::Sleep => self.sleep,
            Scale::Connection => self.connection,
        }
    }

    /// Answers one scale, or takes the answer back.
    pub const fn set_level(&mut self, scale: Scale, level: Option<Level>) {
        match scale {
            Scale::Mood => self.mood = level,
            Scale::Anxiety => self.anxiety = level,
            Scale::Energy => self.energy = level,
            Scale::Sleep => self.sleep = level,
            Scale::Connection => self.connection = level,
        }
    }
}
