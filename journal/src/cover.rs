//! A colleague reads beside the therapist for some days, or in their place: who reads what, what is to be done next,
//! and when it is over. Everything follows from the records, so it can be cut off anywhere and goes on.

mod heard;

use std::{borrow::Cow, collections::BTreeMap};

use chrono::{DateTime, FixedOffset, NaiveDate};
use wire::ids::{AccountId, RecordId};

pub use self::heard::acknowledgements;
use self::heard::{acknowledged_by, is_passed};
use crate::record::{Body, Consent, Introduction, Opened, Pin, Plan, Purpose, Said};

/// How far a consent is carried out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Agreed; the two are not connected yet.
    Unpaired,
    /// Connected; the first day has not come.
    Waiting,
    /// The colleague reads what the therapist reads.
    Active,
    /// The last day is over; the connection is not ended yet.
    Over,
    /// It is over, or was ended by somebody.
    Ended,
}

/// What a client was asked and has not answered, the oldest first.
#[must_use]
pub fn asked(records: &[Opened], me: AccountId) -> Vec<(RecordId, &Introduction)> {
    let others = records.iter().filter(|record| record.owner != me);
    let mut asked: Vec<_> = others
        .filter_map(|record| Some((record.id, record.introduction()?)))
        .filter(|(id, one)| {
            one.client == me && one.invitation().is_some() && answer(records, me, *id).is_none()
        })
        .collect();
    asked.sort_by_key(|(id, one)| (one.made, *id));
    asked
}

/// What `client` said to an introduction; the newest, should two devices have answered.
#[must_use]
pub fn answer(records: &[Opened], client: AccountId, introduction: RecordId) -> Option<(RecordId, &Consent)> {
    let all = records.iter().filter(|record| record.owner == client);
    let all = all.filter_map(|record| Some((record.id, record.consent()?)));
    all.filter(|(_, one)| one.introduction == introduction).max_by_key(|(id, one)| (one.at, *id))
}

/// What a colleague gets on agreeing: all that `by` can read at this moment. Who is told what is nobody else's. An alert
/// that was acknowledged goes along with what was done about it; where neither `by` nor a colleague of theirs did it, and
/// nobody could check who did, neither goes.
#[must_use]
pub fn given(records: &[Opened], me: AccountId, by: AccountId) -> Vec<&Opened> {
    let own = records.iter().filter(|record| record.owner == me && record.recipients.contains(&by));
    let agreed = records.iter().filter(|record| record.owner == me).filter_map(Opened::consent);
    let agreed = agreed.filter(|one| one.by == by && one.said == Said::Agreed);
    let known: Vec<AccountId> = agreed.map(|one| one.peer).chain([by]).collect();
    let may_go = |record: &&Opened| {
        let mut heard = acknowledged_by(records, me, record).peekable();
        heard.peek().is_none() || heard.any(|one| known.contains(&one))
    };
    own.filter(|record| is_passed_on(&record.body)).filter(may_go).collect()
}

/// Consents with how far they are. Of several with one colleague the newest counts.
#[must_use]
pub fn consents(records: &[Opened], me: AccountId, today: NaiveDate) -> Vec<(RecordId, &Consent, Stage)> {
    let own = records.iter().filter(|record| record.owner == me);
    let agreed = own.filter_map(|record| Some((record.id, record.consent()?)));
    let mut newest: BTreeMap<AccountId, (RecordId, &Consent)> = BTreeMap::new();
    for (id, one) in agreed.filter(|(_, one)| one.said == Said::Agreed) {
        if newest.get(&one.peer).is_none_or(|(before, known)| (known.at, *before) < (one.at, id)) {
            newest.insert(one.peer, (id, one));
        }
    }
    newest.into_values().map(|(id, one)| (id, one, stage(records, me, one, today))).collect()
}

/// Who reads a record that these are to read: nobody if it stays with its author; else whoever reads for one of them,
/// too, and nobody whose last day is over.
#[must_use]
pub fn readers(
    records: &[Opened],
    me: AccountId,
    body: &Body,
    mut readers: Vec<AccountId>,
    today: NaiveDate,
) -> Vec<AccountId> {
    if body.stays_with_author() {
        return Vec::new();
    }
    if readers.is_empty() || !is_passed_on(body) {
        return readers;
    }
    for (_, one, stage) in consents(records, me, today) {
        match stage {
            Stage::Active if readers.contains(&one.by) && !readers.contains(&one.peer) => {
                readers.push(one.peer);
            }
            Stage::Over => readers.retain(|reader| *reader != one.peer),
            _ => {}
        }
    }
    readers
}

