//! Tomas Reed: five weeks after his second session, and worse than when he began. He let his therapist know twice: once
//! she called him the same evening, and the last time is not answered yet.

mod words;

use journal::record::{
    AppointmentKind::{Dosing, Integration, Preparation},
    Done,
};
use wire::demo::TOMAS;

use self::words::{AFTER_SECOND, HARD, PREPARING};
use super::{
    calendar::Calendar,
    check_ins::{Temper, check_ins},
    story::{Answered, Kept, Story, Told, appointment, measure, page, usual_plan},
};

const TEMPER: Temper = Temper {
    seed: 77,
    days: (70, 1),
    often: (52, 12),
    mood: 22,
    lift: 5,
    dread: 5,
    bad: &[21, 20, 13, 9, 8, 5, 4, 3, 2, 1],
    notes: &[(20, "Lay on the floor because it was nearer."), (4, "Did not go. Said I had a cold.")],
};

pub fn story(calendar: &Calendar) -> Story {
    let sessions = [49, 35].map(|ago| calendar.day(-ago, 13, 0));
    let note = Some("Lozenge. A taxi is booked for you.");
    Story {
        appointments: vec![
            appointment(Preparation, calendar.day(-63, 16, 0), None),
            appointment(Dosing, sessions[0], note),
            appointment(Integration, calendar.day(-46, 16, 0), None),
            appointment(Dosing, sessions[1], note),
            appointment(Integration, calendar.day(-32, 16, 0), None),
            appointment(Integration, calendar.day(-18, 16, 0), None),
            appointment(Integration, calendar.day(2, 16, 0), None),
        ],
        check_ins: check_ins(calendar, &sessions, &TEMPER),
        pages: vec![
            page(calendar.day(-58, 22, 15), PREPARING, Kept::Private),
            page(calendar.day(-34, 19, 45), AFTER_SECOND, Kept::Read(calendar.day(-32, 15, 40))),
            page(calendar.day(-3, 23, 10), HARD, Kept::Shared),
        ],
        measures: [
            measure("phq-9", calendar.day(-63, 9, 0), &[2, 1, 2, 1, 1, 2, 1, 1, 0]),
            measure("gad-7", calendar.day(-63, 9, 6), &[1, 2, 2, 1, 1, 1, 1]),
            measure("phq-9", calendar.day(-33, 9, 0), &[1, 2, 2, 1, 1, 2, 1, 1, 0]),
            measure("phq-9", calendar.day(-19, 20, 0), &[2, 2, 2, 2, 1, 2, 2, 0, 1]),
            measure("phq-9", calendar.day(-1, 0, 20), &[2, 3, 3, 2, 2, 3, 2, 1, 1]),
            measure("gad-7", calendar.day(-1, 0, 26), &[2, 2, 3, 2, 2, 2, 2]),
        ]
        .into_iter()
        .flatten()
        .collect(),
        planned: usual_plan(),
        alerts: vec![
            Told {
                measure: 3,
                sent: calendar.day(-19, 20, 4),
                answered: Some(Answered {
                    opened: calendar.day(-19, 20, 31),
                    at: calendar.day(-19, 21, 10),
                    done: &[Done::Talked, Done::NextTime],
                    note: "Thank you for picking up. Tomorrow at four, as we said.",
                }),
            },
            Told { measure: 4, sent: calendar.day(-1, 0, 25), answered: None },
        ],
        ..Story::of(TOMAS)
    }
}
