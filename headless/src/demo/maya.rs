//! Maya Lindqvist: a day and a half after her second session, an hour with her therapist tomorrow.

mod words;

use chrono::{DateTime, Duration, FixedOffset};
use journal::record::{
    AppointmentKind::{Integration, Preparation},
    Outcome, Route,
};
use wire::demo::MAYA;

use self::words::{
    A_WEEK_AFTER_FIRST, AT_NIGHT, DAY_AFTER_FIRST, DAY_OF_SECOND, DREAM, EVE_OF_SECOND, FIRST_LANDING,
    LETTER, PREPARING, SECOND_LANDING,
};
use super::{
    calendar::{Calendar, midnight},
    check_ins::{Temper, check_ins},
    grown::{Found, Grown, Intended, Topic, Tried},
    prompts,
    story::{Kept, Story, appointment, dosing, measure, page},
};

const TEMPER: Temper = Temper {
    seed: 45,
    days: (27, 1),
    often: (86, 42),
    mood: 23,
    lift: 17,
    dread: 10,
    bad: &[24, 8],
    notes: &[
        (24, "Same two songs in my head for days. Not even good ones."),
        (20, "Can't tell tired from sad tonight. Put tired."),
        (12, "Slept without the radio on."),
        (8, "See 02:17. Came to work anyway, nobody noticed or everybody was kind."),
        (5, "Said the thing about February out loud in the hour. The ceiling held."),
        (3, "Eggs again. On purpose."),
    ],
};

pub fn story(calendar: &Calendar) -> Story {
    let first = calendar.day(-13, 10, 0);
    let second = calendar.hours_ago(34);
    let note = Some("Nothing to eat for four hours before. Ruth drives you home.");
    Story {
        appointments: vec![
            appointment(Preparation, calendar.day(-24, 15, 0), None),
            appointment(Preparation, calendar.day(-18, 15, 0), None),
            dosing(first, Route::Lozenge, "150 mg", note),
            appointment(Integration, calendar.day(-10, 14, 0), None),
            appointment(Preparation, calendar.day(-5, 11, 0), None),
            dosing(second, Route::Lozenge, "200 mg", note),
            appointment(Integration, calendar.day(1, 14, 0), None),
        ],
        check_ins: check_ins(calendar, &[first, second], &TEMPER),
        pages: vec![
            page(calendar.day(-20, 22, 48), PREPARING, Kept::Private),
            page(first + Duration::minutes(140), FIRST_LANDING, Kept::Private),
            page(calendar.day(-12, 21, 55), DAY_AFTER_FIRST, Kept::Read(calendar.day(-10, 13, 46))).answered(
                calendar.day(-10, 15, 20),
                "Thank you for the fourth stair. I would like to hear more of what one hears from there. Bring \
                 the pencil, too, if you like.",
                calendar.day(-10, 18, 2),
            ),
            page(calendar.day(-8, 2, 17), AT_NIGHT, Kept::Private),
            page(calendar.day(-7, 23, 31), LETTER, Kept::Private),
            page(calendar.day(-6, 21, 5), A_WEEK_AFTER_FIRST, Kept::Private),
            page(calendar.day(-4, 4, 52), DREAM, Kept::Shared),
            page(midnight(second) - Duration::minutes(140), EVE_OF_SECOND, Kept::Shared),
            page(second + Duration::minutes(150), SECOND_LANDING, Kept::Private),
            page(second + Duration::minutes(9 * 60 + 10), DAY_OF_SECOND, Kept::Shared),
        ],
        measures: [
            measure("phq-9", calendar.day(-24, 9, 10), &[3, 3, 3, 3, 3, 2, 2, 1, 1]),
            measure("gad-7", calendar.day(-24, 9, 14), &[2, 2, 2, 2, 2, 1, 1]),
            measure("phq-9", calendar.day(-11, 20, 2), &[2, 2, 2, 2, 2, 1, 1, 1, 1]),
            measure("phq-9", calendar.day(-1, 0, 5), &[1, 1, 2, 1, 1, 1, 1, 1, 0]),
            measure("gad-7", calendar.day(-1, 0, 8), &[2, 2, 2, 2, 1, 1, 1]),
        ]
        .into_iter()
        .flatten()
        .collect(),
        grown: grown(calendar, second),
        prompts: vec![prompts::for_maya(calendar)],
        ..Story::of(MAYA)
    }
}

/// What she turned toward before each session, and what came of it.
fn grown(calendar: &Calendar, second: DateTime<FixedOffset>) -> Grown {
    Grown {
        intentions: vec![
            Intended { page: 0, prompt: "prep-intention" },
            Intended { page: 7, prompt: "eve-intention" },
        ],
        insights: vec![
            Found {
                at: calendar.day(-11, 8, 20),
                page: 2,
                prompt: "next-intention",
                text: "From the fourth stair you hear everybody and nobody can hand you anything.",
                intention: 0,
            },
            Found {
                at: second + Duration::hours(10),
                page: 9,
                prompt: "same-different",
                text: "I don't know any more how many times she was there.",
                intention: 1,
            },
        ],
        steps: vec![
            Tried {
                at: calendar.day(-11, 8, 24),
                text: "Write down the weather once a day. One line, in pencil.",
                insight: Some(0),
                intention: 0,
                back_on: None,
                looks: vec![(calendar.day(-6, 21, 20), Outcome::Done, "Five days of seven.")],
            },
            Tried {
                at: second + Duration::hours(24),
                text: "Ask Elin what she remembers of the boat. By post, if the telephone is too loud.",
                insight: Some(1),
                intention: 1,
                back_on: Some(calendar.day(6, 12, 0).date_naive()),
                looks: Vec::new(),
            },
        ],
        agenda: Some((
            second + Duration::hours(25),
            vec![
                Topic::Starred {
                    page: 9,
                    prompt: "same-hard",
                    text: "Dr. Okafor said my name and I didn't want to be only one person again.",
                },
                Topic::Line("Whether to send Elin the letter, or only to stop writing new ones."),
                Topic::Line("Can one come up more slowly? I would pay for the extra stairs."),
            ],
        )),
        ..Grown::none()
    }
}
