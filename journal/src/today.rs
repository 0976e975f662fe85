//! The one next thing. First that applies; never a list.

mod ask;
mod bring;
mod draft;

use std::collections::BTreeSet;

use chrono::{DateTime, Duration, FixedOffset, NaiveDate};
use uuid::Uuid;
use wire::ids::{AccountId, RecordId};

pub use self::draft::{DRAFT, rests};
use crate::{
    course::{Course, Moment},
    cover,
    measures::{Instrument, Reason, due},
    record::{Appointment, AppointmentKind, Entry, Measure, Opened, Step},
};

/// How long before an appointment it becomes the next thing.
pub const APPOINTMENT: Duration = Duration::hours(48);
/// How long words may wait for the server before that is the next thing.
pub const UNSENT: Duration = Duration::hours(48);
/// How many prompts are asked a day: more of them, and people stop answering any (clinical evidence). What is
/// bound to the hours of a session comes on top: the eve, the soft landing, the same evening.
pub const ASKED_A_DAY: usize = 2;
/// Until this hour of the night it is still the day before.
pub const NIGHT: i64 = 4;

/// What Today shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Thing {
    /// This device does not keep what is typed.
    Unsaved,
    /// Words have been on this device only, for days.
    Unsent,
    /// An entry holds two versions that met: choose.
    TwoVersions(RecordId),
    /// The hours after a dosing session: one word is enough.
    SoftLanding,
    /// The therapist asks to let a colleague read: answer.
    Introduction(RecordId),
    /// Go on where you stopped.
    Draft(RecordId),
    /// The prompt of this moment, not yet answered.
    Write(Moment),
    /// The day to look back at a small step has come.
    Step(RecordId),
    /// A questionnaire of the plan is due.
    Measure(&'static Instrument),
    /// Today's check-in, if none yet.
    CheckIn,
    /// An appointment is near.
    Appointment(Appointment),
    /// An hour together is near, and the list for it is for nobody else yet.
    List(RecordId),
    /// Nothing is asked.
    Nothing,
}

impl Thing {
    /// The name under which "not now" puts it to rest; `None` where something needs to be done. Kept in
    /// [`crate::record::PutOff`], so a name never changes.
    #[must_use]
    pub fn name(&self) -> Option<String> {
        match self {
            Self::Unsaved | Self::Unsent | Self::TwoVersions(_) | Self::Nothing => None,
            Self::SoftLanding => Some(ask::moment(Moment::SoftLanding)),
            Self::Introduction(id) => Some(format!("introduction {id}")),
            Self::Draft(id) => Some(format!("draft {id}")),
            Self::Write(moment) => Some(ask::moment(*moment)),
            Self::Step(id) => Some(ask::step(*id)),
            Self::Measure(instrument) => Some(ask::measure(&instrument.id)),
            Self::CheckIn => Some(ask::CHECK_IN.into()),
            Self::Appointment(appointment) => Some(format!("appointment {}", appointment.id)),
            Self::List(id) => Some(format!("list {id}")),
        }
    }
}

/// What the next thing is decided from.
#[derive(Clone, Copy, Debug)]
pub struct Facts<'a> {
    /// Everything that was opened on this device.
    pub records: &'a [Opened],
    /// The client.
    pub me: AccountId,
    /// The client's appointments, seen from now.
    pub course: &'a Course,
    /// Whether this device does not keep what is typed.
    pub unsaved: bool,
    /// Since when words wait for the server.
    pub unsent_since: Option<DateTime<FixedOffset>>,
}

