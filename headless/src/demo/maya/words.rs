//! What Maya wrote.

use journal::course::Moment;

use crate::demo::story::Words;

pub const PREPARING: Words = Words {
    minutes: 16,
    moment: Moment::Preparation,
    answers: &[
        (
            "prep-intention",
            "I'd like to find out where I go when I go quiet. People ask, and I say tired. It isn't tired.",
        ),
        ("prep-hopes", "To want breakfast. Honestly that. To wake up and have an opinion about breakfast."),
        (
            "prep-fears",
            "That nothing happens and I'll have to be polite about it. Or that I get stuck somewhere and \
             can't find the words for come and get me. Dr. Okafor says I can lift one hand and she will \
             say my name. I practised on the bus. A man thought I was waving, so then I had to wave.",
        ),
        (
            "prep-pattern",
            "I answer messages in my head, in full, and don't send them. After a week the answer needs \
             an apology. After a month it needs a reason. After that I cross the road.",
        ),
        (
            "prep-people",
            "Ruth downstairs. She'll drive me and has promised to ask nothing until there is soup. \
             Five things: the kettle, a radio in another room, the green jumper, my hands in flour, the \
             number 12 when it's almost empty.",
        ),
    ],
    feelings: &["restless", "tired"],
    free: "",
};

pub const FIRST_LANDING: Words = Words {
    minutes: 3,
    moment: Moment::SoftLanding,
    answers: &[
        ("soft-fragment", "green\n\nstairs. soap\n\nsomebody reading out names of places at sea"),
        ("soft-body", "hands. they are huge and warm, like bread"),
    ],
    feelings: &["floating", "warm"],
    free: "",
};

pub const DAY_AFTER_FIRST: Words = Words {
    minutes: 21,
    moment: Moment::NextDays,
    answers: &[
        (
            "next-still",
            "The stairs in my grandmother's house by the sea. I wasn't going anywhere on them, I was just \
             sitting, fourth from the bottom, the one that gives. It smelled of soap and wet wool. In the \
             kitchen the shipping forecast was on and she was taking it down in pencil, as she did every \
             day for forty years, although by then none of hers went to sea. I asked her once what it \
             was for. She said, somebody's always out.",
        ),
        (
            "next-themes",
            "Elin. My sister emptied that house by herself, in February, because I had a deadline. There \
             was a deadline. It was the manual for a dishwasher.",
        ),
        (
            "next-intention",
            "I asked where I go when I go quiet. It might be there, halfway up. From the fourth stair you \
             hear everybody and nobody can hand you anything.",
        ),
        ("next-change", "Write down the weather once a day. One line, in pencil."),
    ],
    feelings: &["tender", "sad", "clear"],
    free: "",
};

pub const AT_NIGHT: Words = Words {
    minutes: 25,
    moment: Moment::HardMoment,
    answers: &[
        (
            "hard-now",
            "Awake since half past one. It's the old kind, with no picture in it, only a flat voice \
             reading me the list of what I haven't done since about 2009. I'd thought it was switched off. \
             It was in another room.",
        ),
        (
            "hard-body",
            "Breastbone, like a drawer that sticks. A 7 when I sat down, maybe a 5 now that I'm typing. \
             Fog, no wind.",
        ),
        (
            "hard-help",
            "Socks. The kitchen light. Ruth says I may knock at any hour and I believe her about eighty \
             per cent, so I'll make tea and see how much of it is left by then.",
        ),
    ],
    feelings: &["wide awake", "heavy", "lonely"],
    free: "02:41. Tea. It's a 3. Rain started, proper rain, on the bins.",
};

pub const LETTER: Words = Words {
    minutes: 34,
    moment: Moment::Letter,
    answers: &[(
        "letter",
        "Elin,\n\nThis is about the eleventh one, and you won't get it either.\n\nThere were four things \
         I wanted from the house. I never said, so you couldn't have kept them. The forecast books. The \
         blue pan with the chipped lip. The hook by the door with my name over it in her handwriting. \
         I've forgotten the fourth, which tells you how well I've looked after them.\n\nI didn't come \
         because I couldn't have carried one box past you without you seeing how I was. That's all it \
         was. It is a lot shorter than the reasons I made up.\n\nYou did the whole attic in that cold. \
         I hope somebody brought you coffee.\n\nM.",
    )],
    feelings: &["ashamed", "tender"],
    free: "",
};