/// What the therapist reads and the colleague does not yet: each record with who reads it from now on.
#[must_use]
pub fn missing(records: &[Opened], me: AccountId, today: NaiveDate) -> Vec<(RecordId, Vec<AccountId>)> {
    let mut all: BTreeMap<RecordId, (usize, Vec<AccountId>)> = BTreeMap::new();
    for (_, one, stage) in consents(records, me, today) {
        if stage != Stage::Active {
            continue;
        }
        // What was done about an alert is there before the alert, so that nothing is raised a second time.
        let waits = |record: &&Opened| {
            acknowledged_by(records, me, record).next().is_some() && !is_passed(records, me, record.id, one)
        };
        for record in given(records, me, one.by).into_iter().filter(|record| !waits(record)) {
            let before = || (record.recipients.len(), record.recipients.clone());
            let (_, readers) = all.entry(record.id).or_insert_with(before);
            if !readers.contains(&one.peer) {
                readers.push(one.peer);
            }
        }
    }
    let more = all.into_iter().filter(|(_, (before, readers))| *before < readers.len());
    more.map(|(id, (_, readers))| (id, readers)).collect()
}

/// The client's own copy of what the therapist planned, where a colleague should have it and has not: the copy there
/// is, what it says, who reads it. What is planned stays known when whoever planned it is gone.
#[must_use]
pub fn plan_to_copy(
    records: &[Opened],
    me: AccountId,
    today: NaiveDate,
) -> Option<(Option<RecordId>, Plan, Vec<AccountId>)> {
    let copy = copy_of_plan(records, me);
    for (_, one, stage) in consents(records, me, today) {
        if stage != Stage::Active {
            continue;
        }
        let planned = records.iter().filter(|record| record.owner == one.by).filter_map(Opened::plan);
        let planned = planned.filter(|plan| plan.client == me).cloned().reduce(|all, plan| all.with(&plan));
        let says = planned.or_else(|| copy.and_then(Opened::plan).cloned());
        let Some(says) = says else { continue };
        let mut readers = copy.map(|copy| copy.recipients.clone()).unwrap_or_default();
        if !readers.contains(&one.peer) {
            readers.push(one.peer);
        }
        let is_there = copy.is_some_and(|copy| copy.plan() == Some(&says) && copy.recipients == readers);
        if !is_there {
            return Some((copy.map(|copy| copy.id), says, readers));
        }
    }
    None
}

/// Whose connection is to be ended now: whoever's last day is over, and whoever handed over once the colleague has
/// everything. `is_sent` says that nothing waits for the server.
#[must_use]
pub fn to_part(records: &[Opened], me: AccountId, today: NaiveDate, is_sent: bool) -> Vec<AccountId> {
    let is_given = || {
        acknowledgements(records, me, today).is_empty()
            && missing(records, me, today).is_empty()
            && plan_to_copy(records, me, today).is_none()
    };
    consents(records, me, today)
        .into_iter()
        .filter_map(|(_, one, stage)| match (stage, one.purpose) {
            (Stage::Over, _) => Some(one.peer),
            (Stage::Active, Purpose::HandOver) if is_paired(records, me, one.by) && is_sent && is_given() => {
                Some(one.by)
            }
            _ => None,
        })
        .collect()
}

/// What is planned with a client, seen by the client: of each thing what was changed last, by the therapist or by whoever
/// reads for them; of what nobody kept a time of, what the latter planned. Where neither planned anything, it is as it was
/// passed on.
#[must_use]
pub fn plan(records: &[Opened], me: AccountId) -> Option<Cow<'_, Plan>> {
    let mut plans: Vec<_> = records
        .iter()
        .filter(|record| record.owner != me)
        .filter_map(|record| Some((record, record.plan().filter(|plan| plan.client == me)?)))
        .collect();
    if let [(_, plan)] = plans[..] {
        return Some(Cow::Borrowed(plan));
    }
    let covers = |owner: AccountId| {
        let mut own = records.iter().filter(|record| record.owner == me).filter_map(Opened::consent);
        own.any(|one| one.said == Said::Agreed && one.peer == owner)
    };
    plans.sort_by_key(|(record, _)| (!covers(record.owner), record.id));
    let joined = plans.into_iter().map(|(_, plan)| plan.clone()).reduce(|all, plan| all.latest(&plan));
    joined.map(Cow::Owned).or_else(|| copy_of_plan(records, me)?.plan().map(Cow::Borrowed))
}

/// The copy of what was planned that a client passed on to a therapist; of use until she plans herself.
#[must_use]
pub fn passed_plan(records: &[Opened], client: AccountId) -> Option<&Plan> {
    copy_of_plan(records, client)?.plan()
}

