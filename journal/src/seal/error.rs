//! Why something does not open. The texts say nothing of what is inside.

/// Why something does not open, or may not be sealed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SealError {
    /// Altered, cut short, moved to another place, or sealed by somebody else.
    #[error("this cannot be opened")]
    Damaged,
    /// Written by a newer version of the app.
    #[error("this was written by a newer version")]
    NewerFormat,
    /// The password, code or secret is not the right one.
    #[error("the key does not fit")]
    WrongKey,
    /// Public keys that are not signed by their owner, or not the ones expected.
    #[error("these keys belong to somebody else")]
    ForeignKeys,
}
