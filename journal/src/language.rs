//! The languages in which the journal itself says something. What was said is kept as it was said.

/// The same words in each language of the app.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words {
    /// English.
    pub english: &'static str,
    /// Spanish, as understood in Spain and in the Americas.
    pub spanish: &'static str,
}

impl Words {
    /// English first.
    #[must_use]
    pub const fn new([english, spanish]: [&'static str; 2]) -> Self {
        Self { english, spanish }
    }
}
