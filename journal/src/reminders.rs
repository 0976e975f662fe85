//! When to nudge next. A nudge is a courtesy: one a day at most, none in quiet hours, none where something was written
//! already, and after [`REMINDERS`] without an answer none at all, because no more are ever planned.

use std::borrow::Cow;

use chrono::{DateTime, Datelike, Duration, FixedOffset, NaiveDate, NaiveTime, TimeZone, Timelike, Utc};
use wire::{
    ids::AccountId,
    limits::{REMINDER_DAYS, REMINDERS},
};

use crate::{
    course::{Course, EVENING, SOFT_LANDING},
    cover,
    local::moved,
    measures::{Reason, due},
    record::{Appointment, AppointmentKind, Opened, Plan, Reminders},
    today::day,
};

/// On the evening before an appointment that something is due for; where that does not go, on the morning of the day.
const EVE: u32 = 18;
const MORNING: u32 = 9;
/// There is no hurry: a questionnaire is not asked for right before the door.
const BEFORE: Duration = Duration::hours(2);

/// What it is decided from.
#[derive(Debug)]
pub struct Facts<'a, Zone: TimeZone> {
    /// What the client wants.
    pub wishes: &'a Reminders,
    /// Everything that was opened on this device.
    pub records: &'a [Opened],
    /// The client.
    pub me: AccountId,
    /// Now.
    pub now: DateTime<Utc>,
    /// Where the client is.
    pub zone: &'a Zone,
}

/// The next moments, ascending: in the future, at most [`REMINDERS`].
#[must_use]
pub fn moments<Zone: TimeZone>(facts: &Facts<'_, Zone>) -> Vec<DateTime<Utc>> {
    if !facts.wishes.on {
        return Vec::new();
    }
    let known = Known::of(facts);
    let days = known.today().iter_days().take(usize::try_from(REMINDER_DAYS).unwrap_or_default());
    let last = facts.now + Duration::days(REMINDER_DAYS);
    days.filter_map(|day| known.nudge(day))
        .map(|at| at.to_utc())
        .filter(|at| *at > facts.now && *at < last)
        .take(REMINDERS)
        .collect()
}

/// The time that was wanted today and has come, while nothing was written; for a device that cannot be nudged.
#[must_use]
pub fn wanted<Zone: TimeZone>(facts: &Facts<'_, Zone>) -> Option<DateTime<FixedOffset>> {
    let known = Known::of(facts);
    let today = known.today();
    let chosen = known.chosen(today).filter(|at| facts.wishes.on && *at <= facts.now);
    chosen.filter(|at| !known.is_done(today) && !known.is_answered(*at))
}

/// The facts with the plan as it counts for the client now, whoever of several planned it: it is put together once, and
/// asked at every time of every day.
struct Known<'a, Zone: TimeZone> {
    facts: &'a Facts<'a, Zone>,
    plan: Option<Cow<'a, Plan>>,
}

impl<'a, Zone: TimeZone> Known<'a, Zone> {
    fn of(facts: &'a Facts<'a, Zone>) -> Self {
        Self { facts, plan: cover::plan(facts.records, facts.me) }
    }

    /// The one nudge of a day, whether it has passed or not. What was chosen comes first: whoever is nudged on a day
    /// anyway is not nudged once more for an appointment.
    fn nudge(&self, day: NaiveDate) -> Option<DateTime<FixedOffset>> {
        let at = self.chosen(day).or_else(|| self.before_appointment(day))?;
        (day != self.today() || !self.is_done(day)).then_some(at)
    }

    /// The first of the times that the client chose for a day and that nothing speaks against.
    fn chosen(&self, day: NaiveDate) -> Option<DateTime<FixedOffset>> {
        let times = self.facts.wishes.times.iter();
        let of_day = times.filter(|time| time.days.is_empty() || time.days.contains(&day.weekday()));
        of_day.filter_map(|time| self.at(day, time.at)).min()
    }

