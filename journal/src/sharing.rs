//! What is shared of a record, how it is done, and what follows from it. A part is shared as a copy, a record of
//! its own; a [`Share`], which nobody else can read, says what it is a copy of.

mod openings;
mod range;
mod rules;

use std::collections::HashMap;

use chrono::{DateTime, FixedOffset};
use wire::ids::{AccountId, RecordId};

pub use self::{
    openings::Openings,
    range::{form_in_range, private_in},
    rules::{due, is_kept_from_rule, meant_by_rule, waits_for_its_author},
};
use crate::{
    passage::{Passage, texts},
    record::{Body, Entry, Excerpt, Form, Numbers, Opened, Rest, Share},
};

/// Something to write, in this order: what is not written does no harm to what is.
#[derive(Clone, Debug, PartialEq)]
pub enum Write {
    /// A record for these readers.
    Put {
        /// Which.
        id: RecordId,
        /// What it says.
        body: Body,
        /// Who else can read it.
        readers: Vec<AccountId>,
    },
    /// A record that goes.
    Delete(RecordId),
}

/// A part that is shared, and how it stands to what it was taken from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The decision.
    pub share: RecordId,
    /// What the reader has.
    pub copy: RecordId,
    /// How much it is.
    pub form: Form,
    /// Whether a rule shared it.
    pub by_rule: bool,
    /// Whether the source says something else by now.
    pub edited: bool,
    /// When it was shared, or last looked at.
    pub at: DateTime<FixedOffset>,
}

/// What is shared of one record.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// Who can read all of it.
    pub readers: Vec<AccountId>,
    /// Whether a rule shared all of it.
    pub by_rule: bool,
    /// Whether it was kept private although a rule would share it.
    pub kept: bool,
    /// Shared parts, oldest first.
    pub parts: Vec<Part>,
}

impl Standing {
    /// Whether nobody else can read anything of it.
    #[must_use]
    pub const fn is_private(&self) -> bool {
        self.readers.is_empty() && self.parts.is_empty()
    }
}

/// Every decision of one person, by what it is about: made once for a list.
#[derive(Debug)]
pub struct Shares<'a> {
    decisions: HashMap<RecordId, Vec<(RecordId, &'a Share)>>,
    copies: HashMap<RecordId, &'a Opened>,
    sources: HashMap<RecordId, (RecordId, RecordId)>,
}

/// How much can be shared of what a record says.
#[must_use]
pub fn forms(body: &Body) -> &'static [Form] {
    match body {
        Body::Entry(entry) if !texts(entry).is_empty() => &[Form::All, Form::Passage],
        Body::CheckIn(check_in) if !Numbers::of(check_in).is_empty() => &[Form::All, Form::Numbers],
        _ => &[Form::All],
    }
}

/// What the reader would have: all of it, a passage, or only the numbers. `None` when that says nothing.
#[must_use]
pub fn copy(
    source: &Body,
    form: Form,
    passage: Option<&Passage>,
    now: DateTime<FixedOffset>,
) -> Option<Body> {
    match (form, source) {
        (Form::All, _) => Some(source.clone()),
        (Form::Passage, Body::Entry(entry)) => {
            passage.map(|passage| Body::Excerpt(Excerpt::new(entry, passage.clone(), now)))
        }
        (Form::Numbers, Body::CheckIn(check_in)) => {
            Some(Numbers::of(check_in)).filter(|numbers| !numbers.is_empty()).map(Body::Numbers)
        }
        _ => None,
    }
}

/// Shares a part of a record. `share` and `id` are fresh; a part of the same form that a person can have only once
/// should be brought up to date instead.
#[must_use]
pub fn share_part(
    source: &Opened,
    copy: Body,
    by_rule: bool,
    readers: &[AccountId],
    (share, id): (RecordId, RecordId),
    now: DateTime<FixedOffset>,
) -> Vec<Write> {
    let note = Share {
        v: 1,
        source: source.id,
        form: form_of(&copy),
        copy: Some(id),
        basis: basis(&source.body, &copy),
        by_rule,
        at: now,
        rest: Rest::new(),
    };
    // The note first: a copy that nothing knows of could not be kept in step.
    vec![
        Write::Put { id: share, body: Body::Share(note), readers: Vec::new() },
        Write::Put { id, body: copy, readers: readers.to_vec() },
    ]
}

