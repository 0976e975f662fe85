//! What went wrong, that nothing was lost, what to do.

/// No answer.
pub const NETWORK: &str = "The server cannot be reached right now. Check your connection and try again.";
/// Name and password, or code, do not belong together.
pub const WRONG: &str = "Name and password do not belong together. Check both and try again.";
/// On this device.
pub const WRONG_HERE: &str = "That is not the password this journal opens with. Try again.";
/// The code and name do not belong together.
pub const WRONG_CODE: &str = "Name and recovery code do not belong together. Check both and try again.";
/// The session ended.
pub const SIGNED_OUT: &str = "Please sign in again. What you wrote on this phone is kept.";
/// Taken.
pub const NAME_TAKEN: &str = "Somebody already uses this sign-in name. Choose another one.";
/// Too short.
pub const SHORT_PASSWORD: &str = "A password needs 12 characters or more.";
/// Odd.
pub const NAME_UNFIT: &str = "A sign-in name has 3 to 64 letters, digits or signs.";
/// A link that does not work.
pub const TICKET: &str =
    "This link does not work any more: it was used, withdrawn, or is older than 14 days. Ask for a new one.";
/// The server shows other keys than the link.
pub const FOREIGN_KEYS: &str = "The server shows other keys than this link was made with. Nothing was sent. Please tell your practice before you go on.";
/// A slip of the pen.
pub const CODE: &str = "There is a slip in the code. It has seven groups of four letters and digits.";
/// Not verified.
pub const UNVERIFIED: &str = "Sharing is not possible yet, because the invitation link did not arrive whole. Ask for a new link, or pair again together in your next session.";
/// No room.
pub const FULL: &str = "This phone has no room left. Keep this page open, free some space, and try again.";
/// No storage.
pub const STORAGE: &str =
    "This browser does not let us keep anything here. A private window may be the reason.";
/// Locked.
pub const LOCKED: &str = "Your journal is locked. Unlock it and try again.";
/// Ours.
pub const UNEXPECTED: &str =
    "Something did not work on our side. Nothing you wrote was lost. Try again in a moment.";

/// Asked to wait.
#[must_use]
pub fn wait(seconds: u32) -> String {
    if seconds < 90 {
        format!("Too many tries. Please wait {seconds} seconds, then try again.")
    } else {
        format!("Too many tries. Please wait {} minutes, then try again.", seconds.div_ceil(60))
    }
}