    fn before_appointment(&self, day: NaiveDate) -> Option<DateTime<FixedOffset>> {
        let wanted = self.appointments().iter().filter(|_| self.facts.wishes.before_appointment);
        let together = wanted.filter(|one| one.kind == AppointmentKind::Integration);
        together.filter_map(|one| self.before(one)).filter(|at| at.date_naive() == day).min()
    }

    /// When a client is told before an appointment that something is due for it. Not made to depend on now: what has
    /// passed is the nudge of its day all the same.
    fn before(&self, appointment: &Appointment) -> Option<DateTime<FixedOffset>> {
        let day = self.local(appointment.at.to_utc()).date_naive();
        let times = [(day.pred_opt(), EVE), (Some(day), MORNING)];
        times
            .into_iter()
            .filter_map(|(day, hour)| self.at(day?, NaiveTime::from_hms_opt(hour, 0, 0)?))
            .find(|at| *at <= appointment.at - BEFORE && self.is_due(appointment, *at))
    }

    /// A time of a day, unless it is one of quiet.
    fn at(&self, day: NaiveDate, time: NaiveTime) -> Option<DateTime<FixedOffset>> {
        let at = moved(day.and_time(time), self.facts.zone)?;
        let is_quiet = self.facts.wishes.quiet.covers(at.time()) || self.is_session(at);
        (at.date_naive() == day && !is_quiet).then_some(at)
    }

    /// On the day of a dosing session nobody is disturbed before the evening, nor in it, nor while it wears off.
    fn is_session(&self, at: DateTime<FixedOffset>) -> bool {
        let mut dosings = self.appointments().iter().filter(|one| one.kind == AppointmentKind::Dosing);
        dosings.any(|dosing| {
            let end = dosing.at + Duration::minutes(i64::from(dosing.minutes)) + SOFT_LANDING;
            let is_that_day = self.local(dosing.at.to_utc()).date_naive() == at.date_naive();
            (is_that_day && at.hour() < EVENING) || (dosing.at..end).contains(&at)
        })
    }

    /// Whether a questionnaire will be due for this appointment, as far as is known now.
    fn is_due(&self, appointment: &Appointment, at: DateTime<FixedOffset>) -> bool {
        let Some(plan) = &self.plan else { return false };
        let answered = self.own().filter_map(Opened::measure);
        let answered: Vec<_> =
            answered.filter_map(|one| one.finished.map(|at| (one.instrument.as_str(), at))).collect();
        let course = Course::new(&plan.appointments, at);
        let due = due(&plan.measures, &answered, &course, at, |_| true);
        due.iter().any(|due| due.reason == Reason::Before(appointment.id))
    }

    /// Whether the client was here on this day: checked in, wrote, or answered.
    fn is_done(&self, today: NaiveDate) -> bool {
        self.own().filter_map(Opened::check_in).any(|check_in| check_in.day == today)
            || self.wrote(|at| day(self.local(at.to_utc())) == today)
    }

    /// Whether something was written since then. In the night that counts for the day before, and answers all the same.
    fn is_answered(&self, since: DateTime<FixedOffset>) -> bool {
        self.own().filter_map(Opened::check_in).any(|check_in| check_in.at >= since)
            || self.wrote(|at| at >= since)
    }

    /// Whether a page was written or a questionnaire answered at a time that counts.
    fn wrote(&self, counts: impl Fn(DateTime<FixedOffset>) -> bool) -> bool {
        self.own().any(|record| {
            record.entry().is_some_and(|entry| !entry.is_empty() && counts(entry.changed))
                || record.measure().and_then(|measure| measure.finished).is_some_and(&counts)
        })
    }

    fn own(&self) -> impl Iterator<Item = &Opened> {
        self.facts.records.iter().filter(|record| record.owner == self.facts.me)
    }

    fn appointments(&self) -> &[Appointment] {
        self.plan.as_ref().map_or(&[], |plan| plan.appointments.as_slice())
    }

    fn today(&self) -> NaiveDate {
        self.local(self.facts.now).date_naive()
    }

    fn local(&self, at: DateTime<Utc>) -> DateTime<FixedOffset> {
        at.with_timezone(self.facts.zone).fixed_offset()
    }
}

#[cfg(test)]
mod tests;
