//! Words of the invitations.

words! {
    /// Heading.
    title = "Invite a client";
    /// Field.
    for_whom = "For whom";
    /// What goes in.
    for_whom_help = "Your own word, so that you know the link again. Only you can read it.";
    /// Button.
    make = "Make a link";
    /// Button, meanwhile.
    making = "Making the link…";
    /// What the link is.
    what = "With this link your client makes an account that is connected with yours. It shows them your name and practice.";
    /// How long it works.
    how_long = "It works once, and for 14 days.";
    /// That it must be whole.
    whole = "The part after # proves to both of you that nobody stands in between. Pass on the whole link: with that part cut off, the two of you cannot share anything.";
    /// How to send it.
    how = "Send it in a way that only your client reads, or let them scan the code here in the room. Whoever has the link can join in their place.";
    /// Field.
    link = "The link";
    /// Button.
    copy = "Copy the link";
    /// It was copied.
    copied = "Copied.";
    /// It could not be copied.
    selected = "This browser does not let us copy. The link is selected: copy it with your keyboard or by holding it.";
    /// The code, for people who cannot see it.
    qr = "The same link as a code to scan with a phone";
    /// Button.
    hide = "Done";
    /// Heading of the list.
    open = "Not joined yet";
    /// Nothing to list.
    none = "No link is waiting.";
    /// Button.
    show = "Show the link";
    /// Button.
    withdraw = "Withdraw";
    /// Button, when there is nothing left to withdraw.
    remove = "Take off the list";
    /// The server could not be asked.
    not_asked = "The server cannot be asked right now. Some of these may have been accepted already.";
    /// Too old.
    expired = "does not work any more";
    /// It was withdrawn.
    withdrawn = "Withdrawn. That link does not work any more.";
    /// It was accepted before it was withdrawn.
    accepted = "Somebody has already joined by that link. You find them under Clients.";
}

/// Heading over a link.
#[must_use]
pub fn link_for(called: &str) -> String {
    format!("The link for “{called}”")
}

/// Until when it works.
#[must_use]
pub fn works_until(day: &str) -> String {
    format!("works until {day}")
}
