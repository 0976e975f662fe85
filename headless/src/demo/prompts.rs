//! What the therapist of most of them asks in words of her own.

use journal::{
    course::Moment,
    record::{OwnPrompt, Rest, Template},
};

use super::{calendar::Calendar, story::fresh};

/// Whom she gave it to is asked it in the days after the session.
const ON_THE_STAIRS: &str = "Who else is on the stairs?";
const ONE_LINE: &str = "One line is enough. Nobody is a good answer, too.";
const HANDS: &str = "What did your hands do?";

/// For Maya, given after the last hour together.
pub fn for_maya(calendar: &Calendar) -> OwnPrompt {
    OwnPrompt {
        id: fresh(),
        question: ON_THE_STAIRS.into(),
        help: ONE_LINE.into(),
        moment: Moment::NextDays,
        given: calendar.day(-5, 12, 10),
        rest: Rest::new(),
    }
}

/// Those she keeps to give to somebody.
pub fn kept(calendar: &Calendar) -> [Template; 2] {
    [
        Template {
            question: ON_THE_STAIRS.into(),
            help: ONE_LINE.into(),
            ..Template::new(calendar.day(-5, 12, 6))
        },
        Template {
            question: HANDS.into(),
            moment: Moment::SameDay,
            ..Template::new(calendar.day(-30, 17, 40))
        },
    ]
}
