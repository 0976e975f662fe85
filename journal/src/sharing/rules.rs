//! What the client's own rules share, on the client's own device.

use chrono::{DateTime, FixedOffset};

use super::{Shares, forms};
use crate::{
    measures::find,
    record::{Body, Form, Opened, Rule, Rules, SETTLES},
};
use wire::ids::{AccountId, RecordId};

/// What a rule shares now and has not shared yet: each record with how much of it goes. `done` was finished this
/// moment. A check-in that was left alone for [`SETTLES`] is finished, whether or not anybody said so. What was made
/// before its rule, what is not finished, what was ever decided by hand and what [`waits_for_its_author`] stays as it
/// is.
#[must_use]
pub fn due(
    records: &[Opened],
    me: AccountId,
    done: Option<RecordId>,
    now: DateTime<FixedOffset>,
) -> Vec<(RecordId, Form)> {
    let own = || records.iter().filter(move |record| record.owner == me);
    let Some(rules) = own().find_map(|record| match &record.body {
        Body::Rules(rules) if !rules.rules.is_empty() => Some(rules),
        _ => None,
    }) else {
        return Vec::new();
    };
    let shares = Shares::new(records, me);
    own()
        .filter_map(|record| {
            let rule = rule_for(rules, &record.body)?;
            let is_free = record.recipients.is_empty() && shares.decisions(record.id).is_empty();
            let is_done = done == Some(record.id) || is_settled(&record.body, now);
            let is_new = made(&record.body).is_some_and(|made| made >= rule.from);
            let can = forms(&record.body).contains(&rule.form);
            let may = is_free && is_done && is_new && can && !waits_for_its_author(&record.body);
            may.then_some((record.id, rule.form))
        })
        .collect()
}

/// Whether no rule shares it, whatever it says: a questionnaire with an answer that asks for care. Who is told of that
/// answer is asked each time, or was agreed in the plan, and a rule must not be quicker. One that this version does not
/// know may have such an answer, too.
#[must_use]
pub fn waits_for_its_author(body: &Body) -> bool {
    match body {
        Body::Measure(measure) => measure.asks_for_care() || find(&measure.instrument).is_none(),
        _ => false,
    }
}

fn rule_for(rules: &Rules, body: &Body) -> Option<Rule> {
    rules.of(body.rule_kind()?).filter(|rule| matches!(rule.form, Form::All | Form::Numbers))
}

fn made(body: &Body) -> Option<DateTime<FixedOffset>> {
    match body {
        Body::Entry(entry) => Some(entry.started),
        Body::CheckIn(check_in) => Some(check_in.at),
        Body::Measure(measure) => measure.finished.and(Some(measure.started)),
        _ => None,
    }
}

fn is_settled(body: &Body, now: DateTime<FixedOffset>) -> bool {
    match body {
        Body::Entry(entry) => entry.finished.is_some(),
        Body::CheckIn(check_in) => now - check_in.at >= SETTLES,
        Body::Measure(measure) => measure.finished.is_some(),
        _ => false,
    }
}
