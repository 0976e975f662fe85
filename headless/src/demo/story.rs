//! What one client has behind them, before it is written down.

use chrono::{DateTime, Duration, FixedOffset};
use journal::{
    course::{Course, Moment},
    measures::find,
    prompts::for_moment,
    record::{
        Appointment, AppointmentKind, CheckIn, Done, Dose, Entry, Measure, OwnPrompt, PlannedMeasure, Rest,
        Route,
    },
    seal::{Entropy, SystemEntropy},
};
use uuid::Uuid;
use wire::demo::Person;

use super::grown::Grown;

/// One client.
pub struct Story {
    pub person: Person,
    pub appointments: Vec<Appointment>,
    /// Each with whether it is shared.
    pub check_ins: Vec<(CheckIn, bool)>,
    pub pages: Vec<Page>,
    pub grown: Grown,
    /// All of them are shared.
    pub measures: Vec<Measure>,
    /// What the plan asks for.
    pub planned: Vec<PlannedMeasure>,
    /// What the therapist asks of her own.
    pub prompts: Vec<OwnPrompt>,
    /// Answers that were told at once.
    pub alerts: Vec<Told>,
    /// Whether of check-ins nothing but the numbers is shared, by a rule of the client's own.
    pub numbers: bool,
}

impl Story {
    /// Of somebody who has done nothing yet.
    pub const fn of(person: Person) -> Self {
        Self {
            person,
            appointments: Vec::new(),
            check_ins: Vec::new(),
            pages: Vec::new(),
            grown: Grown::none(),
            measures: Vec::new(),
            planned: Vec::new(),
            prompts: Vec::new(),
            alerts: Vec::new(),
            numbers: false,
        }
    }
}

/// An answer that was told at once.
pub struct Told {
    /// In which of the measures.
    pub measure: usize,
    pub sent: DateTime<FixedOffset>,
    /// `None` while the therapist has not seen it.
    pub answered: Option<Answered>,
}

/// What the therapist did about it.
#[derive(Clone)]
pub struct Answered {
    pub opened: DateTime<FixedOffset>,
    pub at: DateTime<FixedOffset>,
    pub done: &'static [Done],
    pub note: &'static str,
}

/// Who has seen an entry.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    /// Nobody.
    Private,
    /// It is there for the therapist, who has not opened it.
    Shared,
    /// The therapist opened it then.
    Read(DateTime<FixedOffset>),
}

/// What was written in one sitting.
pub struct Words {
    /// How long it took.
    pub minutes: i64,
    pub moment: Moment,
    /// The prompt's id and the words; what is not here was skipped.
    pub answers: &'static [(&'static str, &'static str)],
    pub feelings: &'static [&'static str],
    pub free: &'static str,
}

/// One finished entry.
pub struct Page {
    pub at: DateTime<FixedOffset>,
    pub words: Words,
    pub kept: Kept,
    /// What the therapist wrote back.
    pub reply: Option<Replied>,
}

/// A few words back.
#[derive(Clone, Copy)]
pub struct Replied {
    pub at: DateTime<FixedOffset>,
    pub text: &'static str,
    /// When the client read them.
    pub read: DateTime<FixedOffset>,
}

/// What was written at `at`, and who has seen it.
pub const fn page(at: DateTime<FixedOffset>, words: Words, kept: Kept) -> Page {
    Page { at, words, kept, reply: None }
}

impl Page {
    /// With a few words back, and when they were read.
    pub const fn answered(
        self,
        at: DateTime<FixedOffset>,
        text: &'static str,
        read: DateTime<FixedOffset>,
    ) -> Self {
        Self { reply: Some(Replied { at, text, read }), ..self }
    }

    /// As a device would have written it in the course of these appointments.
    pub fn entry(&self, appointments: &[Appointment]) -> Entry {
        let words = &self.words;
        let course = Course::new(appointments, self.at);
        let dosing = course.last_dosing().map(|dosing| (dosing.id, dosing.at));
        let mut entry = Entry::new(words.moment, dosing, self.at);
        for (position, prompt) in for_moment(words.moment).iter().enumerate() {
            if let Some((_, answer)) = words.answers.iter().find(|(id, _)| *id == prompt.id) {
                entry.set_answer(prompt.id, prompt.question.english, (*answer).into());
                entry.position = position;
            }
        }
        entry.feelings = words.feelings.iter().map(|word| (*word).into()).collect();
        entry.free = words.free.into();
        entry.changed = self.at + Duration::minutes(words.minutes);
        entry.finished = Some(entry.changed);
        entry
    }
}

/// A filled-in questionnaire; `values` are its answers in order.
pub fn measure(instrument: &str, at: DateTime<FixedOffset>, values: &[u8]) -> Option<Measure> {
    let instrument = find(instrument)?;
    let mut measure = Measure::new(instrument, "en", at);
    for (item, value) in instrument.items.iter().zip(values) {
        measure.answer(item.id, Some(*value), at);
    }
    measure.finished = Some(at);
    Some(measure)
}

/// PHQ-9 and GAD-7 every two weeks and before each hour together.
pub fn usual_plan() -> Vec<PlannedMeasure> {
    ["phq-9", "gad-7"]
        .map(|instrument| PlannedMeasure {
            instrument: instrument.into(),
            every_days: Some(14),
            before_integration: true,
            baseline: true,
            rest: Rest::new(),
        })
        .into()
}

/// One appointment, as long as its kind usually is.
pub fn appointment(kind: AppointmentKind, at: DateTime<FixedOffset>, note: Option<&str>) -> Appointment {
    let minutes = if kind == AppointmentKind::Dosing { 120 } else { 50 };
    Appointment { id: fresh(), kind, at, minutes, note: note.map(str::to_owned), dose: None, zone: None }
}

/// A dosing session, and what is given in it.
pub fn dosing(at: DateTime<FixedOffset>, route: Route, amount: &str, note: Option<&str>) -> Appointment {
    let dose = Dose { route: Some(route), amount: amount.to_owned() };
    Appointment { dose: Some(dose), ..appointment(AppointmentKind::Dosing, at, note) }
}

/// An id that is nobody else's.
pub fn fresh() -> Uuid {
    uuid::Builder::from_random_bytes(SystemEntropy.bytes16()).into_uuid()
}
