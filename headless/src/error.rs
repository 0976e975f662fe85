//! What can go wrong on a device without a screen.

use journal::seal::SealError;
use wire::problem::Problem;

/// Why something could not be done.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The server could not be reached, or did not answer in its own language.
    #[error("the server cannot be reached: {0}")]
    Network(#[from] reqwest::Error),
    /// The server said no.
    #[error("the server refused: {}", .0.code.text())]
    Refused(Problem),
    /// Something sealed does not open, or keys do not fit.
    #[error("sealed: {0}")]
    Sealed(#[from] SealError),
    /// The sign-in protocol failed.
    #[error("sign-in failed: {0}")]
    SignIn(#[from] signin::SignInError),
    /// The other side is not verified: nothing is shared with them.
    #[error("the other side is not verified")]
    Unverified,
    /// A link, an answer or a record was not of the expected form.
    #[error("unexpected: {0}")]
    Unexpected(&'static str),
}
