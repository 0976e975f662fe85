//! The words of the check-in: never a bare number, never a face.

use super::Language;

/// One scale: the question, a short name, five steps from least to most.
pub struct Words {
    /// As asked.
    pub question: &'static str,
    /// As a label.
    pub name: &'static str,
    /// 1 to 5.
    pub steps: [&'static str; 5],
}

/// Low to light.
#[must_use]
pub const fn mood(language: Language) -> &'static Words {
    match language {
        Language::English => &Words {
            question: "How is your mood?",
            name: "Mood",
            steps: ["low", "lowish", "in between", "lightish", "light"],
        },
        Language::Spanish => &Words {
            question: "¿Cómo está tu ánimo?",
            name: "Ánimo",
            steps: ["bajo", "algo bajo", "en medio", "algo ligero", "ligero"],
        },
    }
}

/// Calm to flooded.
#[must_use]
pub const fn anxiety(language: Language) -> &'static Words {
    match language {
        Language::English => &Words {
            question: "How anxious are you?",
            name: "Anxiety",
            steps: ["calm", "a little", "somewhat", "very", "flooded"],
        },
        Language::Spanish => &Words {
            question: "¿Cuánta ansiedad sientes?",
            name: "Ansiedad",
            steps: ["en calma", "un poco", "bastante", "mucha", "desbordante"],
        },
    }
}

/// Empty to full.
#[must_use]
pub const fn energy(language: Language) -> &'static Words {
    match language {
        Language::English => &Words {
            question: "How much energy is there?",
            name: "Energy",
            steps: ["empty", "little", "some", "plenty", "full"],
        },
        Language::Spanish => &Words {
            question: "¿Cuánta energía hay?",
            name: "Energía",
            steps: ["ninguna", "poca", "algo", "bastante", "mucha"],
        },
    }
}

/// Last night.
#[must_use]
pub const fn sleep(language: Language) -> &'static Words {
    match language {
        Language::English => &Words {
            question: "How did you sleep last night?",
            name: "Sleep",
            steps: ["hardly", "badly", "so-so", "well", "deeply"],
        },
        Language::Spanish => &Words {
            question: "¿Cómo dormiste anoche?",
            name: "Sueño",
            steps: ["casi nada", "mal", "regular", "bien", "profundamente"],
        },
    }
}

/// Alone to held.
#[must_use]
pub const fn connection(language: Language) -> &'static Words {
    match language {
        Language::English => &Words {
            question: "How connected do you feel?",
            name: "Connection",
            steps: ["alone", "distant", "in between", "close", "held"],
        },
        Language::Spanish => &Words {
            question: "¿Cuánta conexión sientes con otras personas?",
            name: "Conexión",
            steps: ["en soledad", "distancia", "en medio", "cercanía", "cobijo"],
        },
    }
}
