//! Sharing all of a record or a part of it, taking it back, and what the client's own rules share.

use journal::{
    passage::Passage,
    record::{Body, Form, Opened, Rules, Share},
    sharing::{self, Shares, Standing, Write},
};
use leptos::prelude::*;
use wire::{ids::RecordId, sync::State};

use super::{Trouble, Vault};
use crate::device::clock;

impl Vault {
    /// What is shared of a record of one's own; tracked.
    #[must_use]
    pub fn standing(self, id: RecordId) -> Standing {
        let Some(who) = self.who() else { return Standing::default() };
        self.records.with(|records| {
            super::find(records, id)
                .map(|source| Shares::new(records, who.account).of(source))
                .unwrap_or_default()
        })
    }

    /// Whether a rule is meant to share a record as it says in `body`, once it is finished; tracked.
    #[must_use]
    pub fn is_meant_by_rule(self, id: RecordId, body: &Body) -> bool {
        let Some(who) = self.who() else { return false };
        self.records.with(|records| sharing::meant_by_rule(records, who.account, id, body).is_some())
    }

    /// Whether a rule would be meant to share it, had it not been kept private by hand; tracked.
    #[must_use]
    pub fn is_kept_from_rule(self, id: RecordId, body: &Body) -> bool {
        let Some(who) = self.who() else { return false };
        self.records.with(|records| sharing::is_kept_from_rule(records, who.account, id, body))
    }

    /// Leaves what was kept private by hand to the rule again, which shares it once it is finished.
    pub fn leave_to_rule(self, id: RecordId) -> Result<(), Trouble> {
        self.carry_out(self.with_shares(|shares| shares.end_decisions(id))?)
    }

    /// Lets these readers have all of a record, a passage of it, or only its numbers; sends it.
    pub fn share_as(
        self,
        id: RecordId,
        form: Form,
        passage: Option<&Passage>,
        readers: &[wire::ids::AccountId],
        by_rule: bool,
    ) -> Result<(), Trouble> {
        let (now, source) = (clock::now(), self.freshest(id).ok_or(Trouble::Unexpected)?);
        let copy = sharing::copy(&source.body, form, passage, now).ok_or(Trouble::Unexpected)?;
        let mut writes = Vec::new();
        if form == Form::All {
            writes.push(Write::Put { id, body: copy, readers: readers.to_vec() });
            // Whoever has all of it needs no part.
            writes.extend(self.with_shares(|shares| shares.end(id))?);
            writes.extend(by_rule.then(|| sharing::decide(id, form, true, Self::new_id(), now)));
            return self.carry_out(writes);
        }
        // Of passages there may be several; numbers there are once.
        writes.extend(self.with_shares(|shares| match form {
            Form::Passage => shares.end_decisions(id),
            _ => shares.end(id),
        })?);
        let ids = (Self::new_id(), Self::new_id());
        writes.extend(sharing::share_part(&source, copy, by_rule, readers, ids, now));
        self.carry_out(writes)
    }

    /// Takes a record back from everybody, and every part of it and what is attached: a new key; the server drops what they had. A rule
    /// does not share it again. Of a copy, takes back that part.
    pub fn take_back(self, id: RecordId) -> Result<(), Trouble> {
        let part = self.with_shares(|shares| shares.part_of(id))?;
        if let Some((share, source)) = part {
            return match self.record_now(source) {
                // Once taken back by hand, no rule shares them again.
                Some(record) if record.check_in().is_some() => self.take_back(source),
                _ => self.carry_out(vec![Write::Delete(id), Write::Delete(share)]),
            };
        }
        // What was shared along with a page is of no use without it.
        for attached in untrack(|| self.attachments(id)) {
            if Some(attached.owner) == self.me() && !attached.recipients.is_empty() {
                self.take_back(attached.id)?;
            }
        }
        let record = self.freshest(id).ok_or(Trouble::Unexpected)?;
        let mut writes = self.with_shares(|shares| shares.end(id))?;
        let has_rule = record.body.rule_kind().is_some_and(|kind| self.rules_now().of(kind).is_some());
        if has_rule {
            writes.push(sharing::decide(id, Form::Nothing, false, Self::new_id(), clock::now()));
        }
        if !record.recipients.is_empty() {
            writes.push(Write::Put { id, body: record.body, readers: Vec::new() });
        }
        self.carry_out(writes)
    }

    /// Ends every part of a record that is about to go.
    pub(super) fn end_parts(self, id: RecordId) -> Result<(), Trouble> {
        self.carry_out(self.with_shares(|shares| shares.end(id))?)
    }

