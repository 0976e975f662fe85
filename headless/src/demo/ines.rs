//! Ines Caldeira: half a year behind her, six sessions in its first two months, in remission since.

mod words;

use journal::record::{
    AppointmentKind::{Integration, Preparation},
    Outcome, Route,
};
use wire::demo::INES;

use self::words::{AFTER_FIRST, GOOD, MONTHS_LATER, PREPARING};
use super::{
    calendar::Calendar,
    check_ins::{Temper, check_ins},
    grown::{Found, Grown, Intended, Tried},
    story::{Kept, Story, appointment, dosing, measure, page, usual_plan},
};

/// Days ago of her sessions.
const SESSIONS: [i64; 6] = [160, 153, 146, 139, 125, 111];

const TEMPER: Temper = Temper {
    seed: 12,
    days: (174, 2),
    often: (38, 10),
    mood: 30,
    lift: 10,
    dread: 4,
    bad: &[166, 165, 150, 120],
    notes: &[(62, "Swam. Cold. Laughed on my own like a fool."), (9, "Forgot to worry about the letter.")],
};

pub fn story(calendar: &Calendar) -> Story {
    let sessions = SESSIONS.map(|ago| calendar.day(-ago, 10, 0));
    let mut appointments = vec![appointment(Preparation, calendar.day(-172, 9, 0), None)];
    let amounts = ["150 mg", "200 mg", "200 mg", "200 mg", "250 mg", "250 mg"];
    let given = sessions.into_iter().zip(amounts);
    appointments
        .extend(given.map(|(at, amount)| dosing(at, Route::Lozenge, amount, Some("Bea picks you up."))));
    let hours = [158, 144, 130, 109, 80, 50, 21].map(|ago| calendar.day(-ago, 9, 0));
    appointments.extend(hours.map(|at| appointment(Integration, at, None)));
    appointments.push(appointment(Integration, calendar.day(9, 9, 0), None));
    Story {
        appointments,
        check_ins: check_ins(calendar, &sessions, &TEMPER),
        pages: vec![
            page(calendar.day(-168, 21, 30), PREPARING, Kept::Private),
            page(calendar.day(-159, 16, 10), AFTER_FIRST, Kept::Read(calendar.day(-158, 8, 40))),
            page(calendar.day(-60, 20, 5), MONTHS_LATER, Kept::Read(calendar.day(-50, 8, 52))).answered(
                calendar.day(-50, 10, 5),
                "Late because of figs. I hope that it happens again.",
                calendar.day(-50, 12, 30),
            ),
            page(calendar.day(-12, 19, 20), GOOD, Kept::Shared),
        ],
        measures: [
            measure("phq-9", calendar.day(-172, 8, 30), &[3, 3, 2, 3, 2, 2, 2, 1, 1]),
            measure("gad-7", calendar.day(-172, 8, 36), &[3, 2, 2, 2, 2, 1, 2]),
            measure("phq-9", calendar.day(-145, 20, 0), &[2, 2, 2, 2, 1, 2, 1, 1, 0]),
            measure("phq-9", calendar.day(-110, 20, 0), &[1, 1, 1, 2, 1, 1, 1, 0, 0]),
            measure("gad-7", calendar.day(-110, 20, 5), &[1, 1, 1, 2, 1, 0, 1]),
            measure("phq-9", calendar.day(-51, 20, 0), &[1, 0, 1, 1, 1, 1, 0, 0, 0]),
            measure("phq-9", calendar.day(-22, 20, 0), &[0, 1, 1, 1, 0, 0, 0, 0, 0]),
            measure("gad-7", calendar.day(-22, 20, 5), &[1, 0, 1, 1, 0, 0, 0]),
        ]
        .into_iter()
        .flatten()
        .collect(),
        grown: Grown {
            intentions: vec![Intended { page: 0, prompt: "prep-intention" }],
            insights: vec![Found {
                at: calendar.day(-159, 16, 40),
                page: 1,
                prompt: "next-still",
                text: "I was the open window, if that is a thing a person can be.",
                intention: 0,
            }],
            steps: vec![Tried {
                at: calendar.day(-158, 10, 5),
                text: "Open a window before coffee. A real one.",
                insight: Some(0),
                intention: 0,
                back_on: None,
                looks: vec![
                    (calendar.day(-151, 8, 10), Outcome::NotYet, "Four of seven. Nobody complained."),
                    (calendar.day(-120, 8, 5), Outcome::Done, "It is what I do now."),
                ],
            }],
            ..Grown::none()
        },
        planned: usual_plan(),
        ..Story::of(INES)
    }
}