/// What a colleague planned herself, with what the therapist whom she covers for changed since.
#[must_use]
pub fn kept_up<'a>(records: &[Opened], me: AccountId, client: AccountId, own: &'a Plan) -> Cow<'a, Plan> {
    let theirs = records.iter().filter(|record| record.owner == client);
    let is_cover = theirs.filter_map(Opened::consent).any(|one| covers_by(one, me));
    match passed_plan(records, client).filter(|_| is_cover) {
        Some(passed) => Cow::Owned(own.followed_by(passed)),
        None => Cow::Borrowed(own),
    }
}

/// Whether by this consent `me` reads for somebody for some days.
pub(crate) fn covers_by(consent: &Consent, me: AccountId) -> bool {
    consent.peer == me && consent.said == Said::Agreed && consent.purpose == Purpose::Cover
}

/// The record of that copy.
pub(crate) fn copy_of_plan(records: &[Opened], client: AccountId) -> Option<&Opened> {
    let own = records.iter().filter(|record| record.owner == client);
    own.filter(|record| record.plan().is_some_and(|plan| plan.client == client))
        .min_by_key(|record| record.id)
}

/// Whose cover is over where the client is, by client, for the colleague `me`: the last day that was agreed on is behind
/// the clocks the client agreed by. Only the client's device ends the connection, and it may not be opened for days; what
/// is not to be read any more is not shown until then. Whoever reads by a link of the client's own goes on.
#[must_use]
pub fn over(records: &[Opened], me: AccountId, now: DateTime<FixedOffset>) -> BTreeMap<AccountId, &Consent> {
    let theirs = records.iter().filter(|record| record.owner != me);
    let mine = theirs.filter_map(|record| Some((record.owner, record.id, record.consent()?)));
    let mut newest: BTreeMap<AccountId, (RecordId, &Consent)> = BTreeMap::new();
    for (client, id, one) in mine.filter(|(_, _, one)| one.peer == me && one.said == Said::Agreed) {
        if newest.get(&client).is_none_or(|(before, known)| (known.at, *before) < (one.at, id)) {
            newest.insert(client, (id, one));
        }
    }
    let is_over = |client: &AccountId, one: &Consent| {
        let today = now.with_timezone(one.at.offset()).date_naive();
        let by_other =
            pin(records, me, *client).and_then(|pin| pin.invite).is_some_and(|by| by != one.invite);
        one.purpose == Purpose::Cover && one.until.is_some_and(|until| today > until) && !by_other
    };
    let all = newest.into_iter().map(|(client, (_, one))| (client, one));
    all.filter(|(client, one)| is_over(client, one)).collect()
}

/// Whether somebody's cover for `me` can be over at all: then the clock counts.
#[must_use]
pub fn covers(records: &[Opened], me: AccountId) -> bool {
    let theirs = records.iter().filter(|record| record.owner != me);
    theirs.filter_map(Opened::consent).any(|one| one.peer == me && one.until.is_some())
}

const fn is_passed_on(body: &Body) -> bool {
    !matches!(body, Body::Profile(_) | Body::Consent(_) | Body::Plan(_) | Body::Acknowledgement(_))
}

fn stage(records: &[Opened], me: AccountId, one: &Consent, today: NaiveDate) -> Stage {
    let is_over = one.until.is_some_and(|until| today > until);
    let is_begun = one.from.is_none_or(|from| from <= today);
    let running = if is_begun { Stage::Active } else { Stage::Waiting };
    match pin(records, me, one.peer) {
        Some(pin) if pin.invite == Some(one.invite) => match (pin.ended.is_some(), is_over) {
            (true, _) => Stage::Ended,
            (false, true) => Stage::Over,
            (false, false) => running,
        },
        _ if is_over => Stage::Ended,
        // Somebody who reads anyway, by a link of the client's own: cover neither begins nor ends that.
        Some(pin) if pin.ended.is_none() && pin.invite.is_none() && pin.how.is_verified() => running,
        _ => Stage::Unpaired,
    }
}

fn is_paired(records: &[Opened], me: AccountId, peer: AccountId) -> bool {
    pin(records, me, peer).is_some_and(|pin| pin.ended.is_none())
}

pub(crate) fn pin(records: &[Opened], me: AccountId, peer: AccountId) -> Option<&Pin> {
    let own = records.iter().filter(|record| record.owner == me);
    let pins = own.filter_map(|record| match &record.body {
        Body::Pin(pin) if pin.peer == peer => Some(pin),
        _ => None,
    });
    pins.min_by_key(|pin| !pin.how.is_verified())
}

#[cfg(test)]
mod tests;
