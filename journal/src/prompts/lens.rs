//! Five ways to look at the same thing once more.

use super::{Prompt, prompt};
use crate::language::Words;

/// A way to look at the same thing once more; offered in every guided entry, never asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lens {
    /// What it is called.
    pub name: Words,
    /// Its question.
    pub prompt: Prompt,
}

/// Body, story, feelings, images, next step.
pub const LENSES: [Lens; 5] = [
    Lens {
        name: Words::new(["body", "el cuerpo"]),
        prompt: prompt(
            "lens-body",
            ["Where in your body is it?", "¿En qué parte del cuerpo está?"],
            [
                "Warm, tight, heavy, moving: what is it like there?",
                "Calor, tensión, peso, movimiento: ¿cómo es ahí?",
            ],
        ),
    },
    Lens {
        name: Words::new(["story", "la historia"]),
        prompt: prompt(
            "lens-story",
            ["If it were part of a story, what story is it?", "Si fuera parte de una historia, ¿cuál sería?"],
            [
                "What came before it, and what might it mean to you?",
                "Qué hubo antes y qué podría significar para ti.",
            ],
        ),
    },
    Lens {
        name: Words::new(["feelings", "lo que sientes"]),
        prompt: prompt(
            "lens-feelings",
            ["Which feelings are in it?", "¿Qué emociones hay en ello?"],
            ["There may be several, and they may not agree.", "Puede haber varias, y no estar de acuerdo."],
        ),
    },
    Lens {
        name: Words::new(["images", "las imágenes"]),
        prompt: prompt(
            "lens-images",
            ["Which image belongs to it?", "¿Qué imagen le corresponde?"],
            ["A place, a colour, an animal, a piece of music.", "Un lugar, un color, un animal, una música."],
        ),
    },
    Lens {
        name: Words::new(["next step", "el próximo paso"]),
        prompt: prompt(
            "lens-step",
            ["What is the smallest next step?", "¿Cuál es el próximo paso más pequeño?"],
            ["Or what would you rather leave as it is?", "¿O qué prefieres dejar como está?"],
        ),
    },
];
