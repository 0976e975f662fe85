//! Jonas Reyes: nine days after his first session, a man of few words.

mod words;

use chrono::Duration;
use journal::record::{
    AppointmentKind::{Integration, Preparation},
    Route,
};
use wire::demo::JONAS;

use self::words::{GOOD, LANDING, PREPARING, SAME_DAY};
use super::{
    calendar::Calendar,
    check_ins::{Temper, check_ins},
    grown::{Grown, Topic},
    story::{Kept, Story, appointment, dosing, page},
};

const TEMPER: Temper = Temper {
    seed: 55,
    days: (19, 3),
    often: (48, 8),
    mood: 25,
    lift: 9,
    dread: 5,
    bad: &[],
    notes: &[(13, "Long shift. Ate standing up.")],
};

pub fn story(calendar: &Calendar) -> Story {
    let session = calendar.hours_ago(9 * 24);
    Story {
        appointments: vec![
            appointment(Preparation, calendar.day(-17, 11, 0), None),
            dosing(session, Route::Lozenge, "150 mg", Some("Teo picks you up.")),
            appointment(Integration, calendar.day(-6, 11, 0), None),
            appointment(Integration, calendar.day(3, 10, 0), None),
        ],
        check_ins: check_ins(calendar, &[session], &TEMPER),
        pages: vec![
            page(calendar.day(-14, 20, 12), PREPARING, Kept::Private),
            page(session + Duration::minutes(135), LANDING, Kept::Private),
            page(session + Duration::minutes(8 * 60), SAME_DAY, Kept::Read(calendar.day(-6, 10, 52)))
                .answered(
                    calendar.day(-6, 12, 5),
                    "Glad, by the sound of an exhaust. I have written that one down.",
                    calendar.day(-6, 21, 40),
                ),
            page(calendar.day(-4, 20, 40), GOOD, Kept::Shared),
        ],
        grown: Grown {
            agenda: Some((
                calendar.day(-2, 19, 30),
                vec![
                    Topic::Line("What do I tell Alba? She asks where I go when you give me the thing."),
                    Topic::Line("The light at the top of the shaft. Who left it on."),
                ],
            )),
            ..Grown::none()
        },
        ..Story::of(JONAS)
    }
}
