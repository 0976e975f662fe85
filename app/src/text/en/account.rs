//! Words of the screens about accounts and this device.

/// The journal is on this device, and locked.
pub mod unlock {
    /// Heading.
    pub const TITLE: &str = "Your journal is locked";
    /// Field.
    pub const PASSWORD: &str = "Password";
    /// Button.
    pub const OPEN: &str = "Unlock";
    /// Button, meanwhile.
    pub const OPENING: &str = "Unlocking…";
    /// Another way.
    pub const OTHER: &str = "Sign in with another name, or use the recovery code";
    /// Heading when only the server can open it.
    pub const AGAIN_TITLE: &str = "Please sign in again";
    /// Why.
    pub const AGAIN_LEAD: &str = "On this device the journal is not kept open between visits.";
    /// Button.
    pub const AGAIN: &str = "Sign in";

    /// Whose it is.
    #[must_use]
    pub fn lead(name: &str) -> String {
        format!("Signed in as {name}. Your password opens it, with or without a connection.")
    }
}
