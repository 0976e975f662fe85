//! Where somebody stands in the course of treatment. Everything re-anchors to the latest dosing session.

mod clock;

use chrono::{DateTime, Duration, FixedOffset, NaiveDate, Timelike};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

pub use self::clock::Clock;
use crate::record::{Appointment, AppointmentKind};

/// For how long after the end of a dosing session writing is offered as a soft landing.
pub const SOFT_LANDING: Duration = Duration::hours(3);
/// Until when "the same day" lasts, from the beginning of the session as all that follow.
pub const SAME_DAY: Duration = Duration::hours(24);
/// Until when change comes easiest.
pub const NEXT_DAYS: Duration = Duration::hours(72);
/// Until when the prompts ask about the first week.
pub const ONE_WEEK: Duration = Duration::days(10);
/// From what hour the evening before a dosing session begins.
pub const EVENING: u32 = 17;

/// What to write about now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Moment {
    /// Days before a first or next dosing session.
    Preparation,
    /// The evening before, or the morning of.
    EveBefore,
    /// From the beginning of the session to 3 hours after its end.
    SoftLanding,
    /// To 24 hours after.
    SameDay,
    /// 24 to 72 hours after.
    NextDays,
    /// To ten days after.
    OneWeek,
    /// Weeks and months after.
    Later,
    /// After three or four sessions: reading back.
    LookingBack,
    /// Chosen: it is hard right now.
    HardMoment,
    /// Chosen: something good happened.
    GoodMoment,
    /// Chosen: a dream.
    Dream,
    /// Chosen: a letter not to be sent.
    Letter,
    /// Chosen: an empty page.
    #[serde(other)]
    Free,
}

impl Moment {
    /// All, in an order that never changes: an address names one by its place.
    pub const ALL: [Self; 13] = [
        Self::Preparation,
        Self::EveBefore,
        Self::SoftLanding,
        Self::SameDay,
        Self::NextDays,
        Self::OneWeek,
        Self::Later,
        Self::LookingBack,
        Self::HardMoment,
        Self::GoodMoment,
        Self::Dream,
        Self::Letter,
        Self::Free,
    ];
}

/// The latest dosing session before now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dosing {
    /// Its appointment.
    pub id: Uuid,
    /// When it began.
    pub at: DateTime<FixedOffset>,
    /// When it was over.
    pub end: DateTime<FixedOffset>,
    /// First, second, …
    pub number: usize,
    /// Whole hours since it began.
    pub hours: i64,
}

/// A client's appointments seen from now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Course {
    now: DateTime<FixedOffset>,
    /// In order of time.
    appointments: Vec<Appointment>,
    /// Where the client's clock stood.
    clock: Clock,
}

impl Course {
    /// The course at `now`, whose offset is the client's.
    #[must_use]
    pub fn new(appointments: &[Appointment], now: DateTime<FixedOffset>) -> Self {
        let mut appointments = appointments.to_vec();
        appointments.sort_by_key(|appointment| appointment.at);
        Self { now, appointments, clock: Clock::of([now]) }
    }

    /// The same with each hour on the day that it was where the client was then, as what they wrote says.
    #[must_use]
    pub fn lived(self, written: impl IntoIterator<Item = DateTime<FixedOffset>>) -> Self {
        Self { clock: Clock::of(written.into_iter().chain([self.now])), ..self }
    }

    /// The instant that the course is seen from, with the client's offset.
    #[must_use]
    pub const fn now(&self) -> DateTime<FixedOffset> {
        self.now
    }

    /// All appointments in order of time.
    #[must_use]
    pub fn appointments(&self) -> &[Appointment] {
        &self.appointments
    }

    /// The dosing sessions so far, in order.
    #[must_use]
    pub fn dosings(&self) -> impl DoubleEndedIterator<Item = &Appointment> {
        self.of(AppointmentKind::Dosing).filter(|appointment| appointment.at <= self.now)
    }

