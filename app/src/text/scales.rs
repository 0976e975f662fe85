//! The words of the check-in: never a bare number, never a face.

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
pub const MOOD: Words = Words {
    question: "How is your mood?",
    name: "Mood",
    steps: ["low", "lowish", "in between", "lightish", "light"],
};
/// Calm to flooded.
pub const ANXIETY: Words = Words {
    question: "How anxious are you?",
    name: "Anxiety",
    steps: ["calm", "a little", "somewhat", "very", "flooded"],
};
/// Empty to full.
pub const ENERGY: Words = Words {
    question: "How much energy is there?",
    name: "Energy",
    steps: ["empty", "little", "some", "plenty", "full"],
};
/// Last night.
pub const SLEEP: Words = Words {
    question: "How did you sleep last night?",
    name: "Sleep",
    steps: ["hardly", "badly", "so-so", "well", "deeply"],
};
/// Alone to held.
pub const CONNECTION: Words = Words {
    question: "How connected do you feel?",
    name: "Connection",
    steps: ["alone", "distant", "in between", "close", "held"],
};
