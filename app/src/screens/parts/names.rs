//! What things of the journal are called.

use journal::{
    course::Moment,
    record::{AppointmentKind, Scale},
};

use crate::text::en::{
    kinds, moment,
    scales::{self, Words},
};

/// What an appointment is for.
pub const fn kind(kind: AppointmentKind) -> &'static str {
    match kind {
        AppointmentKind::Preparation => kinds::PREPARATION,
        AppointmentKind::Dosing => kinds::DOSING,
        AppointmentKind::Integration => kinds::INTEGRATION,
    }
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
