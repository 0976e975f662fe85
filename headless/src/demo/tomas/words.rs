//! What Tomas wrote.

use journal::{course::Moment, record::Part};

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

pub const IN_HARD_HOURS: [(Part, &str); 6] = [
    (
        Part::Signs,
        "I let the post lie. I say fine before anybody has finished asking. I count how many would notice.",
    ),
    (
        Part::Alone,
        "Cold water over the wrists. The radio in the kitchen, not the one by the bed. Once round the block, \
         also in slippers.",
    ),
    (
        Part::Places,
        "The bakery at the corner from five on: it is warm, and they do not ask. The dog upstairs.",
    ),
    (
        Part::People,
        "My brother-in-law Piet, at any hour; he has said so twice and meant it. Mrs. Amsel downstairs, until ten.",
    ),
    (
        Part::Services,
        "Dr. Okafor, at the practice, Monday to Friday. At night the number on the green card beside the door.",
    ),
    (
        Part::Safer,
        "Piet keeps my tablets and brings a week of them on Sundays. The key to the cellar hangs at his place.",
    ),
];
