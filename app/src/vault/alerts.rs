//! Letting the therapist know of an answer that asks for care: made when the measure is finished, told when the client
//! says so or as it was agreed.

use journal::{
    alerts::{self, Told},
    record::{Alert, Body, Measure, Opened, Telling},
};
use leptos::prelude::*;
use wire::ids::{AccountId, RecordId};

use super::{Kept, Trouble, Vault};
use crate::device::clock;

impl Vault {
    /// Before a measure is finished or corrected: what there may be to tell of it, kept on this device and sealed to
    /// nobody else. A tab that is killed after it has lost neither the question nor what was agreed. Gives who is to read
    /// the measure as it is then.
    pub fn prepare_alert(self, id: RecordId, measure: &Measure) -> Result<Vec<AccountId>, Trouble> {
        let me = self.me().ok_or(Trouble::Locked)?;
        // As another device left it, so that nobody is forgotten.
        let _shown = self.freshest(id);
        self.with(|inner| inner.met.remove(&id));
        let prepared =
            self.records.with_untracked(|records| alerts::prepared(records, me, (id, measure), clock::now()));
        // The new one first: it keeps what the others kept.
        if let Some(alert) = prepared.alert {
            self.write(Self::new_id(), Body::Alert(alert))?;
        }
        prepared.stale.into_iter().try_for_each(|alert| self.delete(alert))?;
        Ok(prepared.readers)
    }

    /// Tells everybody who can be told, in one step: sealed, granted, in the outbox. Without a network it waits there.
    /// Whoever read the measure before it was corrected to this reads it again.
    pub fn tell_alert(self, id: RecordId) -> Result<(), Trouble> {
        let me = self.me().ok_or(Trouble::Locked)?;
        let measure = self.freshest(id);
        let alert = measure.as_ref().and_then(Opened::measure);
        let alert =
            alert.and_then(|measure| Alert::of(id, measure, clock::now())).ok_or(Trouble::Unexpected)?;
        let made = self.records.with_untracked(|records| {
            let made = alerts::untold(records, me).into_iter().find(|(_, one)| one.measure == id);
            made.map(|(alert, one)| (alert, one.held.clone()))
        });
        let (made, held) = made.unwrap_or_else(|| (Self::new_id(), Vec::new()));
        // Before the alert, which is what remembers who it was. It goes even where they cannot read again.
        let read_again = match measure {
            Some(measure) if measure.recipients.is_empty() && !held.is_empty() => {
                self.put(id, measure.body, held)
            }
            _ => Ok(()),
        };
        self.share(made, Body::Alert(alert), &self.who_is_told())?;
        read_again
    }

    /// Whether a measure that was shared is kept from its readers until its author has said who shall know; tracked.
    #[must_use]
    pub fn is_held(self, id: RecordId) -> bool {
        let Some(who) = self.who() else { return false };
        self.records.with(|records| {
            let is_private = |record: &Opened| record.recipients.is_empty();
            let untold = alerts::untold(records, who.account).into_iter();
            super::find(records, id).is_some_and(is_private)
                && untold.filter(|(_, one)| one.measure == id).any(|(_, one)| !one.held.is_empty())
        })
    }

    /// Telling is taken back before it went: what was to be read again is not.
    pub fn hold_again(self, id: RecordId) -> Result<(), Trouble> {
        match self.freshest(id) {
            Some(measure) if !measure.recipients.is_empty() => self.share(id, measure.body, &[]),
            _ => Ok(()),
        }
    }

    /// Nobody is told: what was made, or waits and has not gone, is taken away.
    pub fn keep_alert(self, id: RecordId) -> Result<(), Trouble> {
        let me = self.me().ok_or(Trouble::Locked)?;
        let all: Vec<_> = self.records.with_untracked(|records| {
            let own = records.iter().filter(|record| record.owner == me);
            own.filter(|record| record.alert().is_some_and(|alert| alert.measure == id))
                .map(|record| (record.id, record.alert().is_some_and(|alert| alert.waits.is_some())))
                .collect()
        });
        // What was told before a question that is open now is no part of the answer to it.
        let is_open = all.iter().any(|(_, is_untold)| *is_untold);
        for (alert, is_untold) in all {
            if is_untold || (!is_open && untrack(|| self.kept(alert)) != Kept::Everywhere) {
                self.delete(alert)?;
            }
        }
        Ok(())
    }

    /// Tells what was agreed to be told and was not: the client left the page, or the device was closed before.
    pub fn tell_agreed(self) -> Result<(), Trouble> {
        let me = self.me().ok_or(Trouble::Locked)?;
        let asking = self.with(|inner| inner.asking);
        let due: Vec<_> = self.records.with_untracked(|records| {
            let untold = alerts::untold(records, me).into_iter();
            let agreed =
                untold.filter(|(_, one)| one.waits == Some(Telling::Always) && asks(records, one.measure));
            agreed.map(|(_, one)| one.measure).filter(|id| Some(*id) != asking).collect()
        });
        if due.is_empty() || self.who_is_told().is_empty() {
            return Ok(());
        }
        due.into_iter().try_for_each(|measure| self.tell_alert(measure))
    }

    /// Somebody saw whom to reach, and went on to the score of this one.
    pub fn goes_on_from_care(self, id: RecordId) {
        self.with(|inner| inner.met.insert(id));
    }

    /// Whether care comes before the score of this one: it was not said yet who shall know, and nobody has gone on from
    /// there since the journal was opened; tracked.
    #[must_use]
    pub fn cares_first(self, id: RecordId) -> bool {
        self.untold().iter().any(|(untold, _)| *untold == id) && self.with(|inner| !inner.met.contains(&id))
    }

    /// While somebody is asked about a measure, nothing of it is told over their head.
    pub fn ask_about(self, id: Option<RecordId>) {
        self.with(|inner| inner.asking = id);
    }

    /// Something of each alert that was told or received; tracked.
    pub fn with_alerts<T>(self, read: impl FnOnce(Vec<Told<'_>>) -> T) -> Option<T> {
        let me = self.who()?.account;
        Some(self.records.with(|records| read(alerts::alerts(records, me))))
    }

    /// What is made and not told, with the finished measure it is about; tracked.
    #[must_use]
    pub fn untold(self) -> Vec<(RecordId, Telling)> {
        let Some(who) = self.who() else { return Vec::new() };
        self.records.with(|records| {
            let all = alerts::untold(records, who.account).into_iter();
            let is_finished = |id| {
                let measure = super::find(records, id).and_then(Opened::measure);
                measure.is_some_and(|measure| measure.finished.is_some())
            };
            let all = all.filter(|(_, alert)| is_finished(alert.measure) && asks(records, alert.measure));
            all.filter_map(|(_, alert)| Some((alert.measure, alert.waits?))).collect()
        })
    }

    fn who_is_told(self) -> Vec<AccountId> {
        untrack(|| self.who_reads_now()).into_iter().map(|person| person.account).collect()
    }
}

/// Whether a measure still has such an answer: one of which a correction was cut off has not.
fn asks(records: &[Opened], id: RecordId) -> bool {
    super::find(records, id).and_then(Opened::measure).is_some_and(Measure::asks_for_care)
}
