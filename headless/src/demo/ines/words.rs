//! What Ines wrote.

use journal::course::Moment;

use crate::demo::story::Words;

pub const PREPARING: Words = Words {
    minutes: 12,
    moment: Moment::Preparation,
    answers: &[
        (
            "prep-intention",
            "To put the bag down. I have carried it so long that I lean to one side without it.",
        ),
        ("prep-fears", "That I am the bag."),
        ("prep-people", "Bea drives. My mother prays, which is her way of driving."),
    ],
    feelings: &["tired"],
    free: "",
};

pub const AFTER_FIRST: Words = Words {
    minutes: 14,
    moment: Moment::NextDays,
    answers: &[
        (
            "next-still",
            "A kitchen with the window open and nobody in it. I was not sad that nobody was in it. I was \
             the open window, if that is a thing a person can be.",
        ),
        ("next-change", "Open one before coffee. A real one. See who complains."),
    ],
    feelings: &["calm", "curious"],
    free: "",
};

pub const MONTHS_LATER: Words = Words {
    minutes: 9,
    moment: Moment::Later,
    answers: &[
        (
            "later-changed",
            "I answer the phone. I was late for work because of a conversation with a neighbour about \
             figs. I have not been late for a good reason in years.",
        ),
        ("later-practice", "The window, most days. Swimming on Sundays, unless it thunders."),
    ],
    feelings: &["grateful"],
    free: "",
};

pub const GOOD: Words = Words {
    minutes: 5,
    moment: Moment::GoodMoment,
    answers: &[
        ("good-what", "Stood in the rain at the stop and noticed I was not waiting for anything worse."),
        ("good-keep", "That I noticed."),
    ],
    feelings: &["calm"],
    free: "",
};
