//! What a therapist asks in words of her own, and whether it was asked already. Each prompt is asked once: whoever
//! passes it by is not asked again.

use chrono::{DateTime, FixedOffset};
use wire::ids::AccountId;

use crate::{
    course::Moment,
    cover,
    record::{Opened, OwnPrompt},
};

/// The prompts for `me` at this moment that no finished page was asked, the oldest first.
#[must_use]
pub fn open(records: &[Opened], me: AccountId, moment: Moment) -> Vec<OwnPrompt> {
    let plan = cover::plan(records, me);
    let given = plan.iter().flat_map(|plan| &plan.prompts);
    let mut open: Vec<OwnPrompt> = given
        .filter(|prompt| prompt.moment == moment && !prompt.question.trim().is_empty())
        .filter(|prompt| !was_asked(records, me, prompt))
        .cloned()
        .collect();
    open.sort_by_key(|prompt| prompt.given);
    open
}

/// When the newest of the open ones was given.
#[must_use]
pub fn newest(records: &[Opened], me: AccountId, moment: Moment) -> Option<DateTime<FixedOffset>> {
    open(records, me, moment).last().map(|prompt| prompt.given)
}

/// A page that is done names every prompt that it showed, also one that was passed by.
fn was_asked(records: &[Opened], me: AccountId, prompt: &OwnPrompt) -> bool {
    let id = prompt.id.to_string();
    let own = records.iter().filter(|record| record.owner == me).filter_map(Opened::entry);
    let mut done = own.filter(|entry| entry.finished.is_some());
    done.any(|entry| entry.answers.iter().any(|answer| answer.prompt == id))
}
