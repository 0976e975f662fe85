//! What is asked at each moment: our own words, plain and open. Every prompt can be skipped.

use crate::course::Moment;

/// One prompt; a screen each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Prompt {
    /// Stable; kept with the answer.
    pub id: &'static str,
    /// The question.
    pub question: &'static str,
    /// One quiet line under it.
    pub help: &'static str,
}

const fn prompt(id: &'static str, question: &'static str, help: &'static str) -> Prompt {
    Prompt { id, question, help }
}

/// Words for feelings, in groups that lie near each other.
pub const FEELINGS: [(&str, &[&str]); 5] = [
    ("soft", &["calm", "tender", "grateful", "hopeful", "relieved", "held"]),
    ("open", &["curious", "moved", "amazed", "light", "playful", "clear"]),
    ("low", &["sad", "heavy", "empty", "lonely", "tired", "numb"]),
    ("tense", &["afraid", "restless", "angry", "ashamed", "guilty", "lost"]),
    ("body", &["warm", "cold", "tight", "floating", "shaky", "wide awake"]),
];

/// The prompts of a moment, in order. An empty list means: just the page.
#[must_use]
pub const fn for_moment(moment: Moment) -> &'static [Prompt] {
    match moment {
        Moment::Preparation => &PREPARATION,
        Moment::EveBefore => &EVE_BEFORE,
        Moment::SoftLanding => &SOFT_LANDING,
        Moment::SameDay => &SAME_DAY,
        Moment::NextDays => &NEXT_DAYS,
        Moment::OneWeek => &ONE_WEEK,
        Moment::Later => &LATER,
        Moment::LookingBack => &LOOKING_BACK,
        Moment::HardMoment => &HARD_MOMENT,
        Moment::GoodMoment => &GOOD_MOMENT,
        Moment::Dream => &DREAM,
        Moment::Letter => &LETTER,
        Moment::Free => &[],
    }
}

