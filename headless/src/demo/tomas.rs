//! Tomas Reed: five weeks after his second session, and worse than when he began. He let his therapist know twice: once
//! she called him the same evening, and the last time is not answered yet.

mod words;

use journal::record::{
    AppointmentKind::{Integration, Preparation},
    Done, Outcome, Route,
};
use wire::demo::TOMAS;

use self::words::{AFTER_SECOND, HARD, IN_HARD_HOURS, PREPARING};
use super::{
    calendar::Calendar,
    check_ins::{Temper, check_ins},
    grown::{Grown, Intended, Safety, Tried},
    story::{Answered, Kept, Story, Told, appointment, dosing, measure, page, usual_plan},
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
    let note = Some("A taxi is booked for you.");
    Story {
        appointments: vec![
            appointment(Preparation, calendar.day(-63, 16, 0), None),
            dosing(sessions[0], Route::Lozenge, "200 mg", note),
            appointment(Integration, calendar.day(-46, 16, 0), None),
            dosing(sessions[1], Route::Lozenge, "300 mg", note),
            appointment(Integration, calendar.day(-32, 16, 0), None),
            appointment(Integration, calendar.day(-18, 16, 0), None),
            appointment(Integration, calendar.day(2, 16, 0), None),
        ],
        check_ins: check_ins(calendar, &sessions, &TEMPER),
        pages: vec![
            page(calendar.day(-58, 22, 15), PREPARING, Kept::Private),
            page(calendar.day(-34, 19, 45), AFTER_SECOND, Kept::Read(calendar.day(-32, 15, 40))).answered(
                calendar.day(-32, 17, 15),
                "Thank you for saying what you would have called fine. We begin there.",
                calendar.day(-32, 22, 50),
            ),
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
        grown: Grown {
            intentions: vec![Intended { page: 0, prompt: "prep-intention" }],
            steps: vec![Tried {
                at: calendar.day(-31, 18, 0),
                text: "The telephone sleeps in the hall.",
                insight: None,
                intention: 0,
                back_on: None,
                looks: vec![(
                    calendar.day(-24, 20, 0),
                    Outcome::LetGo,
                    "It rang out there, and I got up for it. That was worse.",
                )],
            }],
            safety: Some(Safety {
                made: calendar.day(-60, 10, 30),
                changed: calendar.day(-18, 17, 5),
                parts: IN_HARD_HOURS,
            }),
            ..Grown::none()
        },
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