pub const A_WEEK_AFTER_FIRST: Words = Words {
    minutes: 12,
    moment: Moment::OneWeek,
    answers: &[
        ("week-held", "That I have a place where I sit and listen. And: somebody's always out."),
        ("week-step", "Weather in pencil, five days of seven. One of the five just says \"yes, weather\"."),
        (
            "week-days",
            "The first half of the night is better. I had an opinion about breakfast three times (eggs, \
             eggs, not eggs). Laughed at work, at a comma.",
        ),
        (
            "week-hard",
            "Her number. I look it up and there's the little picture of her at somebody's wedding, \
             squinting. What helped a bit was leaving the phone face up on the table instead of face down.",
        ),
    ],
    feelings: &["curious", "tired"],
    free: "",
};

pub const DREAM: Words = Words {
    minutes: 9,
    moment: Moment::Dream,
    answers: &[
        (
            "dream-what",
            "I'm at work but the office is on a ferry and nobody minds. My desk slides a hand's width to \
             the left, then back. In every manual one page is handwritten, and I have to find it before we \
             dock. I find it. It says: to open, lift the fourth stair.",
        ),
        (
            "dream-feel",
            "Amused, and then homesick all through brushing my teeth. It did lift. I'd forgotten. Elin \
             and I kept things in there.",
        ),
    ],
    feelings: &["playful", "moved"],
    free: "",
};

pub const EVE_OF_SECOND: Words = Words {
    minutes: 7,
    moment: Moment::EveBefore,
    answers: &[
        ("eve-intention", "To look under the stair, and let Elin be there if she wants to be."),
        (
            "eve-remember",
            "You can lift a hand. Last time you were frightened for about as long as an egg takes, and \
             after that you were in a kitchen.",
        ),
        (
            "eve-practical",
            "Bag by the door, green jumper, I know when to stop eating. Ruth has written the time on her \
             actual hand. Phone off after this.",
        ),
    ],
    feelings: &["afraid", "hopeful"],
    free: "",
};

pub const SECOND_LANDING: Words = Words {
    minutes: 2,
    moment: Moment::SoftLanding,
    answers: &[("soft-fragment", "rain on wood"), ("soft-body", "all down my back, where she was")],
    feelings: &["held"],
    free: "",
};

pub const DAY_OF_SECOND: Words = Words {
    minutes: 28,
    moment: Moment::SameDay,
    answers: &[
        (
            "same-came-up",
            "No stairs. I went looking for them and got the boat, the old rowing boat that lay upside \
             down in the grass behind the house. You could crawl in under the stern. It's in all my \
             stories as the place I went to be alone when it rained, I must have told it at dinners.\n\nIt \
             rained and I was under there and I wasn't alone. Elin was lying along my back with her knees \
             in the backs of my knees, there was no room for two any other way. She was counting in a \
             whisper between the lightning and the thunder, and getting it wrong after twelve. She'd have \
             been five. I had left her out. I don't think I meant to. The story was tidier with one child \
             in it.",
        ),
        (
            "same-images",
            "Green light along the edge where the grass stood up against the wood. Tar. Her voice going \
             eleven, twelve, fourteen. A snail, very busy.",
        ),
        (
            "same-feelings",
            "Warm all down my back, so much that I reached behind me to check. Then I cried, the kind that \
             takes no work. Then hungry. Ruth's soup, two bowls, and she still didn't ask.",
        ),
        (
            "same-hard",
            "Hardest was coming up. Dr. Okafor said my name and I didn't want to be only one person again. \
             Good: it stayed on a bit, the way the floor does after a ferry.",
        ),
        (
            "same-different",
            "I've said for years that I was a lonely child. I don't know any more how many times she was \
             there.",
        ),
    ],
    feelings: &["tender", "moved", "tired"],
    free: "",
};
