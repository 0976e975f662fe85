//! Words around what a therapist planned, as her client reads them.

use super::say;

/// Over or under a question in the therapist's own words.
#[must_use]
pub fn asks(name: &str) -> String {
    say(format!("{name} asks"), format!("{name} pregunta"))
}
