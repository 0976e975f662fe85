//! Words of the caseload.

/// Heading.
pub const TITLE: &str = "Clients";
/// Group.
pub const TODAY: &str = "Today";
/// Group.
pub const THIS_WEEK: &str = "This week";
/// Group.
pub const LATER: &str = "Later";
/// Group.
pub const NO_DATE: &str = "No date";
/// Group.
pub const INVITED: &str = "Invited";
/// Nobody is here: heading.
pub const EMPTY: &str = "Nobody is here yet";
/// Nobody is here: what to do.
pub const EMPTY_LEAD: &str = "Begin with an invitation: you make a link, hand it to your client, and they appear here once they have joined.";
/// Nobody is here: the main action.
pub const EMPTY_DO: &str = "Invite a client";
/// Only invitations are here.
pub const WAITING: &str = "Nobody has joined yet. You will see them here as soon as they do.";
/// Link to the invitations.
pub const SEE_INVITED: &str = "See the links, or withdraw one";
/// Before the first dosing session.
pub const BEFORE_FIRST: &str = "before the first session";

/// Unread entries.
#[must_use]
pub fn fresh(count: usize) -> String {
    format!("{count} new")
}

/// Nothing that is shared was written for so long.
#[must_use]
pub fn quiet(days: i64) -> String {
    if days == 1 { "quiet for one day".into() } else { format!("quiet for {days} days") }
}
