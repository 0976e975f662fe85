//! Sana Qureshi: seven weeks after her first session, and silent since the week after it.

mod words;

use chrono::Duration;
use journal::record::{
    AppointmentKind::{Integration, Preparation},
    Route,
};
use wire::demo::SANA;

use self::words::NEXT_DAYS;
use super::{
    calendar::Calendar,
    check_ins::{Temper, check_ins},
    story::{Kept, Story, appointment, dosing, measure, page, usual_plan},
};

const TEMPER: Temper = Temper {
    seed: 31,
    days: (62, 41),
    often: (50, 5),
    mood: 25,
    lift: 8,
    dread: 6,
    bad: &[55],
    notes: &[(52, "Packed a bag for two hours. It was a small bag.")],
};

pub fn story(calendar: &Calendar) -> Story {
    let session = calendar.day(-49, 11, 0);
    Story {
        appointments: vec![
            appointment(Preparation, calendar.day(-58, 12, 0), None),
            dosing(session, Route::Nasal, "56 mg", Some("Your sister waits downstairs.")),
            appointment(Integration, calendar.day(-45, 12, 0), None),
            appointment(Integration, calendar.day(5, 12, 0), None),
        ],
        check_ins: check_ins(calendar, &[session], &TEMPER),
        pages: vec![page(session + Duration::hours(31), NEXT_DAYS, Kept::Read(calendar.day(-45, 11, 48)))],
        measures: [
            measure("phq-9", calendar.day(-58, 10, 0), &[2, 2, 3, 2, 2, 2, 2, 1, 0]),
            measure("phq-9", calendar.day(-44, 20, 0), &[2, 1, 2, 2, 1, 2, 1, 1, 0]),
        ]
        .into_iter()
        .flatten()
        .collect(),
        planned: usual_plan(),
        ..Story::of(SANA)
    }
}