const PREPARATION: [Prompt; 5] = [
    prompt(
        "prep-intention",
        "What would you like to turn toward?",
        "A wish, a question, a direction. It may change.",
    ),
    prompt("prep-hopes", "What do you hope for?", "Small hopes count."),
    prompt(
        "prep-fears",
        "What worries you, and what could help you meet it?",
        "Naming a worry often makes it smaller.",
    ),
    prompt(
        "prep-pattern",
        "Which pattern in your life would you like to look at?",
        "Something you notice yourself doing again and again.",
    ),
    prompt(
        "prep-people",
        "Who knows about this, and who can be with you after?",
        "A name is enough. So are five things that soothe you.",
    ),
];
const EVE_BEFORE: [Prompt; 3] = [
    prompt("eve-intention", "Your intention, in one line", "You will see it again after the session."),
    prompt(
        "eve-remember",
        "What do you want to remember if it gets hard?",
        "A sentence you would say to a friend.",
    ),
    prompt(
        "eve-practical",
        "Is everything ready?",
        "Food and drink as you were told, a ride home, a quiet evening.",
    ),
];
const SOFT_LANDING: [Prompt; 2] = [
    prompt("soft-fragment", "What is here?", "One word is enough. An image, a colour, a sound."),
    prompt(
        "soft-body",
        "Where in your body do you feel it?",
        "A place is enough. Nothing needs to make sense today.",
    ),
];
const SAME_DAY: [Prompt; 5] = [
    prompt("same-came-up", "What came up?", "In any order. It need not make sense."),
    prompt("same-images", "Which images, words or sounds stayed?", "Describe them as you would a dream."),
    prompt("same-feelings", "What did you feel, during and after?", "And where in your body?"),
    prompt(
        "same-hard",
        "What was hardest, and what was good?",
        "You can leave out whatever is too much today.",
    ),
    prompt("same-different", "Do you see anything differently now?", "A memory, a person, yourself."),
];
const NEXT_DAYS: [Prompt; 5] = [
    prompt(
        "next-still",
        "What is still with you?",
        "A feeling, an image, a sentence. It need not make sense.",
    ),
    prompt("next-themes", "What keeps coming back?", "A theme, a person, a place."),
    prompt(
        "next-intention",
        "How does it speak to what you wanted to turn toward?",
        "It may answer another question than the one you asked.",
    ),
    prompt(
        "next-change",
        "What is one small thing you could try while things are open?",
        "Small enough for this week.",
    ),
    prompt(
        "next-tell",
        "Whom would you like to tell, and what?",
        "Or what would you rather keep to yourself?",
    ),
];
const ONE_WEEK: [Prompt; 4] = [
    prompt("week-held", "Which insight has stayed with you?", "In one or two sentences."),
    prompt(
        "week-step",
        "What happened with the small thing you wanted to try?",
        "Done, not done, something else: all of it is worth knowing.",
    ),
    prompt("week-days", "How have your days and nights been?", "Mood, sleep, people around you."),
    prompt("week-hard", "What has been difficult?", "And what helped, even a little?"),
];
const LATER: [Prompt; 4] = [
    prompt(
        "later-changed",
        "What has changed, at home, in your habits, in your body?",
        "Or what has stayed the same?",
    ),
    prompt("later-practice", "What do you do that helps it last?", "A walk, a talk, a pause."),
    prompt(
        "later-insight",
        "What do you know now that you did not know before?",
        "As you would tell a friend.",
    ),
    prompt("later-next", "What would you want from a next session?", "Nothing is an answer too."),
];
const LOOKING_BACK: [Prompt; 2] = [
    prompt("back-recurs", "Reading back, what keeps returning?", "An image, a person, a sentence."),
    prompt(
        "back-tell",
        "What would you tell yourself before the first session?",
        "Write it as a note to that day.",
    ),
];
const HARD_MOMENT: [Prompt; 3] = [
    prompt("hard-now", "What is happening right now?", "Feet on the floor first. Write only if you want to."),
    prompt(
        "hard-body",
        "Where do you feel it, and how strong is it?",
        "Describe it as you would the weather.",
    ),
    prompt("hard-help", "What would help with the next ten minutes?", "A person, a place, something warm."),
];
const GOOD_MOMENT: [Prompt; 2] = [
    prompt("good-what", "What was good?", "With all the small things about it."),
    prompt("good-keep", "What of it would you like to keep?", "A sentence to find again later."),
];
const DREAM: [Prompt; 2] = [
    prompt("dream-what", "What did you dream?", "In the present tense, as if you were there."),
    prompt("dream-feel", "What feeling did you wake with?", "Does it remind you of something?"),
];
const LETTER: [Prompt; 1] = [prompt(
    "letter",
    "A letter that you will not send",
    "To somebody, to a part of you, to a time of your life.",
)];

#[cfg(test)]
mod tests {
    use super::*;

    const MOMENTS: [Moment; 13] = [
        Moment::Preparation,
        Moment::EveBefore,
        Moment::SoftLanding,
        Moment::SameDay,
        Moment::NextDays,
        Moment::OneWeek,
        Moment::Later,
        Moment::LookingBack,
        Moment::HardMoment,
        Moment::GoodMoment,
        Moment::Dream,
        Moment::Letter,
        Moment::Free,
    ];

    #[test]
    fn every_prompt_has_its_own_id_and_says_something() {
        let mut ids = std::collections::BTreeSet::new();
        for prompt in MOMENTS.into_iter().flat_map(for_moment) {
            assert!(ids.insert(prompt.id), "{} twice", prompt.id);
            assert!(prompt.question.len() > 8 && prompt.help.len() > 8, "{}", prompt.id);
        }
    }

    #[test]
    fn a_question_fits_a_breath() {
        for prompt in MOMENTS.into_iter().flat_map(for_moment) {
            assert!(prompt.question.split_whitespace().count() <= 14, "{}", prompt.question);
        }
    }
}
