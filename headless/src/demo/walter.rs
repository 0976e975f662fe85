//! Walter Brandt: twelve days after his third session. He shares his numbers, and of his words none.

use journal::record::{
    AppointmentKind::{Integration, Preparation},
    Route,
};
use wire::demo::WALTER;

use super::{
    calendar::Calendar,
    check_ins::{Temper, check_ins},
    story::{Story, appointment, dosing, measure, usual_plan},
};

const TEMPER: Temper = Temper {
    seed: 90,
    days: (84, 1),
    often: (64, 10),
    mood: 27,
    lift: 8,
    dread: 3,
    bad: &[61, 33],
    notes: &[
        (60, "Nobody's business but it was the allotment."),
        (30, "Dreamt of the foundry again."),
        (6, "Told Greta. She knew."),
    ],
};

pub fn story(calendar: &Calendar) -> Story {
    let sessions = [70, 41, 12].map(|ago| calendar.day(-ago, 9, 0));
    let mut appointments = vec![appointment(Preparation, calendar.day(-80, 17, 0), None)];
    appointments.extend(sessions.map(|at| dosing(at, Route::Intramuscular, "60 mg", None)));
    appointments.extend([67, 38, 9].map(|ago| appointment(Integration, calendar.day(-ago, 17, 0), None)));
    appointments.push(appointment(Integration, calendar.day(6, 17, 0), None));
    Story {
        appointments,
        check_ins: check_ins(calendar, &sessions, &TEMPER),
        measures: [
            measure("phq-9", calendar.day(-80, 8, 0), &[2, 2, 2, 1, 2, 2, 1, 1, 0]),
            measure("gad-7", calendar.day(-80, 8, 4), &[1, 1, 2, 1, 1, 1, 1]),
            measure("phq-9", calendar.day(-39, 8, 0), &[1, 2, 2, 1, 1, 2, 1, 1, 0]),
            measure("phq-9", calendar.day(-10, 8, 0), &[1, 1, 2, 1, 1, 1, 1, 1, 0]),
            measure("gad-7", calendar.day(-10, 8, 5), &[1, 1, 1, 1, 1, 0, 1]),
        ]
        .into_iter()
        .flatten()
        .collect(),
        planned: usual_plan(),
        numbers: true,
        ..Story::of(WALTER)
    }
}