/// A decision without a copy: a rule shared all of it, or a hand kept it from a rule.
#[must_use]
pub fn decide(
    source: RecordId,
    form: Form,
    by_rule: bool,
    share: RecordId,
    now: DateTime<FixedOffset>,
) -> Write {
    let note =
        Share { v: 1, source, form, copy: None, basis: String::new(), by_rule, at: now, rest: Rest::new() };
    Write::Put { id: share, body: Body::Share(note), readers: Vec::new() }
}

/// Puts other words into a shared part, after its source was edited.
#[must_use]
pub fn update(
    part: (&Opened, &Share),
    source: &Opened,
    copy: Body,
    readers: &[AccountId],
    now: DateTime<FixedOffset>,
) -> Vec<Write> {
    let (opened, share) = part;
    let note = Share { basis: basis(&source.body, &copy), at: now, ..share.clone() };
    let mut writes = vec![Write::Put { id: opened.id, body: Body::Share(note), readers: Vec::new() }];
    writes.extend(share.copy.map(|id| Write::Put { id, body: copy, readers: readers.to_vec() }));
    writes
}

/// Leaves a shared part as it is, after its source was edited: it is not asked about again until the next edit.
#[must_use]
pub fn leave(part: (&Opened, &Share), source: &Opened, copy: &Body, now: DateTime<FixedOffset>) -> Write {
    let (opened, share) = part;
    let note = Share { basis: basis(&source.body, copy), at: now, ..share.clone() };
    Write::Put { id: opened.id, body: Body::Share(note), readers: Vec::new() }
}

/// The words of a passage after its text was edited: as they were where they still stand, or what stands now
/// between the words that stood before and behind them. `None` when these are gone too, or nothing is left.
#[must_use]
pub fn follow(share: &Share, passage: &Passage, entry: &Entry) -> Option<Passage> {
    let (before, now) = (share.basis.as_str(), text_of(entry, passage));
    if !passage.text.is_empty() && now.contains(&passage.text) {
        return Some(passage.clone());
    }
    let from = before.find(&passage.text)?;
    let to = from + passage.text.len();
    let (head, tail) = (before.get(..from)?, before.get(to..)?);
    let between = now.strip_prefix(head).and_then(|rest| rest.strip_suffix(tail));
    // Elsewhere the text was edited, too: what stands close by may still be there, and only once.
    let text = between.or_else(|| between_near(now, near_end(head), near_start(tail)))?.trim();
    (!text.is_empty()).then(|| Passage { text: text.to_owned(), ..passage.clone() })
}

/// How many characters beside a passage are enough to find it by.
const NEAR: usize = 24;

fn near_end(text: &str) -> &str {
    let from = text.char_indices().rev().nth(NEAR - 1).map_or(0, |(at, _)| at);
    text.get(from..).unwrap_or_default()
}

fn near_start(text: &str) -> &str {
    let to = text.char_indices().nth(NEAR).map_or(text.len(), |(at, _)| at);
    text.get(..to).unwrap_or_default()
}

/// What stands between two texts; one that is empty is the beginning or the end.
fn between_near<'a>(text: &'a str, head: &str, tail: &str) -> Option<&'a str> {
    let once = |part: &str| part.is_empty() || text.matches(part).count() == 1;
    if !once(head) || !once(tail) {
        return None;
    }
    let from = if head.is_empty() { 0 } else { text.find(head)? + head.len() };
    let rest = text.get(from..)?;
    if tail.is_empty() { Some(rest) } else { rest.split_once(tail).map(|(between, _)| between) }
}

impl Numbers {
    /// Whether no scale was answered.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.mood.is_none()
            && self.anxiety.is_none()
            && self.energy.is_none()
            && self.sleep.is_none()
            && self.connection.is_none()
    }
}

impl<'a> Shares<'a> {
    /// From everything that `me` has opened.
    #[must_use]
    pub fn new(records: &'a [Opened], me: AccountId) -> Self {
        let mut shares = Self { decisions: HashMap::new(), copies: HashMap::new(), sources: HashMap::new() };
        for record in records.iter().filter(|record| record.owner == me) {
            if let Some(share) = record.share() {
                shares.decisions.entry(share.source).or_default().push((record.id, share));
                if let Some(copy) = share.copy {
                    shares.sources.insert(copy, (record.id, share.source));
                }
            }
            if matches!(record.body, Body::Excerpt(_) | Body::Numbers(_)) {
                shares.copies.insert(record.id, record);
            }
        }
        for decisions in shares.decisions.values_mut() {
            decisions.sort_by_key(|(id, share)| (share.at, *id));
        }
        shares
    }

