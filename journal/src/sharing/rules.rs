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
    let Some(rules) = rules_of(records, me) else { return Vec::new() };
    let shares = Shares::new(records, me);
    records
        .iter()
        .filter(|record| record.owner == me && record.recipients.is_empty())
        .filter(|record| done == Some(record.id) || is_settled(&record.body, now))
        .filter(|record| !waits_for_its_author(&record.body))
        .filter_map(|record| Some((record.id, meant_for(rules, &shares, record.id, &record.body)?)))
        .collect()
}

/// How much of a record of `me` a rule is meant to share, as it says in `body`, which may not be written yet: what was
/// made since the rule, what nobody else can read and nobody decided about by hand. It goes once it is finished, unless
/// it [`waits_for_its_author`].
#[must_use]
pub fn meant_by_rule(records: &[Opened], me: AccountId, id: RecordId, body: &Body) -> Option<Form> {
    let is_shared = records.iter().any(|record| record.id == id && !record.recipients.is_empty());
    let rules = rules_of(records, me).filter(|_| !is_shared)?;
    meant_for(rules, &Shares::new(records, me), id, body)
}

/// Whether a rule would be meant to share a record of `me`, had its author not kept it private by hand.
#[must_use]
pub fn is_kept_from_rule(records: &[Opened], me: AccountId, id: RecordId, body: &Body) -> bool {
    let is_kept = || {
        let shares = Shares::new(records, me);
        shares.decisions(id).iter().any(|(_, share)| share.form == Form::Nothing)
    };
    rules_of(records, me).and_then(|rules| reached(rules, body)).is_some() && is_kept()
}

fn meant_for(rules: &Rules, shares: &Shares<'_>, id: RecordId, body: &Body) -> Option<Form> {
    reached(rules, body).filter(|_| shares.decisions(id).is_empty())
}

/// How much a rule shares of what was made since it was set.
fn reached(rules: &Rules, body: &Body) -> Option<Form> {
    let rule = rule_for(rules, body)?;
    let is_new = made(body).is_some_and(|made| made >= rule.from);
    (is_new && forms(body).contains(&rule.form)).then_some(rule.form)
}

fn rules_of(records: &[Opened], me: AccountId) -> Option<&Rules> {
    let own = records.iter().filter(|record| record.owner == me);
    own.filter_map(|record| if let Body::Rules(rules) = &record.body { Some(rules) } else { None })
        .find(|rules| !rules.rules.is_empty())
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
