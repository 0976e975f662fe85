//! What things of the journal are called.

use chrono::{DateTime, FixedOffset, NaiveDate};
use journal::{
    course::Moment,
    record::{Appointment, AppointmentKind, Scale},
};

use crate::{
    screens::parts::day_and_time,
    text::en::{
        scales::{self, Words},
        therapist::{plan, read::moment},
    },
};

/// What an appointment is for.
pub const fn kind(kind: AppointmentKind) -> &'static str {
    match kind {
        AppointmentKind::Preparation => plan::PREPARATION,
        AppointmentKind::Dosing => plan::DOSING,
        AppointmentKind::Integration => plan::INTEGRATION,
    }
}

/// "Integration, Thu 16 Oct, 14:00".
pub fn appointment(appointment: &Appointment) -> String {
    format!("{}, {}", kind(appointment.kind), day_and_time(appointment.at))
}

/// When a page was written.
pub const fn moment(moment: Moment) -> &'static str {
    match moment {
        Moment::Preparation => moment::PREPARATION,
        Moment::EveBefore => moment::EVE_BEFORE,
        Moment::SoftLanding => moment::SOFT_LANDING,
        Moment::SameDay => moment::SAME_DAY,
        Moment::NextDays => moment::NEXT_DAYS,
        Moment::OneWeek => moment::ONE_WEEK,
        Moment::Later => moment::LATER,
        Moment::LookingBack => moment::LOOKING_BACK,
        Moment::HardMoment => moment::HARD,
        Moment::GoodMoment => moment::GOOD,
        Moment::Dream => moment::DREAM,
        Moment::Letter => moment::LETTER,
        Moment::Free => moment::FREE,
    }
}

/// The words of a scale.
pub const fn scale(scale: Scale) -> &'static Words {
    match scale {
        Scale::Mood => &scales::MOOD,
        Scale::Anxiety => &scales::ANXIETY,
        Scale::Energy => &scales::ENERGY,
        Scale::Sleep => &scales::SLEEP,
        Scale::Connection => &scales::CONNECTION,
    }
}

/// The word for a level, which may lie between two.
pub fn band(words: &Words, level: f32) -> &'static str {
    let [one, two, three, four, five] = words.steps;
    match level {
        ..1.5 => one,
        1.5..2.5 => two,
        2.5..3.5 => three,
        3.5..4.5 => four,
        _ => five,
    }
}

/// The middle of a day where the reader is.
pub fn noon(day: NaiveDate, now: DateTime<FixedOffset>) -> DateTime<FixedOffset> {
    day.and_hms_opt(12, 0, 0).and_then(|noon| noon.and_local_timezone(*now.offset()).single()).unwrap_or(now)
}