    /// Brings a shared part up to date: with this passage, or with the numbers as they are.
    pub fn update_part(self, share: RecordId, passage: Option<&Passage>) -> Result<(), Trouble> {
        let (opened, note) = self.part(share)?;
        let source = self.freshest(note.source).ok_or(Trouble::Unexpected)?;
        let readers = note.copy.and_then(|copy| self.freshest(copy)).ok_or(Trouble::Unexpected)?.recipients;
        let now = clock::now();
        let copy = sharing::copy(&source.body, note.form, passage, now).ok_or(Trouble::Unexpected)?;
        self.carry_out(sharing::update((&opened, &note), &source, copy, &readers, now))
    }

    /// Leaves a shared part as it is, until its source is edited again.
    pub fn leave_part(self, share: RecordId) -> Result<(), Trouble> {
        let (opened, note) = self.part(share)?;
        let source = self.freshest(note.source).ok_or(Trouble::Unexpected)?;
        let copy = note.copy.and_then(|copy| self.freshest(copy)).ok_or(Trouble::Unexpected)?;
        self.carry_out(vec![sharing::leave((&opened, &note), &source, &copy.body, clock::now())])
    }

    /// The client's rules; tracked.
    #[must_use]
    pub fn rules(self) -> Rules {
        let me = self.who().map(|who| who.account);
        self.records.with(|records| {
            let mut own = records.iter().filter(|record| Some(record.owner) == me);
            own.find_map(rules_in).cloned().unwrap_or_default()
        })
    }

    fn rules_now(self) -> Rules {
        untrack(|| self.rules())
    }

    /// Sets the rule for a kind from now on, or asks each time again.
    pub fn set_rule(self, kind: &str, form: Option<Form>) -> Result<(), Trouble> {
        let me = self.me();
        let id = self.records.with_untracked(|records| {
            let own = records.iter().filter(|record| Some(record.owner) == me);
            own.filter(|record| rules_in(record).is_some()).map(|record| record.id).min()
        });
        let id = id.unwrap_or_else(Self::new_id);
        let mut rules = self.freshest(id).as_ref().and_then(rules_in).cloned().unwrap_or_default();
        rules.set(kind, form, clock::now());
        self.write(id, Body::Rules(rules))?;
        self.flush();
        Ok(())
    }

    /// Something was finished: what a rule says about it is done.
    pub fn finished(self, id: RecordId) {
        self.by_rule(Some(id));
        self.flush();
    }

    /// Clears what is left over, and shares what a rule should have shared, once all that the server has was read.
    pub(super) fn tidy_if_due(self) {
        let due = self.with(|inner| {
            let current = inner.open.as_ref().is_some_and(|open| open.machine.is_current());
            current && std::mem::take(&mut inner.tidy_due)
        });
        if !due {
            return;
        }
        let left = self.with_shares(|shares| shares.left_over(|id| self.is_gone(id)));
        if let Ok(writes) = left {
            self.tried(self.carry_out(writes));
        }
        self.by_rule(None);
        self.tried(self.tell_agreed());
    }

    fn by_rule(self, done: Option<RecordId>) {
        let Some(me) = self.me() else { return };
        let due = self.records.with_untracked(|records| sharing::due(records, me, done, clock::now()));
        if due.is_empty() {
            return;
        }
        let reader = untrack(|| self.therapist()).filter(|person| person.verified);
        let Some(reader) = reader.map(|person| person.account) else { return };
        for (id, form) in due {
            self.tried(self.share_as(id, form, None, &[reader], true));
        }
    }

    /// What did not work is tried again when the journal is opened the next time.
    fn tried(self, outcome: Result<(), Trouble>) {
        if outcome.is_err() {
            self.with(|inner| inner.tidy_due = true);
        }
    }

    fn is_gone(self, id: RecordId) -> bool {
        self.record_now(id).is_none()
            && self
                .with_open(|open| {
                    let known = open.machine.known(id);
                    // Deleted elsewhere; or here, and the server was not told yet or never knew.
                    known.is_none_or(|item| item.state == State::Gone) || open.machine.is_pending(id)
                })
                .unwrap_or(false)
    }

    fn part(self, share: RecordId) -> Result<(Opened, Share), Trouble> {
        let opened = self.freshest(share).ok_or(Trouble::Unexpected)?;
        let note = opened.share().cloned().ok_or(Trouble::Unexpected)?;
        Ok((opened, note))
    }

    pub(super) fn with_shares<T>(self, ask: impl FnOnce(&Shares) -> T) -> Result<T, Trouble> {
        let me = self.me().ok_or(Trouble::Locked)?;
        Ok(self.records.with_untracked(|records| ask(&Shares::new(records, me))))
    }

    pub(super) fn carry_out(self, writes: Vec<Write>) -> Result<(), Trouble> {
        if writes.is_empty() {
            return Ok(());
        }
        for write in writes {
            match write {
                Write::Put { id, body, readers } => self.put(id, body, readers)?,
                Write::Delete(id) => self.delete(id)?,
            }
        }
        self.flush();
        Ok(())
    }
}

const fn rules_in(record: &Opened) -> Option<&Rules> {
    if let Body::Rules(rules) = &record.body { Some(rules) } else { None }
}
