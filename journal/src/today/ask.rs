//! When a prompt of the course is due, and when it is let be.

use std::collections::BTreeSet;

use chrono::{DateTime, Duration, FixedOffset};
use wire::ids::RecordId;

use super::Facts;
use crate::{
    course::Moment,
    measures::Due,
    prompts::{READS_BACK, newest},
    record::Entry,
};

/// From when the first week is asked about.
const ONE_WEEK: Duration = Duration::days(6);
/// From when, how often and until when the time after is asked about: monthly, to three months.
const LATER: Duration = Duration::days(14);
const MONTH: Duration = Duration::days(30);
const THREE_MONTHS: Duration = Duration::days(100);
/// How long before a next session it is prepared for.
const PREPARES: Duration = Duration::days(7);
/// How many days a prompt is put off on before it is not asked again until the next session.
pub(super) const IN_VAIN: usize = 3;

/// The name of the check-in.
pub(super) const CHECK_IN: &str = "check_in";
const MOMENT: &str = "moment ";

/// The name of a moment's prompt.
pub(super) fn moment(moment: Moment) -> String {
    let name = serde_json::to_value(moment).unwrap_or_default();
    format!("{MOMENT}{}", name.as_str().unwrap_or_default())
}

/// The name of looking back at a step.
pub(super) fn step(id: RecordId) -> String {
    format!("step {id}")
}

/// The name of a questionnaire.
pub(super) fn measure(instrument: &str) -> String {
    format!("measure {instrument}")
}

/// Whether a name is that of a prompt, which counts for the day, and not of something to go on with.
pub(super) fn is_prompt(name: &str) -> bool {
    !["draft ", "appointment ", "list "].iter().any(|kind| name.starts_with(kind))
}

/// Whether Today asks for this moment; the others are chosen by the client.
pub(super) const fn is_asked(moment: Moment) -> bool {
    !matches!(moment, Moment::HardMoment | Moment::GoodMoment | Moment::Dream | Moment::Letter | Moment::Free)
}

impl Facts<'_> {
    /// The moment whose prompt is due and not answered, the eve and the soft landing apart.
    pub(super) fn due_moment(&self) -> Option<Moment> {
        let since = self.course.last_dosing().map_or(Duration::MAX, |last| self.now() - last.at);
        let moment = self.course.moment();
        let own = self.has_own(moment);
        let is_due = match moment {
            Moment::Preparation | Moment::SameDay | Moment::NextDays => own || !self.is_answered(moment),
            Moment::OneWeek => since >= ONE_WEEK && (own || !self.is_answered(moment)),
            Moment::Later if own => since >= LATER,
            Moment::Later => (LATER..THREE_MONTHS).contains(&since) && !self.is_answered_this_month(),
            _ => false,
        };
        if is_due {
            return Some(moment);
        }
        if !matches!(moment, Moment::OneWeek | Moment::Later) {
            return None;
        }
        if self.is_time_to_prepare() {
            return Some(Moment::Preparation);
        }
        // One of the two a day is enough.
        (self.is_time_to_look_back() && !self.has_prepared_today()).then_some(Moment::LookingBack)
    }

    fn has_prepared_today(&self) -> bool {
        let today = super::day(self.now());
        let mut finished = self.of_this_session(Moment::Preparation).filter_map(|entry| entry.finished);
        finished.any(|at| super::day(at.with_timezone(self.now().offset())) == today)
    }

    /// In calm days before a next session, once since the last one. The first session is prepared for from the
    /// beginning.
    fn is_time_to_prepare(&self) -> bool {
        let preparation = Moment::Preparation;
        let is_near = self.course.next_dosing().is_some_and(|next| next.at - self.now() < PREPARES);
        let is_open = self.has_own(preparation) || !self.is_answered(preparation);
        is_near && is_open && !self.is_given_up(preparation)
    }

    /// Whether the prompt of this moment was answered since the dosing session it belongs to.
    pub(super) fn is_answered(&self, moment: Moment) -> bool {
        self.of_this_session(moment).next().is_some()
    }

    /// Whether the therapist asks something of her own at this moment, which was not asked yet.
    pub(super) fn has_own(&self, moment: Moment) -> bool {
        newest(self.records, self.me, moment).is_some()
    }

    /// Whether it was put off on so many days since the last session, or since the therapist asked something new,
    /// that it is not asked any more.
    pub(super) fn is_given_up(&self, moment: Moment) -> bool {
        let since = self.course.last_dosing().map(|last| last.at);
        let since = since.max(newest(self.records, self.me, moment));
        self.days_put_off_since(&self::moment(moment), since) >= IN_VAIN
    }

    /// Whether a questionnaire was put off on so many days since it is due this time, or since the last session, that
    /// it is let be until the next time.
    pub(super) fn is_measure_given_up(&self, due: &Due) -> bool {
        let since = self.course.last_dosing().map(|last| last.at).max(due.since);
        self.days_put_off_since(&measure(&due.instrument.id), since) >= IN_VAIN
    }

    /// On how many days since the last session something was put off.
    pub(super) fn days_put_off(&self, name: &str) -> usize {
        self.days_put_off_since(name, self.course.last_dosing().map(|last| last.at))
    }

    fn days_put_off_since(&self, name: &str, since: Option<DateTime<FixedOffset>>) -> usize {
        let since = since.map(super::day);
        let days =
            self.put_off().filter(|(day, what)| *what == name && since.is_none_or(|since| *day >= since));
        days.map(|(day, _)| day).collect::<BTreeSet<_>>().len()
    }

    fn is_answered_this_month(&self) -> bool {
        let mut finished = self.of_this_session(Moment::Later).filter_map(|entry| entry.finished);
        finished.any(|finished| self.now() - finished < MONTH)
    }

    fn of_this_session(&self, moment: Moment) -> impl Iterator<Item = &Entry> {
        let dosing = self.dosing();
        let entries = self.entries().map(|(_, entry)| entry);
        entries
            .filter(move |entry| entry.moment == moment && entry.dosing == dosing && entry.finished.is_some())
    }

    /// After every third session since the client last looked back.
    fn is_time_to_look_back(&self) -> bool {
        let read = self.entries().filter(|(_, entry)| entry.moment == Moment::LookingBack);
        let last = read.filter_map(|(_, entry)| entry.finished).max();
        let since = self.course.dosings().filter(|dosing| last.is_none_or(|last| dosing.at > last));
        since.count() >= READS_BACK
    }
}