    /// The appointments that have begun, in order.
    #[must_use]
    pub fn begun(&self) -> impl DoubleEndedIterator<Item = &Appointment> {
        self.appointments.iter().filter(|appointment| appointment.at <= self.now)
    }

    /// Whether as much has begun as in `other`, on the same days: then the clock alone went on, and nothing that stands
    /// by day is other than before.
    #[must_use]
    pub fn has_begun_as(&self, other: &Self) -> bool {
        self.appointments == other.appointments
            && self.now.offset() == other.now.offset()
            && self.days_begun().eq(other.days_begun())
    }

    fn days_begun(&self) -> impl Iterator<Item = NaiveDate> {
        self.begun().map(|appointment| self.local_day(appointment.at))
    }

    /// The day of an instant where the client was then, as far as what they wrote says that; where they are now
    /// otherwise.
    #[must_use]
    pub fn local_day(&self, at: DateTime<FixedOffset>) -> NaiveDate {
        self.clock.local(at).unwrap_or_else(|| at.with_timezone(self.now.offset())).date_naive()
    }

    /// Where a day stands: the last dosing session on it or before it, by its number, and whole days since.
    #[must_use]
    pub fn stand_of(&self, day: NaiveDate) -> Option<(usize, i64)> {
        let dosed = (1..).zip(self.dosings().map(|dosing| self.local_day(dosing.at)));
        let (number, dosed) = dosed.filter(|(_, dosed)| *dosed <= day).last()?;
        Some((number, (day - dosed).num_days()))
    }

    /// The latest dosing session that has begun.
    #[must_use]
    pub fn last_dosing(&self) -> Option<Dosing> {
        let last = self.dosings().next_back()?;
        Some(Dosing {
            id: last.id,
            at: last.at,
            end: end(last),
            number: self.dosings().count(),
            hours: (self.now - last.at).num_hours(),
        })
    }

    /// The next dosing session.
    #[must_use]
    pub fn next_dosing(&self) -> Option<&Appointment> {
        self.of(AppointmentKind::Dosing).find(|appointment| appointment.at > self.now)
    }

    /// The next appointment of any kind; one counts until it is over.
    #[must_use]
    pub fn next(&self) -> Option<&Appointment> {
        self.appointments.iter().find(|appointment| end(appointment) > self.now)
    }

    /// The last hour together that is over: where "since last session" begins.
    #[must_use]
    pub fn last_together(&self) -> Option<&Appointment> {
        self.appointments
            .iter()
            .rev()
            .find(|appointment| appointment.kind != AppointmentKind::Dosing && end(appointment) <= self.now)
    }

    /// What to write about now.
    #[must_use]
    pub fn moment(&self) -> Moment {
        let last = self.last_dosing();
        if last.is_some_and(|last| self.now - last.end < SOFT_LANDING) {
            return Moment::SoftLanding;
        }
        if self.next_dosing().is_some_and(|next| self.is_eve_of(next.at)) {
            return Moment::EveBefore;
        }
        let Some(last) = last else {
            return if self.appointments.is_empty() { Moment::Free } else { Moment::Preparation };
        };
        let since = self.now - last.at;
        if since < SAME_DAY {
            Moment::SameDay
        } else if since < NEXT_DAYS {
            Moment::NextDays
        } else if since < ONE_WEEK {
            Moment::OneWeek
        } else {
            Moment::Later
        }
    }

    fn of(&self, kind: AppointmentKind) -> impl DoubleEndedIterator<Item = &Appointment> {
        self.appointments.iter().filter(move |appointment| appointment.kind == kind)
    }

    /// The evening before from 17:00 on, and the day itself until it begins, in the client's local days.
    fn is_eve_of(&self, at: DateTime<FixedOffset>) -> bool {
        let today = self.now.date_naive();
        let day = self.local_day(at);
        day == today || (Some(day) == today.succ_opt() && self.now.hour() >= EVENING)
    }
}

fn end(appointment: &Appointment) -> DateTime<FixedOffset> {
    appointment.at + Duration::minutes(i64::from(appointment.minutes))
}

#[cfg(test)]
mod tests;
