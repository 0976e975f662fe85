//! How long something was ago.

use super::say;

/// "34 hours" up to three days, then "9 days".
#[must_use]
pub fn since_hours(hours: i64) -> String {
    match hours {
        ..1 => say("less than an hour", "menos de una hora").into(),
        1 => say("one hour", "una hora").into(),
        2..72 => say(format!("{hours} hours"), format!("{hours} horas")),
        _ => {
            let days = hours / 24;
            say(format!("{days} days"), format!("{days} días"))
        }
    }
}
