//! What is asked at each moment: our own words, plain and open. Every prompt can be skipped.

mod asked;
mod feelings;
mod lens;

use self::asked::{
    DREAM, EVE_BEFORE, GOOD_MOMENT, HARD_MOMENT, LATER, LETTER, LOOKING_BACK, NEXT_DAYS, ONE_WEEK,
    PREPARATION, SAME_DAY, SOFT_LANDING,
};
pub use self::{
    feelings::{FEELINGS, Feeling, feeling_of},
    lens::{LENSES, Lens},
};
use crate::{course::Moment, language::Words, record::Entry};

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
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
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
    pub const fn id(self) -> &'static str {
        match self {
            Self::Asked(prompt) => prompt.id,
            Self::Free => "free",
            Self::Lens(lens) => lens.prompt.id,
        }
    }
}

/// The pages of a moment's entry: the prompts, free writing, the lenses where there is something to look at.
/// What is written right after a session is not looked at closely yet.
#[must_use]
pub fn pages(moment: Moment) -> Vec<Page> {
    let asked = for_moment(moment).iter().map(Page::Asked);
    let has_lenses = !matches!(moment, Moment::Free | Moment::SoftLanding);
    let lenses = LENSES.iter().filter(|_| has_lenses).map(Page::Lens);
    asked.chain([Page::Free]).chain(lenses).collect()
}

/// Where somebody goes on in an unfinished entry: the page they left, or its number where this version does not
/// know that page.
#[must_use]
pub fn resume(entry: &Entry) -> usize {
    let pages = pages(entry.moment);
    let kept = entry.page.as_deref();
    let place = pages.iter().position(|page| Some(page.id()) == kept);
    place.unwrap_or_else(|| entry.position.min(for_moment(entry.moment).len()))
}

#[cfg(test)]
mod tests;
