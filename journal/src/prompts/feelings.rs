//! Words to touch, in every language, kept by an id.

use crate::language::Words;

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
