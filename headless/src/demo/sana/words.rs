//! What Sana wrote.

use journal::course::Moment;

use crate::demo::story::Words;

pub const NEXT_DAYS: Words = Words {
    minutes: 8,
    moment: Moment::NextDays,
    answers: &[
        (
            "next-still",
            "My father's hands doing the buttons of my coat. I had them wrong and he did not say so, he \
             only did them again.",
        ),
        ("next-tell", "My sister, but not yet."),
    ],
    feelings: &["tender"],
    free: "",
};
