//! What the client's own rules share, on the client's own device.

use chrono::{DateTime, FixedOffset};

use super::{Shares, forms};
use crate::record::{Body, Form, Opened, Rule, Rules, SETTLES};
use wire::ids::{AccountId, RecordId};

/// What a rule shares now and has not shared yet: each record with how much of it goes. `done` was finished this
/// moment. A check-in that was left alone for
/// [`SETTLES`] is finished, whether or not anybody said so. What was made before its rule, what is not finished and what was ever decided by hand stays as it is.
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
            (is_free && is_done && is_new && can).then_some((record.id, rule.form))
        })
        .collect()
}

fn rule_for(rules: &Rules, body: &Body) -> Option<Rule> {
    rules.of(body.rule_kind()?).filter(|rule| matches!(rule.form, Form::All | Form::Numbers))
}

fn made(body: &Body) -> Option<DateTime<FixedOffset>> {
    match body {
        Body::Entry(entry) => Some(entry.started),
        Body::CheckIn(check_in) => Some(check_in.at),
        _ => None,
    }
}

fn is_settled(body: &Body, now: DateTime<FixedOffset>) -> bool {
    match body {
        Body::Entry(entry) => entry.finished.is_some(),
        Body::CheckIn(check_in) => now - check_in.at >= SETTLES,
        _ => false,
    }
}
