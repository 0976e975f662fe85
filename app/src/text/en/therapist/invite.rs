//! Words of the invitations.

/// Heading.
pub const TITLE: &str = "Invite a client";
/// Field.
pub const FOR_WHOM: &str = "For whom";
/// What goes in.
pub const FOR_WHOM_HELP: &str = "Your own word, so that you know the link again. Only you can read it.";
/// Button.
pub const MAKE: &str = "Make a link";
/// Button, meanwhile.
pub const MAKING: &str = "Making the link…";
/// What the link is.
pub const WHAT: &str = "With this link your client makes an account that is connected with yours. It shows them your name and practice.";
/// How long it works.
pub const HOW_LONG: &str = "It works once, and for 14 days.";
/// That it must be whole.
pub const WHOLE: &str = "The part after # proves to both of you that nobody stands in between. Pass on the whole link: with that part cut off, the two of you cannot share anything.";
/// How to send it.
pub const HOW: &str = "Send it in a way that only your client reads, or let them scan the code here in the room. Whoever has the link can join in their place.";
/// Field.
pub const LINK: &str = "The link";
/// Button.
pub const COPY: &str = "Copy the link";
/// It was copied.
pub const COPIED: &str = "Copied.";
/// It could not be copied.
pub const SELECTED: &str =
    "This browser does not let us copy. The link is selected: copy it with your keyboard or by holding it.";
/// The code, for people who cannot see it.
pub const QR: &str = "The same link as a code to scan with a phone";
/// Button.
pub const HIDE: &str = "Done";
/// Heading of the list.
pub const OPEN: &str = "Not joined yet";
/// Nothing to list.
pub const NONE: &str = "No link is waiting.";
/// Button.
pub const SHOW: &str = "Show the link";
/// Button.
pub const WITHDRAW: &str = "Withdraw";
/// Button, when there is nothing left to withdraw.
pub const REMOVE: &str = "Take off the list";
/// The server could not be asked.
pub const NOT_ASKED: &str =
    "The server cannot be asked right now. Some of these may have been accepted already.";
/// Too old.
pub const EXPIRED: &str = "does not work any more";
/// It was withdrawn.
pub const WITHDRAWN: &str = "Withdrawn. That link does not work any more.";
/// It was accepted before it was withdrawn.
pub const ACCEPTED: &str = "Somebody has already joined by that link. You find them under Clients.";

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
