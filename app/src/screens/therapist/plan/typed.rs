//! What was typed into the form, as an appointment or as the slip in it.

use chrono::TimeZone;
use journal::{
    local::{NoInstant, field, instant},
    record::{Appointment, AppointmentKind, Dose, Route},
};
use uuid::Uuid;

use crate::text::therapist::plan as text;

/// The shortest and the longest appointment, minutes.
const LENGTH: std::ops::RangeInclusive<u16> = 5..=600;

/// As typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Typed {
    pub kind: AppointmentKind,
    pub when: String,
    pub minutes: String,
    pub note: String,
    pub route: Option<Route>,
    pub amount: String,
}

/// Why it is no appointment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slip {
    /// In the day and time.
    When(NoInstant),
    /// In the length.
    Length,
}

impl Slip {
    /// The words for it.
    pub fn words(self) -> &'static str {
        match self {
            Self::When(NoInstant::NotATime) => text::not_a_time(),
            Self::When(NoInstant::Skipped) => text::skipped(),
            Self::Length => text::not_a_length(),
        }
    }
}

impl Typed {
    /// An empty form.
    pub fn new() -> Self {
        let kind = AppointmentKind::Integration;
        Self {
            kind,
            when: String::new(),
            minutes: usual(kind).into(),
            note: String::new(),
            route: None,
            amount: String::new(),
        }
    }

    /// A form with what was planned.
    pub fn from<Zone: TimeZone>(appointment: &Appointment, zone: &Zone) -> Self {
        Self {
            kind: appointment.kind,
            when: field(appointment.at, zone),
            minutes: appointment.minutes.to_string(),
            note: appointment.note.clone().unwrap_or_default(),
            route: appointment.dose.as_ref().and_then(|dose| dose.route),
            amount: appointment.dose.as_ref().map(|dose| dose.amount.clone()).unwrap_or_default(),
        }
    }

    /// The appointment that was typed, by the clocks of `zone`, which is called `name`.
    pub fn appointment<Zone: TimeZone>(
        &self,
        id: Uuid,
        zone: &Zone,
        name: String,
    ) -> Result<Appointment, Slip> {
        let at = instant(&self.when, zone).map_err(Slip::When)?;
        let minutes = self.minutes.trim().parse().ok().filter(|minutes| LENGTH.contains(minutes));
        let note = self.note.trim();
        Ok(Appointment {
            id,
            kind: self.kind,
            at,
            minutes: minutes.ok_or(Slip::Length)?,
            note: (!note.is_empty()).then(|| note.to_owned()),
            dose: self.dose(),
            zone: (!name.is_empty()).then_some(name),
        })
    }

    /// What is given, if it is a dosing session and something was said.
    fn dose(&self) -> Option<Dose> {
        let dose = Dose { route: self.route, amount: self.amount.trim().to_owned() };
        (self.kind == AppointmentKind::Dosing && dose != Dose::default()).then_some(dose)
    }

    /// Another kind brings its usual length, unless another one was typed.
    pub fn choose(&mut self, kind: AppointmentKind) {
        if self.minutes == usual(self.kind) {
            self.minutes = usual(kind).into();
        }
        self.kind = kind;
    }
}

const fn usual(kind: AppointmentKind) -> &'static str {
    match kind {
        AppointmentKind::Dosing => "180",
        AppointmentKind::Preparation | AppointmentKind::Integration => "50",
    }
}

#[cfg(test)]
mod tests;
