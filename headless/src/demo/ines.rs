//! Ines Caldeira: half a year behind her, six sessions in its first two months, in remission since.

mod words;

use journal::record::AppointmentKind::{Dosing, Integration, Preparation};
use wire::demo::INES;

use self::words::{AFTER_FIRST, GOOD, MONTHS_LATER, PREPARING};
use super::{
    calendar::Calendar,
    check_ins::{Temper, check_ins},
    story::{Kept, Story, appointment, measure, page, usual_plan},
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
    appointments.extend(sessions.map(|at| appointment(Dosing, at, Some("Lozenge. Bea picks you up."))));
    let hours = [158, 144, 130, 109, 80, 50, 21].map(|ago| calendar.day(-ago, 9, 0));
    appointments.extend(hours.map(|at| appointment(Integration, at, None)));
    appointments.push(appointment(Integration, calendar.day(9, 9, 0), None));
    Story {
        appointments,
        check_ins: check_ins(calendar, &sessions, &TEMPER),
        pages: vec![
            page(calendar.day(-168, 21, 30), PREPARING, Kept::Private),
            page(calendar.day(-159, 16, 10), AFTER_FIRST, Kept::Read(calendar.day(-158, 8, 40))),
            page(calendar.day(-60, 20, 5), MONTHS_LATER, Kept::Read(calendar.day(-50, 8, 52))),
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
        planned: usual_plan(),
        ..Story::of(INES)
    }
}
