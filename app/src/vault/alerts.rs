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
    /// Before a measure is finished: what there may be to tell of it, kept on this device and sealed to nobody else. A
    /// tab that is killed after it has lost neither the question nor what was agreed.
    pub fn prepare_alert(self, id: RecordId, measure: &Measure) -> Result<(), Trouble> {
        let me = self.me().ok_or(Trouble::Locked)?;
        let now = clock::now();
        let (stale, due) = self.records.with_untracked(|records| {
            let answers = Alert::of(id, measure, now).map(|alert| alert.answers);
            let untold = alerts::untold(records, me).into_iter();
            let stale = untold.filter(|(_, one)| one.measure == id && Some(&one.answers) != answers.as_ref());
            (stale.map(|(alert, _)| alert).collect::<Vec<_>>(), alerts::due(records, me, (id, measure), now))
        });
        for alert in stale {
            self.delete(alert)?;
        }
        due.map_or(Ok(()), |alert| self.write(Self::new_id(), Body::Alert(alert)))
    }

    /// Tells everybody who can be told, in one step: sealed, granted, in the outbox. Without a network it waits there.
    pub fn tell_alert(self, id: RecordId) -> Result<(), Trouble> {
        let me = self.me().ok_or(Trouble::Locked)?;
        let measure = self.record_now(id).as_ref().and_then(Opened::measure).cloned();
        let measure = measure.ok_or(Trouble::Unexpected)?;
        let alert = Alert::of(id, &measure, clock::now()).ok_or(Trouble::Unexpected)?;
        let made = self.records.with_untracked(|records| {
            alerts::untold(records, me).into_iter().find(|(_, one)| one.measure == id).map(|(alert, _)| alert)
        });
        self.share(made.unwrap_or_else(Self::new_id), Body::Alert(alert), &self.who_is_told())
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
        for (alert, is_untold) in all {
            if is_untold || untrack(|| self.kept(alert)) != Kept::Everywhere {
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
            let agreed = untold.filter(|(_, one)| one.waits == Some(Telling::Always));
            agreed.map(|(_, one)| one.measure).filter(|id| Some(*id) != asking).collect()
        });
        if due.is_empty() || self.who_is_told().is_empty() {
            return Ok(());
        }
        due.into_iter().try_for_each(|measure| self.tell_alert(measure))
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

    /// What is made and not told, with the measure it is about; tracked.
    #[must_use]
    pub fn untold(self) -> Vec<(RecordId, Telling)> {
        let Some(who) = self.who() else { return Vec::new() };
        self.records.with(|records| {
            let all = alerts::untold(records, who.account).into_iter();
            all.filter_map(|(_, alert)| Some((alert.measure, alert.waits?))).collect()
        })
    }

    fn who_is_told(self) -> Vec<AccountId> {
        untrack(|| self.who_reads_now()).into_iter().map(|person| person.account).collect()
    }
}
