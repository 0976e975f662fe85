//! What went wrong, that nothing was lost, what to do.

words! {
    /// No answer.
    network = "The server cannot be reached right now. Check your connection and try again.";
    /// Name and password, or code, do not belong together.
    wrong = "Name and password do not belong together. Check both and try again.";
    /// On this device.
    wrong_here = "That is not the password this journal opens with. Try again.";
    /// The code and name do not belong together.
    wrong_code = "Name and recovery code do not belong together. Check both and try again.";
    /// The session ended.
    signed_out = "Please sign in again. What you wrote on this phone is kept.";
    /// Taken.
    name_taken = "Somebody already uses this sign-in name. Choose another one.";
    /// Too short.
    short_password = "A password needs 12 characters or more.";
    /// Odd.
    name_unfit = "A sign-in name has 3 to 64 letters, digits or signs.";
    /// A link that does not work.
    ticket = "This link does not work any more: it was used, withdrawn, or is older than 14 days. Ask for a new one.";
    /// The server shows other keys than the link.
    foreign_keys = "The server shows other keys than this link was made with. Nothing was sent. Please tell your practice before you go on.";
    /// A slip of the pen.
    code = "There is a slip in the code. It has seven groups of four letters and digits.";
    /// Not verified.
    unverified = "Sharing is not possible yet, because the invitation link did not arrive whole. Ask for a new link, or pair again together in your next session.";
    /// No room.
    full = "This phone has no room left. Keep this page open, free some space, and try again.";
    /// No storage.
    storage = "This browser does not let us keep anything here. A private window may be the reason.";
    /// Locked.
    locked = "Your journal is locked. Unlock it and try again.";
    /// Ours.
    unexpected = "Something did not work on our side. Nothing you wrote was lost. Try again in a moment.";
}

/// Asked to wait.
#[must_use]
pub fn wait(seconds: u32) -> String {
    if seconds < 90 {
        format!("Too many tries. Please wait {seconds} seconds, then try again.")
    } else {
        format!("Too many tries. Please wait {} minutes, then try again.", seconds.div_ceil(60))
    }
}
