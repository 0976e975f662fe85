//! What is asked at each moment: our own words, plain and open. Every prompt can be skipped.

use crate::{course::Moment, language::Words};

/// One prompt; a screen each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Prompt {
    /// Stable; kept with the answer.
    pub id: &'static str,
    /// The question.
    pub question: Words,
    /// One quiet line under it.
    pub help: Words,
}

const fn prompt(id: &'static str, question: [&'static str; 2], help: [&'static str; 2]) -> Prompt {
    Prompt { id, question: Words::new(question), help: Words::new(help) }
}

/// One word to touch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Feeling {
    /// What is kept, in whatever language it was touched.
    pub id: &'static str,
    /// As it is shown.
    pub name: Words,
}

const fn feeling(english: &'static str, spanish: &'static str) -> Feeling {
    Feeling { id: english, name: Words::new([english, spanish]) }
}

/// The word with this id. Somebody's own words have none.
#[must_use]
pub fn feeling_of(id: &str) -> Option<Feeling> {
    FEELINGS.iter().flat_map(|(_, words)| *words).find(|feeling| feeling.id == id).copied()
}

/// Words for feelings, in groups that lie near each other.
pub const FEELINGS: [(&str, &[Feeling]); 5] = [
    (
        "soft",
        &[
            feeling("calm", "calma"),
            feeling("tender", "ternura"),
            feeling("grateful", "gratitud"),
            feeling("hopeful", "esperanza"),
            feeling("relieved", "alivio"),
            feeling("held", "cobijo"),
        ],
    ),
    (
        "open",
        &[
            feeling("curious", "curiosidad"),
            feeling("moved", "emoción"),
            feeling("amazed", "asombro"),
            feeling("light", "ligereza"),
            feeling("playful", "ganas de jugar"),
            feeling("clear", "claridad"),
        ],
    ),
    (
        "low",
        &[
            feeling("sad", "tristeza"),
            feeling("heavy", "pesadez"),
            feeling("empty", "vacío"),
            feeling("lonely", "soledad"),
            feeling("tired", "cansancio"),
            feeling("numb", "sin sentir nada"),
        ],
    ),
    (
        "tense",
        &[
            feeling("afraid", "miedo"),
            feeling("restless", "inquietud"),
            feeling("angry", "rabia"),
            feeling("ashamed", "vergüenza"),
            feeling("guilty", "culpa"),
            feeling("lost", "sin rumbo"),
        ],
    ),
    (
        "body",
        &[
            feeling("warm", "calor"),
            feeling("cold", "frío"),
            feeling("tight", "tensión"),
            feeling("floating", "como flotando"),
            feeling("shaky", "temblor"),
            feeling("wide awake", "ojos bien abiertos"),
        ],
    ),
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
        ["What would you like to turn toward?", "¿Hacia qué te gustaría mirar?"],
        [
            "A wish, a question, a direction. It may change.",
            "Un deseo, una pregunta, un rumbo. Puede cambiar.",
        ],
    ),
    prompt(
        "prep-hopes",
        ["What do you hope for?", "¿Qué esperas que pase?"],
        ["Small hopes count.", "Las esperanzas pequeñas también cuentan."],
    ),
    prompt(
        "prep-fears",
        [
            "What worries you, and what could help you meet it?",
            "¿Qué te preocupa y qué podría ayudarte a afrontarlo?",
        ],
        [
            "Naming a worry often makes it smaller.",
            "Ponerle nombre a una preocupación suele hacerla más pequeña.",
        ],
    ),
    prompt(
        "prep-pattern",
        [
            "Which pattern in your life would you like to look at?",
            "¿Qué costumbre de tu vida te gustaría mirar?",
        ],
        ["Something you notice yourself doing again and again.", "Algo que notas que haces una y otra vez."],
    ),
    prompt(
        "prep-people",
        [
            "Who knows about this, and who can be with you after?",
            "¿Quién sabe de esto y quién puede estar contigo después?",
        ],
        [
            "A name is enough. So are five things that soothe you.",
            "Un nombre basta. También cinco cosas que te calman.",
        ],
    ),
];
const EVE_BEFORE: [Prompt; 3] = [
    prompt(
        "eve-intention",
        ["Your intention, in one line", "Tu intención, en una línea"],
        ["You will see it again after the session.", "La verás otra vez después de la sesión."],
    ),
    prompt(
        "eve-remember",
        ["What do you want to remember if it gets hard?", "¿Qué quieres recordar si se pone difícil?"],
        ["A sentence you would say to a friend.", "Una frase que le dirías a alguien que quieres."],
    ),
    prompt(
        "eve-practical",
        ["Is everything ready?", "¿Está todo listo?"],
        [
            "Food and drink as you were told, a ride home, a quiet evening.",
            "Comida y bebida como te dijeron, quien te lleve a casa, una tarde tranquila.",
        ],
    ),
];
const SOFT_LANDING: [Prompt; 2] = [
    prompt(
        "soft-fragment",
        ["What is here?", "¿Qué hay aquí?"],
        [
            "One word is enough. An image, a colour, a sound.",
            "Basta una palabra. Una imagen, un color, un sonido.",
        ],
    ),
    prompt(
        "soft-body",
        ["Where in your body do you feel it?", "¿En qué parte del cuerpo lo sientes?"],
        [
            "A place is enough. Nothing needs to make sense today.",
            "Basta un lugar. Hoy nada tiene que tener sentido.",
        ],
    ),
];
const SAME_DAY: [Prompt; 5] = [
    prompt(
        "same-came-up",
        ["What came up?", "¿Qué apareció?"],
        ["In any order. It need not make sense.", "En cualquier orden. No hace falta que tenga sentido."],
    ),
    prompt(
        "same-images",
        ["Which images, words or sounds stayed?", "¿Qué imágenes, palabras o sonidos se quedaron?"],
        ["Describe them as you would a dream.", "Cuéntalos como contarías un sueño."],
    ),
    prompt(
        "same-feelings",
        ["What did you feel, during and after?", "¿Qué sentiste, durante y después?"],
        ["And where in your body?", "¿Y en qué parte del cuerpo?"],
    ),
    prompt(
        "same-hard",
        ["What was hardest, and what was good?", "¿Qué fue lo más difícil y qué fue bueno?"],
        ["You can leave out whatever is too much today.", "Puedes dejar fuera lo que hoy sea demasiado."],
    ),
    prompt(
        "same-different",
        ["Do you see anything differently now?", "¿Hay algo que ahora veas de otra manera?"],
        ["A memory, a person, yourself.", "Un recuerdo, una persona, tú."],
    ),
];
const NEXT_DAYS: [Prompt; 5] = [
    prompt(
        "next-still",
        ["What is still with you?", "¿Qué sigue contigo?"],
        [
            "A feeling, an image, a sentence. It need not make sense.",
            "Una sensación, una imagen, una frase. No hace falta que tenga sentido.",
        ],
    ),
    prompt(
        "next-themes",
        ["What keeps coming back?", "¿Qué vuelve una y otra vez?"],
        ["A theme, a person, a place.", "Un tema, una persona, un lugar."],
    ),
    prompt(
        "next-intention",
        [
            "How does it speak to what you wanted to turn toward?",
            "¿Qué dice de aquello hacia lo que querías mirar?",
        ],
        [
            "It may answer another question than the one you asked.",
            "Quizá responda a otra pregunta y no a la que hiciste.",
        ],
    ),
    prompt(
        "next-change",
        [
            "What is one small thing you could try while things are open?",
            "¿Qué cosa pequeña podrías probar mientras todo está abierto?",
        ],
        ["Small enough for this week.", "Que quepa en esta semana."],
    ),
    prompt(
        "next-tell",
        ["Whom would you like to tell, and what?", "¿A quién te gustaría contárselo, y qué?"],
        ["Or what would you rather keep to yourself?", "¿O qué prefieres guardar para ti?"],
    ),
];
const ONE_WEEK: [Prompt; 4] = [
    prompt(
        "week-held",
        ["Which insight has stayed with you?", "¿Qué de lo que comprendiste se ha quedado contigo?"],
        ["In one or two sentences.", "En una o dos frases."],
    ),
    prompt(
        "week-step",
        [
            "What happened with the small thing you wanted to try?",
            "¿Qué pasó con la cosa pequeña que querías probar?",
        ],
        [
            "Done, not done, something else: all of it is worth knowing.",
            "Hecha, sin hacer, otra cosa: vale la pena saberlo todo.",
        ],
    ),
    prompt(
        "week-days",
        ["How have your days and nights been?", "¿Cómo han sido tus días y tus noches?"],
        ["Mood, sleep, people around you.", "Ánimo, sueño, la gente que te rodea."],
    ),
    prompt(
        "week-hard",
        ["What has been difficult?", "¿Qué ha sido difícil?"],
        ["And what helped, even a little?", "¿Y qué ayudó, aunque fuera un poco?"],
    ),
];
const LATER: [Prompt; 4] = [
    prompt(
        "later-changed",
        [
            "What has changed, at home, in your habits, in your body?",
            "¿Qué ha cambiado en casa, en tus costumbres, en tu cuerpo?",
        ],
        ["Or what has stayed the same?", "¿O qué sigue igual?"],
    ),
    prompt(
        "later-practice",
        ["What do you do that helps it last?", "¿Qué haces que ayuda a que dure?"],
        ["A walk, a talk, a pause.", "Un paseo, una charla, una pausa."],
    ),
    prompt(
        "later-insight",
        ["What do you know now that you did not know before?", "¿Qué sabes ahora que antes no sabías?"],
        ["As you would tell a friend.", "Como se lo contarías a alguien cercano."],
    ),
    prompt(
        "later-next",
        ["What would you want from a next session?", "¿Qué le pedirías a una próxima sesión?"],
        ["Nothing is an answer too.", "Nada también es una respuesta."],
    ),
];
const LOOKING_BACK: [Prompt; 2] = [
    prompt(
        "back-recurs",
        ["Reading back, what keeps returning?", "Al releer, ¿qué vuelve siempre?"],
        ["An image, a person, a sentence.", "Una imagen, una persona, una frase."],
    ),
    prompt(
        "back-tell",
        [
            "What would you tell yourself before the first session?",
            "¿Qué te dirías antes de la primera sesión?",
        ],
        ["Write it as a note to that day.", "Escríbelo como una nota para aquel día."],
    ),
];
const HARD_MOMENT: [Prompt; 3] = [
    prompt(
        "hard-now",
        ["What is happening right now?", "¿Qué está pasando ahora mismo?"],
        [
            "Feet on the floor first. Write only if you want to.",
            "Primero, los pies en el suelo. Escribe solo si quieres.",
        ],
    ),
    prompt(
        "hard-body",
        ["Where do you feel it, and how strong is it?", "¿Dónde lo sientes y con qué fuerza?"],
        ["Describe it as you would the weather.", "Descríbelo como describirías el tiempo que hace."],
    ),
    prompt(
        "hard-help",
        ["What would help with the next ten minutes?", "¿Qué te ayudaría en los próximos diez minutos?"],
        ["A person, a place, something warm.", "Una persona, un lugar, algo calentito."],
    ),
];
const GOOD_MOMENT: [Prompt; 2] = [
    prompt(
        "good-what",
        ["What was good?", "¿Qué fue bueno?"],
        ["With all the small things about it.", "Con todos sus pequeños detalles."],
    ),
    prompt(
        "good-keep",
        ["What of it would you like to keep?", "¿Qué parte te gustaría guardar?"],
        ["A sentence to find again later.", "Una frase para volver a encontrarla más adelante."],
    ),
];
const DREAM: [Prompt; 2] = [
    prompt(
        "dream-what",
        ["What did you dream?", "¿Qué soñaste?"],
        ["In the present tense, as if you were there.", "En presente, como si estuvieras allí."],
    ),
    prompt(
        "dream-feel",
        ["What feeling did you wake with?", "¿Con qué sensación despertaste?"],
        ["Does it remind you of something?", "¿Te recuerda a algo?"],
    ),
];
const LETTER: [Prompt; 1] = [prompt(
    "letter",
    ["A letter that you will not send", "Una carta que no vas a enviar"],
    [
        "To somebody, to a part of you, to a time of your life.",
        "A alguien, a una parte de ti, a una época de tu vida.",
    ],
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
            for words in [prompt.question, prompt.help] {
                assert!(words.english.len() > 8 && words.spanish.len() > 8, "{}", prompt.id);
                assert_ne!(words.english, words.spanish, "{}", prompt.id);
            }
        }
    }

    #[test]
    fn a_question_fits_a_breath() {
        for prompt in MOMENTS.into_iter().flat_map(for_moment) {
            for question in [prompt.question.english, prompt.question.spanish] {
                assert!(question.split_whitespace().count() <= 14, "{question}");
            }
        }
    }

    #[test]
    fn every_feeling_is_found_by_what_is_kept_and_has_its_own_word_in_each_language() {
        let all: Vec<_> = FEELINGS.iter().flat_map(|(_, words)| *words).collect();
        for feeling in &all {
            assert_eq!(feeling_of(feeling.id), Some(**feeling));
            assert_ne!(feeling.name.english, feeling.name.spanish);
        }
        let spanish: std::collections::BTreeSet<_> = all.iter().map(|feeling| feeling.name.spanish).collect();
        assert_eq!(spanish.len(), all.len());
        assert_eq!(feeling_of("a word of my own"), None);
    }
}
