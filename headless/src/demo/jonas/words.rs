//! What Jonas wrote.

use journal::course::Moment;

use crate::demo::story::Words;

pub const PREPARING: Words = Words {
    minutes: 11,
    moment: Moment::Preparation,
    answers: &[
        ("prep-intention", "To be in the room when I'm in the room. Alba says: dad, you're doing the face."),
        ("prep-fears", "Losing hold. I repair lifts. I like to know which brake is on."),
        ("prep-people", "My brother Teo. Alba's mother knows too and was decent about it."),
    ],
    feelings: &["restless"],
    free: "",
};

pub const LANDING: Words = Words {
    minutes: 1,
    moment: Moment::SoftLanding,
    answers: &[("soft-fragment", "brown. the warm kind")],
    feelings: &["calm"],
    free: "",
};

pub const SAME_DAY: Words = Words {
    minutes: 9,
    moment: Moment::SameDay,
    answers: &[
        (
            "same-came-up",
            "Not much to report. I was at the bottom of a shaft looking up and it didn't bother me. \
             Somebody had left a light on at the top.",
        ),
        (
            "same-hard",
            "Hard: the first ten minutes, my teeth. Good: I heard Teo's car come in and knew it by the \
             exhaust, and I was glad. I don't usually notice glad.",
        ),
    ],
    feelings: &["calm", "tired"],
    free: "",
};

pub const GOOD: Words = Words {
    minutes: 4,
    moment: Moment::GoodMoment,
    answers: &[
        (
            "good-what",
            "Alba read me a whole chapter with the voices. Halfway through she stopped and looked up \
             to see if I was still there. I was.",
        ),
        ("good-keep", "The badger voice."),
    ],
    feelings: &["light"],
    free: "",
};