/// The order, one rule a line: a new kind of thing is one line more.
const ORDER: [fn(Facts<'_>) -> Option<Thing>; 11] = [
    |facts| facts.needs_you(),
    |facts| facts.soft_landing(),
    |facts| facts.introduction(),
    |facts| facts.draft(),
    |facts| facts.eve(),
    |facts| facts.measure(true),
    |facts| facts.moment(),
    |facts| facts.step(),
    |facts| facts.measure(false),
    |facts| facts.check_in(),
    |facts| facts.appointment(),
];

/// The one next thing.
#[must_use]
pub fn next_thing(facts: &Facts<'_>) -> Thing {
    ORDER.iter().find_map(|rule| rule(*facts)).unwrap_or(Thing::Nothing)
}

/// The client's day at `now`: it ends at four in the night and not at midnight.
#[must_use]
pub fn day(now: DateTime<FixedOffset>) -> NaiveDate {
    (now.naive_local() - Duration::hours(NIGHT)).date()
}

impl Facts<'_> {
    fn needs_you(self) -> Option<Thing> {
        if self.unsaved {
            return Some(Thing::Unsaved);
        }
        if self.unsent_since.is_some_and(|since| self.now() - since >= UNSENT) {
            return Some(Thing::Unsent);
        }
        let met = self.entries().find(|(_, entry)| !entry.others.is_empty());
        met.map(|(id, _)| Thing::TwoVersions(id))
    }

    /// Until there is a word. What was begun rests till the morning.
    fn soft_landing(self) -> Option<Thing> {
        let due = self.course.moment() == Moment::SoftLanding;
        let dosing = self.dosing();
        let begun = || {
            self.entries().any(|(id, entry)| {
                entry.moment == Moment::SoftLanding && entry.dosing == dosing && !self.is_empty(id, entry)
            })
        };
        (due && !begun()).then_some(Thing::SoftLanding).filter(|thing| self.is_awake(thing))
    }

    /// Somebody waits for the answer; but it can wait, and nobody decides that on the day of a session.
    fn introduction(self) -> Option<Thing> {
        if self.is_dosing_day() {
            return None;
        }
        let asked = cover::asked(self.records, self.me).into_iter();
        asked.map(|(id, _)| Thing::Introduction(id)).find(|thing| self.is_awake(thing))
    }

    fn draft(self) -> Option<Thing> {
        let open = self
            .entries()
            .filter(|(id, entry)| draft::is_offered(entry, self.now()) && !self.is_empty(*id, entry));
        let things = open.map(|(id, entry)| (entry.changed, Thing::Draft(id)));
        things.filter(|(_, thing)| self.is_awake(thing)).max_by_key(|(changed, _)| *changed).map(|(_, it)| it)
    }

    fn eve(self) -> Option<Thing> {
        let is_open = || self.has_own(Moment::EveBefore) || !self.is_answered(Moment::EveBefore);
        let due = self.course.moment() == Moment::EveBefore && is_open();
        due.then_some(Thing::Write(Moment::EveBefore)).filter(|thing| self.is_awake(thing))
    }

    fn moment(self) -> Option<Thing> {
        let moment = self.due_moment()?;
        // The evening of a session does not come back.
        let may = moment == Moment::SameDay || self.may_ask();
        (may && !self.is_given_up(moment))
            .then_some(Thing::Write(moment))
            .filter(|thing| self.is_awake(thing))
    }

    /// The one that has waited longest, until it was put off so often that it is let be. Not on the day of a dosing
    /// session: the hour before it is for what lies ahead, and the hours after it for what came.
    fn step(self) -> Option<Thing> {
        if self.is_dosing_day() || !self.may_ask() {
            return None;
        }
        let due = self.steps().filter(|(_, step)| step.is_due(day(self.now())));
        let due = due.filter(|(id, _)| self.days_put_off(&ask::step(*id)) < ask::IN_VAIN);
        let things = due.map(|(id, step)| ((step.back_on, step.made), Thing::Step(id)));
        things.filter(|(_, thing)| self.is_awake(thing)).min_by_key(|(since, _)| *since).map(|(_, it)| it)
    }

    /// What the plan asks; `near` is what an appointment within two days asks for, which does not come back. Not in
    /// the hours after a session: the answers would be of those hours and not of the last weeks.
    fn measure(self, near: bool) -> Option<Thing> {
        let is_landing = matches!(self.course.moment(), Moment::SoftLanding | Moment::SameDay);
        if is_landing || !self.may_ask() {
            return None;
        }
        let plan = cover::plan(self.records, self.me)?;
        let answered: Vec<_> = self
            .measures()
            .filter_map(|measure| measure.finished.map(|at| (measure.instrument.as_str(), at)))
            .collect();
        due(&plan.measures, &answered, self.course, self.now(), |due| !self.is_measure_given_up(due))
            .into_iter()
            .filter(|due| matches!(due.reason, Reason::Before(_)) == near)
            .map(|due| Thing::Measure(due.instrument))
            .find(|thing| self.is_awake(thing))
    }

    fn check_in(self) -> Option<Thing> {
        (self.may_ask() && !self.is_checked_in())
            .then_some(Thing::CheckIn)
            .filter(|thing| self.is_awake(thing))
    }

    const fn now(self) -> DateTime<FixedOffset> {
        self.course.now()
    }

    fn own(&self) -> impl Iterator<Item = &Opened> {
        self.records.iter().filter(|record| record.owner == self.me)
    }

    fn entries(&self) -> impl Iterator<Item = (RecordId, &Entry)> {
        self.own().filter_map(|record| record.entry().map(|entry| (record.id, entry)))
    }

    fn steps(&self) -> impl Iterator<Item = (RecordId, &Step)> {
        self.own().filter_map(|record| record.step().map(|step| (record.id, step)))
    }

    fn measures(&self) -> impl Iterator<Item = &Measure> {
        self.own().filter_map(Opened::measure)
    }

    /// Whether there is neither a word nor a drawing.
    fn is_empty(&self, id: RecordId, entry: &Entry) -> bool {
        let mut attached = self.own().filter_map(Opened::attachment);
        entry.is_empty() && !attached.any(|attachment| attachment.entry == id)
    }

    fn dosing(&self) -> Option<Uuid> {
        self.course.last_dosing().map(|dosing| dosing.id)
    }

    /// Whether a dosing session is on the client's day, before or behind.
    fn is_dosing_day(&self) -> bool {
        let today = day(self.now());
        let dosings = self.course.appointments().iter().filter(|one| one.kind == AppointmentKind::Dosing);
        dosings.map(|dosing| day(dosing.at.with_timezone(self.now().offset()))).any(|day| day == today)
    }

    /// Whether this was not put off today.
    fn is_awake(&self, thing: &Thing) -> bool {
        let name = thing.name();
        let today = day(self.now());
        !self.put_off().any(|(day, what)| day == today && Some(what) == name.as_deref())
    }

    fn put_off(&self) -> impl Iterator<Item = (NaiveDate, &str)> {
        let all = self.own().filter_map(Opened::put_off).flat_map(|put_off| &put_off.not_now);
        all.map(|one| (one.day, one.what.as_str()))
    }

    /// Whether there is a check-in for the client's day, or for the date that has begun at night.
    fn is_checked_in(&self) -> bool {
        let days = [day(self.now()), self.now().date_naive()];
        self.own().filter_map(Opened::check_in).any(|check_in| days.contains(&check_in.day))
    }

    /// Whether fewer prompts than a day may have were answered, begun or put off today.
    fn may_ask(&self) -> bool {
        let today = day(self.now());
        let put_off = self.put_off().filter(|(day, what)| *day == today && ask::is_prompt(what));
        let mut asked: BTreeSet<String> = put_off.map(|(_, what)| what.to_owned()).collect();
        if self.is_checked_in() {
            asked.insert(ask::CHECK_IN.into());
        }
        let is_today = |at: DateTime<FixedOffset>| day(at.with_timezone(self.now().offset())) == today;
        let written = self.entries().filter(|(id, entry)| {
            ask::is_asked(entry.moment)
                && (is_today(entry.started) || entry.finished.is_some_and(is_today))
                && !self.is_empty(*id, entry)
        });
        asked.extend(written.map(|(_, entry)| ask::moment(entry.moment)));
        let answered = self.measures().filter(|measure| measure.finished.is_some_and(is_today));
        asked.extend(answered.map(|measure| ask::measure(&measure.instrument)));
        let looked = self.steps().filter(|(_, step)| step.looks.iter().any(|look| is_today(look.at)));
        asked.extend(looked.map(|(id, _)| ask::step(id)));
        asked.len() < ASKED_A_DAY
    }
}

#[cfg(test)]
mod tests;
