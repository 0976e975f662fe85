//! What Tomas wrote.

use journal::course::Moment;

use crate::demo::story::Words;

pub const PREPARING: Words = Words {
    minutes: 7,
    moment: Moment::Preparation,
    answers: &[
        ("prep-intention", "To sleep through a night. I would take that and call it a miracle."),
        ("prep-fears", "That it works for everybody else."),
    ],
    feelings: &["tired", "tight"],
    free: "",
};

pub const AFTER_SECOND: Words = Words {
    minutes: 10,
    moment: Moment::NextDays,
    answers: &[
        (
            "next-still",
            "Less than last time. I kept waiting for the other room and stayed in this one. I was polite \
             about it. I am telling you because in the hour I will say it was fine.",
        ),
        ("next-tell", "You. I have now."),
    ],
    feelings: &["numb"],
    free: "",
};

pub const HARD: Words = Words {
    minutes: 6,
    moment: Moment::HardMoment,
    answers: &[
        (
            "hard-now",
            "It is the same week again. I do not want to be told that it passes. I know that it passes. I \
             am tired of being the road.",
        ),
        ("hard-help", "The dog from upstairs came down by himself and slept on my feet."),
    ],
    feelings: &["heavy", "tired"],
    free: "",
};
