//! What is asked at each moment: our own words, plain and open. Every prompt can be skipped.

mod asked;
mod feelings;
mod lens;
mod own;
mod ways;

use self::asked::{
    DREAM, EVE_BEFORE, GOOD_MOMENT, HARD_MOMENT, LATER, LETTER, LOOKING_BACK, NEXT_DAYS, ONE_WEEK,
    PREPARATION, SAME_DAY, SOFT_LANDING,
};
pub use self::{
    feelings::{FEELINGS, Feeling, feeling_of},
    lens::{LENSES, Lens},
    own::{newest, open},
    ways::{READS_BACK, ways},
};
use std::borrow::Cow;

use uuid::Uuid;

use crate::{
    course::Moment,
    language::Words,
    record::{Entry, OwnPrompt},
};

/// One prompt; a screen each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Prompt {
    /// Stable; kept with the answer.
    pub id: &'static str,
    /// The question.
    pub question: Words,
    /// One quiet line under it.
    pub help: Words,
}

const fn prompt(id: &'static str, question: [&'static str; 2], help: [&'static str; 2]) -> Prompt {
    Prompt { id, question: Words::new(question), help: Words::new(help) }
}

/// The prompts of a moment, in order. An empty list means: just the page.
#[must_use]
pub const fn for_moment(moment: Moment) -> &'static [Prompt] {
    match moment {
        Moment::Preparation => &PREPARATION,
        Moment::EveBefore => &EVE_BEFORE,
        Moment::SoftLanding => &SOFT_LANDING,
        Moment::SameDay => &SAME_DAY,
        Moment::NextDays => &NEXT_DAYS,
        Moment::OneWeek => &ONE_WEEK,
        Moment::Later => &LATER,
        Moment::LookingBack => &LOOKING_BACK,
        Moment::HardMoment => &HARD_MOMENT,
        Moment::GoodMoment => &GOOD_MOMENT,
        Moment::Dream => &DREAM,
        Moment::Letter => &LETTER,
        Moment::Free => &[],
    }
}

/// One page of a guided entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Page {
    /// A prompt from the therapist.
    Own(Own),
    /// One prompt.
    Asked(&'static Prompt),
    /// Free writing; the last page, for an entry without prompts the only one.
    Free,
    /// An extra page, behind the last.
    Lens(&'static Lens),
}

impl Page {
    /// Stable; kept with the entry, so that a version with other prompts goes on in the same place.
    #[must_use]
    pub fn id(&self) -> Cow<'static, str> {
        match self {
            Self::Own(own) => own.id.clone().into(),
            Self::Asked(prompt) => prompt.id.into(),
            Self::Free => "free".into(),
            Self::Lens(lens) => lens.prompt.id.into(),
        }
    }
}

/// A prompt from the therapist, on a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Own {
    /// Kept with the answer.
    pub id: String,
    /// The question.
    pub question: String,
    /// One quiet line under it; may be empty.
    pub help: String,
}

impl From<&OwnPrompt> for Own {
    fn from(prompt: &OwnPrompt) -> Self {
        let OwnPrompt { id, question, help, .. } = prompt;
        Self { id: id.to_string(), question: question.clone(), help: help.clone() }
    }
}

/// What a page is begun for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Round {
    /// The first of its moment.
    First,
    /// Only for what the therapist asks: the rest of its moment was answered before.
    Own,
}

/// The pages of an entry: what the therapist asks at its moment, the prompts, free writing, the lenses where there is
/// something to look at. What is written right after a session is not looked at closely yet. What was answered in
/// this entry keeps its page, whatever the plan says by now.
#[must_use]
pub fn pages(entry: &Entry, own: &[OwnPrompt], round: Round) -> Vec<Page> {
    let is_answered = |id: &str| !entry.answer(id).trim().is_empty();
    let asked: Vec<Own> = own.iter().map(Own::from).collect();
    let kept = entry.answers.iter().filter(|answer| {
        let id = answer.prompt.as_str();
        Uuid::parse_str(id).is_ok() && is_answered(id) && asked.iter().all(|own| own.id != id)
    });
    let kept: Vec<Own> = kept
        .map(|answer| Own {
            id: answer.prompt.clone(),
            question: answer.question.clone(),
            help: String::new(),
        })
        .collect();
    let of_moment = for_moment(entry.moment).iter();
    let prompts = of_moment.filter(|prompt| round == Round::First || is_answered(prompt.id)).map(Page::Asked);
    let has_lenses = !matches!(entry.moment, Moment::Free | Moment::SoftLanding);
    let lenses = LENSES.iter().filter(|_| has_lenses).map(Page::Lens);
    kept.into_iter().chain(asked).map(Page::Own).chain(prompts).chain([Page::Free]).chain(lenses).collect()
}

/// How many pages come one after the other; the lenses lie behind them.
#[must_use]
pub fn row(pages: &[Page]) -> usize {
    pages.iter().position(|page| *page == Page::Free).map_or(pages.len(), |free| free + 1)
}

/// Where somebody goes on in an unfinished entry: the page they left, or its number where this version does not
/// know that page.
#[must_use]
pub fn resume(entry: &Entry, pages: &[Page]) -> usize {
    let kept = entry.page.as_deref();
    let place = pages.iter().position(|page| Some(&*page.id()) == kept);
    place.unwrap_or_else(|| entry.position.min(row(pages).saturating_sub(1)))
}

#[cfg(test)]
mod tests;
