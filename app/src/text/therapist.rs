//! Words of the therapist screens.

pub mod brief;
pub mod caseload;
pub mod invite;
pub mod plan;
pub mod read;

words! {
    /// Somebody who has not told a name.
    somebody = "Somebody who joined";
    /// Whose keys did not come with the link.
    unverified = "Not verified";
    /// Why, and what follows.
    unverified_why = "The invitation link reached them without the part after #. Until you pair again, neither of you can share anything with the other.";
    /// A screen about somebody who is not here.
    no_client = "This client is not here";
    /// Why.
    no_client_why = "The address may be mistyped, or their keys have not reached this device yet.";
    /// Back.
    to_clients = "Clients";
    /// Back.
    brief = "Brief";
}

/// "in 12 minutes": how long until it begins.
#[must_use]
pub fn until(minutes: i64) -> String {
    match minutes {
        ..1 => "now".into(),
        1 => "in one minute".into(),
        2..90 => format!("in {minutes} minutes"),
        90..2880 => format!("in {} hours", (minutes + 30) / 60),
        _ => format!("in {} days", (minutes + 720) / 1440),
    }
}

/// "34 hours after session 2".
#[must_use]
pub fn after_session(since: &str, number: usize) -> String {
    format!("{since} after session {number}")
}

/// "34 hours after a session", when its number is not known.
#[must_use]
pub fn after_a_session(since: &str) -> String {
    format!("{since} after a session")
}

/// The name of somebody who has not told one, by the therapist's own word for the link.
#[must_use]
pub fn joined_as(called: &str) -> String {
    format!("{} by your link for “{called}”", somebody())
}

/// A button, for people who hear it without the row.
#[must_use]
pub fn of(action: &str, what: &str) -> String {
    format!("{action}: {what}")
}

#[cfg(test)]
mod tests;
