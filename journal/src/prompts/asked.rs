//! The questions of each moment.

use super::{Prompt, prompt};

/// Days before.
pub(super) const PREPARATION: [Prompt; 6] = [
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
        ["A name is enough.", "Un nombre basta."],
    ),
    prompt(
        "prep-soothe",
        ["What are five things that soothe you?", "¿Qué cinco cosas te calman?"],
        [
            "A blanket, a song, a smell. You may need them after.",
            "Una manta, una canción, un olor. Quizá las necesites después.",
        ],
    ),
];
/// The evening before and the morning of.
pub(super) const EVE_BEFORE: [Prompt; 3] = [
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
/// Just after: captured, not interpreted.
pub(super) const SOFT_LANDING: [Prompt; 3] = [
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
    prompt(
        "soft-colour",
        ["Is there a colour?", "¿Hay algún color?"],
        ["The first one that comes.", "El primero que venga."],
    ),
];
/// To 24 hours.
pub(super) const SAME_DAY: [Prompt; 6] = [
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
        "same-surprise",
        ["What surprised you?", "¿Qué te sorprendió?"],
        [
            "Something that was different from what you expected.",
            "Algo que fue distinto de lo que esperabas.",
        ],
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
/// To 72 hours.
pub(super) const NEXT_DAYS: [Prompt; 5] = [
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
/// The first week.
pub(super) const ONE_WEEK: [Prompt; 4] = [
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
/// Weeks and months.
pub(super) const LATER: [Prompt; 4] = [
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
/// After three or four sessions, with the old pages beside it.
pub(super) const LOOKING_BACK: [Prompt; 2] = [
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
/// When it is hard.
pub(super) const HARD_MOMENT: [Prompt; 3] = [
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
/// When it is good.
pub(super) const GOOD_MOMENT: [Prompt; 2] = [
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
/// A dream.
pub(super) const DREAM: [Prompt; 2] = [
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
/// A letter.
pub(super) const LETTER: [Prompt; 1] = [prompt(
    "letter",
    ["A letter that you will not send", "Una carta que no vas a enviar"],
    [
        "To somebody, to a part of you, to a time of your life.",
        "A alguien, a una parte de ti, a una época de tu vida.",
    ],
)];