    /// What is shared of a record.
    #[must_use]
    pub fn of(&self, source: &Opened) -> Standing {
        let decisions = self.decisions.get(&source.id).map_or(&[][..], Vec::as_slice);
        let parts = decisions.iter().filter_map(|(id, share)| {
            let copy = self.copies.get(&share.copy?).filter(|copy| !copy.recipients.is_empty())?;
            Some(Part {
                share: *id,
                copy: copy.id,
                form: share.form,
                by_rule: share.by_rule,
                edited: is_edited(&source.body, share, &copy.body),
                at: share.at,
            })
        });
        let has = |form: Form| decisions.iter().any(|(_, share)| share.form == form);
        Standing {
            readers: source.recipients.clone(),
            by_rule: !source.recipients.is_empty() && has(Form::All),
            kept: has(Form::Nothing),
            parts: parts.collect(),
        }
    }

    /// Everything that was decided about a record, oldest first.
    #[must_use]
    pub fn decisions(&self, source: RecordId) -> &[(RecordId, &'a Share)] {
        self.decisions.get(&source).map_or(&[], Vec::as_slice)
    }

    /// Of a copy: the decision behind it, and what it was taken from.
    #[must_use]
    pub fn part_of(&self, copy: RecordId) -> Option<(RecordId, RecordId)> {
        self.sources.get(&copy).copied()
    }

    /// Takes back every part of a record, and forgets what was decided about it.
    #[must_use]
    pub fn end(&self, source: RecordId) -> Vec<Write> {
        self.decisions(source).iter().flat_map(|(id, share)| end_one(*id, share)).collect()
    }

    /// Forgets what was decided about a record without a copy.
    #[must_use]
    pub fn end_decisions(&self, source: RecordId) -> Vec<Write> {
        let decisions = self.decisions(source).iter().filter(|(_, share)| share.copy.is_none());
        decisions.map(|(id, _)| Write::Delete(*id)).collect()
    }

    /// What is left over: copies of what is gone, copies that nobody can read any more, notes of copies that are
    /// gone, a part that two devices shared at once. `is_gone` knows of records that were deleted, here or elsewhere.
    #[must_use]
    pub fn left_over(&self, is_gone: impl Fn(RecordId) -> bool) -> Vec<Write> {
        let mut writes = Vec::new();
        for (source, decisions) in &self.decisions {
            let mut numbers = 0;
            for (id, share) in decisions {
                numbers += usize::from(share.form == Form::Numbers);
                let twice = share.form == Form::Numbers && numbers > 1;
                let copy = share.copy.and_then(|copy| self.copies.get(&copy));
                if is_gone(*source) || twice || copy.is_some_and(|copy| copy.recipients.is_empty()) {
                    writes.extend(end_one(*id, share));
                } else if share.copy.is_some_and(&is_gone) {
                    writes.push(Write::Delete(*id));
                }
            }
        }
        writes
    }
}

fn end_one(id: RecordId, share: &Share) -> impl Iterator<Item = Write> + use<> {
    // The copy first: as long as it is there, something must know of it.
    share.copy.map(Write::Delete).into_iter().chain([Write::Delete(id)])
}

fn form_of(copy: &Body) -> Form {
    match copy {
        Body::Excerpt(_) => Form::Passage,
        Body::Numbers(_) => Form::Numbers,
        _ => Form::All,
    }
}

/// What a copy was taken from, as it reads now.
fn basis(source: &Body, copy: &Body) -> String {
    match (source, copy) {
        (Body::Entry(entry), Body::Excerpt(excerpt)) => text_of(entry, &excerpt.passage).to_owned(),
        (Body::CheckIn(check_in), Body::Numbers(_)) => {
            serde_json::to_string(&Numbers::of(check_in)).unwrap_or_default()
        }
        _ => String::new(),
    }
}

fn is_edited(source: &Body, share: &Share, copy: &Body) -> bool {
    let now = basis(source, copy);
    now != share.basis && !matches!(copy, Body::Excerpt(excerpt) if now.contains(&excerpt.passage.text))
}

/// The text that a passage was chosen from, as it reads now.
fn text_of<'a>(entry: &'a Entry, passage: &Passage) -> &'a str {
    passage.prompt.as_ref().map_or(entry.free.as_str(), |prompt| entry.answer(prompt))
}

#[cfg(test)]
mod tests;
