//! Words around what a therapist planned, as her client reads them.

use super::say;

/// Over or under a question in the therapist's own words.
#[must_use]
pub fn asks(name: &str) -> String {
    say(format!("{name} asks"), format!("{name} pregunta"))
}

/// A time by the reader's clock, and what another one says: "Thu 16 Oct, 14:00 (15:00 in Berlin)".
#[must_use]
pub fn elsewhere(here: &str, there: &str, place: &str) -> String {
    say(format!("{here} ({there} in {place})"), format!("{here} ({there} en {place})"))
}
