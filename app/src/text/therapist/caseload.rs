//! Words of the caseload.

words! {
    /// Heading.
    title = "Clients";
    /// Group.
    today = "Today";
    /// Group.
    this_week = "This week";
    /// Group.
    later = "Later";
    /// Group.
    no_date = "No date";
    /// Group.
    invited = "Invited";
    /// Nobody is here: heading.
    empty = "Nobody is here yet";
    /// Nobody is here: what to do.
    empty_lead = "Begin with an invitation: you make a link, hand it to your client, and they appear here once they have joined.";
    /// Nobody is here: the main action.
    empty_do = "Invite a client";
    /// Only invitations are here.
    waiting = "Nobody has joined yet. You will see them here as soon as they do.";
    /// Link to the invitations.
    see_invited = "See the links, or withdraw one";
    /// Before the first dosing session.
    before_first = "before the first session";
}

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
