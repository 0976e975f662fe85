//! Words of the list of what is shared.

use crate::text::say;

/// Check-ins that are shared, and how many of them only as numbers.
#[must_use]
pub fn check_ins(count: usize, numbers: usize) -> String {
    let all = match count {
        1 => say("One check-in is shared", "Un registro está compartido").to_owned(),
        many => say(format!("{many} check-ins are shared"), format!("{many} registros están compartidos")),
    };
    let how = match numbers {
        0 => String::new(),
        all if all == count => say(", as numbers only", ", solo los números").into(),
        some => {
            say(format!(", {some} of them as numbers only"), format!(", {some} de ellos solo los números"))
        }
    };
    format!("{all}{how}.")
}

/// When the newest that was seen was seen.
#[must_use]
pub fn seen(when: &str) -> String {
    say(format!("last looked at {when}"), format!("vistos por última vez {when}"))
}
